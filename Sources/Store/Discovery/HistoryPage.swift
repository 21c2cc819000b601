import Core

/// One interaction as it stands in the log, with the names of what it concerns.
package struct HistoryEntry: Hashable, Sendable {
  package let id: Interaction.ID
  package let at: Timestamp
  package let type: InteractionType
  package let sessionID: ParkingSession.ID
  /// Nil is an anonymous driver, below zero an erased person.
  package let personID: Person.ID?
  package let offerID: Offer.ID
  package let offerTitle: String
  package let offerVersion: Int
  package let partnerID: Partner.ID
  package let partnerName: String
  package let claimID: Claim.ID?
  package let decisionID: DecisionRecord.ID?
  package let valueCents: Int64?
  package let revenueCents: Int64?
  package let reason: DismissalReason?
  package let note: String?
  /// Minutes the session had left, fractions kept.
  package let minutesLeft: Double?
  package let position: Coordinate?
  package let weather: Weather?
  package let walk: Walk?
  package let score: Double?
}

/// Where the next page of a history begins: after the last entry of this one.
package struct HistoryCursor: Hashable, Sendable, CustomStringConvertible {
  let at: Timestamp
  let id: Interaction.ID

  init(after entry: HistoryEntry) {
    at = entry.at
    id = entry.id
  }

  /// Reads ``description``; nil for anything else.
  package init?(parsing text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int64($0) }
    guard parts.count == 2, let at = parts[0], let id = parts[1] else { return nil }
    self.at = Timestamp(milliseconds: at)
    self.id = Interaction.ID(id)
  }

  package var description: String { "\(at.milliseconds).\(id)" }
}

/// Some entries in order of time, and where to go on.
package struct HistoryPage: Hashable, Sendable {
  package let entries: [HistoryEntry]
  /// Nil when the page holds the newest entry there is.
  package let next: HistoryCursor?
}

extension HistoryEntry {
  /// Reads the columns in the order of the queries in `History.swift`.
  init(_ row: Row) throws(StoreError) {
    self.init(
      id: row.id(0), at: row.instant(1), type: try row.choice(2), sessionID: row.id(3),
      personID: row.optional(4) { row.id($0) }, offerID: row.id(5), offerTitle: row.text(6),
      offerVersion: row.count(7), partnerID: row.id(8), partnerName: row.text(9),
      claimID: row.optional(10) { row.id($0) }, decisionID: row.optional(11) { row.id($0) },
      valueCents: row.optional(12) { row.integer($0) }, revenueCents: row.optional(13) { row.integer($0) },
      reason: try row.optionalChoice(14), note: row.optional(15) { row.text($0) },
      minutesLeft: row.optional(16) { TimeSpan(milliseconds: row.integer($0)).minutes },
      position: row.isNull(17) ? nil : try row.position(17), weather: try row.optionalChoice(19),
      walk: row.optional(20) { Walk(distance: Metres(row.real($0))) }, score: row.optional(21) { row.real($0) })
  }
}
