import Core

/// Everything that is stored of one person, for that person's eyes only.
package struct PersonExport: Sendable {
  package let person: Person
  /// The name another system has for them.
  package let externalID: String?
  package let preferences: Preferences
  /// What their answers taught, in the order of category and partner.
  package let categoryAffinity: [(category: String, affinity: Affinity)]
  package let partnerAffinity: [(partner: Partner.ID, affinity: Affinity)]
  package let offers: [(offer: Offer.ID, history: OfferHistory)]
  package let sessions: [ParkingSession]
  package let claims: [ClaimRecord]
  /// In order of time.
  package let interactions: [HistoryEntry]
  package let decisions: [DecisionRecord.ID]
  /// What they wait for, the prices they watch, and what they were told, the latest first.
  package let rules: [AlertRule]
  package let watches: [WatchSummary]
  package let alerts: [Alert]
}
