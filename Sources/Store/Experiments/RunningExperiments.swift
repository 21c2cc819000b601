import Core

/// The experiments that divide people now, as decisions ask for them.
struct RunningExperiments {
  /// One of them in its phase in use.
  struct Entry {
    let id: Experiment.ID
    let phase: ExperimentPhase
    let namespace: ExperimentNamespace?
    /// The arms that show each offer, the control lowest, a bit each.
    let arms: [Offer.ID: UInt8]
    /// What each arm changes of its offer.
    let wordings: [[Offer.ID: ArmWording]]
    /// Whether an arm shows an offer.
    func shows(_ offer: Offer.ID, in arm: Int) -> Bool {
      (arms[offer] ?? 0) & (1 << UInt8(arm)) != 0
    }
  }

  let entries: [Entry]
  /// The place of the experiment an offer takes part in: one at most.
  let places: [Offer.ID: Int]

  init(_ entries: [Entry]) {
    self.entries = entries
    var places: [Offer.ID: Int] = [:]
    for (place, entry) in entries.enumerated() {
      for offer in entry.arms.keys { places[offer] = place }
    }
    self.places = places
  }

  /// Nobody is divided: what costs nothing.
  var isEmpty: Bool { entries.isEmpty }
}

/// Where one person stands in a running experiment.
struct PersonArm {
  /// The arm whose offers they see; people who take no part see the control's.
  let arm: Int
  /// Whether they take part.
  let isCounted: Bool
  /// Whether their first exposure is written already.
  var isExposed: Bool
}

extension Store {
  /// The experiments that run, made once and kept. Plan: index `experiment_running`, then primary keys.
  func runningExperiments() throws(StoreError) -> RunningExperiments {
    if let known = memory.running { return known }
    let ids = try connection.rows(
      """
      SELECT id
        FROM experiment
       WHERE state = 'running'
       ORDER BY id
      """
    ) { row throws(StoreError) in Experiment.ID(row.integer(0)) }
    var entries: [RunningExperiments.Entry] = []
    for id in ids {
      let experiment = try experiment(id)
      guard !experiment.isImported, let phase = experiment.phase else { continue }
      let wordings = experiment.design.arms.map { arm in
        arm.content.wording.flatMap { wording in arm.content.offer.map { [$0: wording] } } ?? [:]
      }
      entries.append(
        RunningExperiments.Entry(
          id: id, phase: phase, namespace: experiment.design.namespace, arms: try armsOfOffers(in: id),
          wordings: wordings))
    }
    let running = RunningExperiments(entries)
    memory.running = running
    return running
  }

  /// Which arms show each offer. Plan: primary key.
  private func armsOfOffers(in id: Experiment.ID) throws(StoreError) -> [Offer.ID: UInt8] {
    var arms: [Offer.ID: UInt8] = [:]
    try connection.each(
      """
      SELECT offer_id, arm
        FROM experiment_offer
       WHERE experiment_id = :id
      """,
      [":id": .id(id)]
    ) { row throws(StoreError) in arms[row.id(0), default: 0] |= 1 << UInt8(clamping: row.integer(1)) }
    return arms
  }
}
