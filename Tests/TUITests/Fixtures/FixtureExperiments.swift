import Core

@testable import TUI

/// The Experiments screen of the fixture's town, from counts through the real analysis: a test that goes on, one that is
/// decided, one whose people were divided wrongly, a draft, and two that ended.
struct FixtureExperiments {
  var board: ExperimentsBoard
  var sheets: [Experiment.ID: ExperimentSheet]

  /// Those of the fixture's town as it is.
  static let sample = FixtureExperiments()

  /// - Parameter name: of every test and arm; nil is one each.
  init(name: String? = nil) {
    let records = Self.records(name)
    let now = FixtureBoard.now
    let zone = FixtureBoard.zone
    board = ExperimentsBoard(records, now: now, zone: zone)
    sheets = Dictionary(
      records.map { record in
        let segments = record.experiment.state == .draft ? [] : Self.segments
        return (
          record.experiment.id,
          ExperimentSheet(
            record: record, segments: segments,
            history: [
              ExperimentEvent(at: now - .hours(2), author: name ?? "analyst:ana", what: name ?? "ramped: coverage 1.0"),
              ExperimentEvent(at: now - .days(9), author: name ?? "analyst:ana", what: name ?? "started"),
              ExperimentEvent(at: now - .days(9), author: name ?? "analyst:ana", what: name ?? "created"),
            ], contents: record.experiment.design.arms.map { name ?? "'Sunset dinner', \($0.name)" }, now: now,
            zone: zone)
        )
      }, uniquingKeysWith: { $1 })
  }

  /// 100 of 1,000 against 120 of 1,000 over nine days; planned are 3,841 an arm.
  static let springOffer = Experiment.ID(1)
  static let freeShipping = Experiment.ID(2)
  static let banner = Experiment.ID(3)
  static let draft = Experiment.ID(4)

  /// What the store would say.
  static func answer(_ job: Job, _ order: ExperimentOrder) -> Action {
    switch order {
    case .open(.new(let offer)): .experiment(job, .draft(newDraft(about: offer)))
    case .open(.edit(let id)):
      .experiment(job, .draft(ExperimentDraft(id: id, design: design, offers: offers, campaigns: [])))
    case .save: .experiment(job, .saved(draft))
    case .start(let id): .experiment(job, .done(id, "happy-hour was started"))
    case .ramp(let id, _, _): .experiment(job, .done(id, "spring-offer was ramped"))
    case .end(let id, _): .experiment(job, .done(id, "spring-offer was ended"))
    case .askToDeploy(let id): .experiment(job, .ending(id, ["Sunset dinner", "Late lunch"]))
    case .deploy(let id): .experiment(job, .done(id, "lunch-title was deployed"))
    }
  }

  /// Blue Culantro's offers, of which Sunset dinner was shown to 5,600 people in 28 days, and two campaigns.
  static func newDraft(about offer: Offer.ID? = nil) -> ExperimentDraft {
    ExperimentDraft(newAbout: offer, offers: offers, campaigns: campaigns)
  }

  static let campaigns = [("Spring", 1), ("Summer", 2)].map { name, id in
    Campaign(id: Campaign.ID(id), name: name, offers: [Offer.ID(1000)], createdAt: FixtureBoard.now)
  }

  static let offers: [TestableOffer] = FixturePartners.sample.board.offers.map { row in
    TestableOffer(
      row.offer, partnerName: row.partnerName,
      lately: row.offer.id == Offer.ID(1000)
        ? TestableOffer.Lately(days: 28, people: 5600, accepted: 700, redeemed: 420) : nil)
  }

  private static var design: ExperimentDesign {
    ExperimentDesign(
      name: "happy-hour", hypothesis: "A free dessert makes dinner an easier choice.",
      arms: [
        ExperimentArm(name: "as it is", content: .offer(Offer.ID(1000)), weight: 0.5),
        ExperimentArm(
          name: "changed", content: .variant(Offer.ID(1000), ArmWording(title: "Sunset feast")), weight: 0.5),
      ], baseline: 0.1, effect: 0.02, plannedPerArm: 3841)
  }

  private static func records(_ name: String?) -> [ExperimentRecord] {
    [
      record(springOffer, name ?? "spring-offer", .running, days: 9, totals: [(1000, 100), (1000, 120)], name),
      record(freeShipping, name ?? "free-shipping", .running, days: 21, totals: [(3841, 384), (3841, 476)], name),
      record(banner, name ?? "banner-2", .running, days: 6, totals: [(5000, 500), (5600, 560)], name),
      record(draft, name ?? "happy-hour", .draft, days: 0, totals: [(0, 0), (0, 0)], name),
      record(
        Experiment.ID(5), name ?? "lunch-title", .ended, days: 30, totals: [(4000, 400), (4000, 505)], name, winner: 1),
      record(Experiment.ID(6), name ?? "rain-check", .ended, days: 30, totals: [(3900, 401), (3870, 395)], name),
      record(
        Experiment.ID(7), name ?? "three-menus", .running, days: 12, totals: [(1200, 130), (1190, 118), (1215, 161)],
        name),
    ]
  }

  private static func record(
    _ id: Experiment.ID, _ name: String, _ state: ExperimentState, days: Int, totals: [(Int64, Int64)],
    _ arm: String?, winner: Int? = nil
  ) -> ExperimentRecord {
    let end = state == .ended ? FixtureBoard.now - .days(3) : FixtureBoard.now
    let start = end - .days(Int64(days)) - .hours(1)
    let weight = 1 / Double(totals.count)
    let offer = Offer.ID(1000)
    let arms = totals.indices.map { index in
      let names = ["as it is", "dessert free", "wine included"]
      let content: ExperimentArm.Content =
        index == 0 ? .offer(offer) : .variant(offer, ArmWording(title: "Sunset dinner \(index)"))
      return ExperimentArm(name: arm.map { "\($0)\(index)" } ?? names[index], content: content, weight: weight)
    }
    let design = ExperimentDesign(
      name: name, hypothesis: "A free dessert makes dinner an easier choice.",
      guardrails: [Guardrail(.dismissal, margin: 0.02)], arms: arms, baseline: 0.1, effect: 0.02, plannedPerArm: 3841,
      minimumDays: 14)
    let phase = ExperimentPhase(
      number: 1, seed: "experiment-\(id)-1", weights: arms.map(\.weight), coverage: 1, startedAt: start)
    let experiment = Experiment(
      id: id, version: 3, design: design, state: state, phases: state == .draft ? [] : [phase], createdAt: start,
      endedAt: state == .ended ? end : nil, winner: winner)
    return ExperimentRecord(experiment: experiment, days: spread(totals, over: days, until: end))
  }

  /// The same share of the totals on every day, the rest on the last.
  private static func spread(_ totals: [(Int64, Int64)], over days: Int, until end: Timestamp) -> [ExperimentDay] {
    guard days > 0 else { return [] }
    let last = FixtureBoard.zone.localTime(at: end).date.dayNumber
    return (0..<days).map { index in
      func part(_ total: Int64) -> Int64 {
        let each = total / Int64(days)
        return index == days - 1 ? total - each * Int64(days - 1) : each
      }
      return ExperimentDay(
        day: last - days + 1 + index,
        arms: totals.map { people, yes in
          ArmCounts(
            exposures: part(people), acceptances: part(yes), redemptions: part(yes) / 2, dismissals: part(people) / 20)
        })
    }
  }

  private static let segments: [ExperimentSegment] = [
    ("hour of the day", "lunch", 40, 44), ("hour of the day", "evening", 35, 56), ("weather", "clear", 55, 70),
    ("weather", "rain", 20, 30), ("person", "new", 60, 62), ("person", "known", 40, 58),
  ].map { dimension, value, control, variant in
    ExperimentSegment(
      dimension: dimension, value: value,
      arms: [
        ArmCounts(exposures: 500, acceptances: control), ArmCounts(exposures: 500, acceptances: variant),
        ArmCounts(exposures: 500, acceptances: control),
      ])
  }
}
