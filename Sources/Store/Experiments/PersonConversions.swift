import Core

/// All that one exposed person did with the offers of their arm, from the log and the ledger: what is counted of them
/// follows from it alone.
struct PersonConversions {
  /// One answer, or one refund.
  struct Event {
    let at: Timestamp
    let type: InteractionType
    let interaction: Interaction.ID
    /// Of a redemption what was paid, of a refund what was given back, below zero.
    let cents: Int64
    /// The ledger's entry of a refund.
    var refund: Int64?
  }

  let exposedAt: Timestamp
  /// In the order of their times, then as they were written.
  private(set) var events: [Event]

  init(exposedAt: Timestamp, events: [Event]) {
    self.exposedAt = exposedAt
    self.events = events.sorted { one, other in
      (one.at, one.interaction, one.refund ?? 0) < (other.at, other.interaction, other.refund ?? 0)
    }
  }

  /// As if one entry of the log were not there.
  func without(_ id: Interaction.ID) -> PersonConversions {
    var rest = self
    rest.events.removeAll { $0.interaction == id }
    return rest
  }

  /// As if one refund were not there.
  func without(refund entry: Int64) -> PersonConversions {
    var rest = self
    rest.events.removeAll { $0.refund == entry }
    return rest
  }

  /// The person's part in the counts of each local day: the exposure on its own, each kind of answer once on the day of
  /// the first, and money on the day it changes hands. O(events).
  func counts(in zone: ZoneTable) -> [Int: ArmCounts] {
    var days = [zone.localDay(at: exposedAt): ArmCounts(exposures: 1)]
    var seen: Set<InteractionType> = []
    var paid: Int64 = 0
    for event in events {
      let day = zone.localDay(at: event.at)
      var counts = days[day] ?? ArmCounts()
      if event.refund == nil, seen.insert(event.type).inserted {
        switch event.type {
        case .acceptance: counts.acceptances += 1
        case .redemption: counts.redemptions += 1
        case .dismissal: counts.dismissals += 1
        case .impression, .view, .expiry: break
        }
      }
      counts.revenueCents += event.cents
      counts.revenueSquares += Double(paid + event.cents) * Double(paid + event.cents) - Double(paid) * Double(paid)
      paid += event.cents
      days[day] = counts
    }
    return days
  }
}

extension Store {
  /// What an assigned person did after the exposure, up to the entries that closed the phase where it is closed.
  /// Plan: `interaction_person`, the person's entries since; `ledger_entry_claim` of each redeemed claim.
  func conversions(
    of assignment: Assignment, lastInteraction: Int64 = .max, lastEntry: Int64 = .max
  ) throws(StoreError) -> PersonConversions {
    guard let after = assignment.after, let person = Int64(assignment.unit) else {
      return PersonConversions(exposedAt: assignment.exposedAt, events: [])
    }
    var events: [PersonConversions.Event] = []
    var redeemed: [(claim: Claim.ID, interaction: Interaction.ID)] = []
    try connection.each(
      """
      SELECT interaction.id, interaction.at, interaction.type, interaction.revenue_cents, interaction.claim_id
        FROM interaction INDEXED BY interaction_person
       CROSS JOIN experiment_offer ON experiment_offer.experiment_id = :experiment
                              AND experiment_offer.offer_id = interaction.offer_id
                              AND experiment_offer.arm = :arm
       WHERE interaction.person_id = :person
         AND interaction.at >= :exposed_at
         AND interaction.id > :after
         AND interaction.id <= :last
         AND interaction.type IN ('acceptance', 'redemption', 'dismissal')
      """,
      [
        ":experiment": .id(assignment.arm.experiment), ":arm": .count(assignment.arm.arm),
        ":person": .integer(person), ":exposed_at": .instant(assignment.exposedAt), ":after": .id(after),
        ":last": .integer(lastInteraction),
      ]
    ) { row throws(StoreError) in
      let event = PersonConversions.Event(
        at: row.instant(1), type: try row.choice(2), interaction: row.id(0), cents: row.integer(3))
      events.append(event)
      if event.type == .redemption { redeemed.append((row.id(4), event.interaction)) }
    }
    for (claim, interaction) in redeemed {
      events += try refunds(of: claim, interaction, lastEntry: lastEntry)
    }
    return PersonConversions(exposedAt: assignment.exposedAt, events: events)
  }

  private func refunds(
    of claim: Claim.ID, _ redemption: Interaction.ID, lastEntry: Int64
  ) throws(StoreError) -> [PersonConversions.Event] {
    try connection.rows(
      """
      SELECT id, at, base_cents
        FROM ledger_entry
       WHERE claim_id = :claim
         AND kind = 'refund'
         AND id <= :last
      """,
      [":claim": .id(claim), ":last": .integer(lastEntry)]
    ) { row throws(StoreError) in
      PersonConversions.Event(
        at: row.instant(1), type: .redemption, interaction: redemption, cents: row.integer(2), refund: row.integer(0))
    }
  }
}
