/// A price somebody waits for: of one listing, or of whatever a search finds.
package struct Watch: Hashable, Sendable {
  package typealias ID = Core.ID<Watch>

  /// What is watched.
  package enum Target: Hashable, Sendable {
    case listing(Listing.ID)
    case search(RuleTerms)
  }

  package let id: ID
  package var version: Int
  package var person: Person.ID
  package var target: Target
  /// Tells at this price and under it.
  package var threshold: Money
  /// Whether the next price at or under the threshold is told.
  package var isArmed: Bool
  /// How many times it has told.
  package var triggers: Int
  package var createdAt: Timestamp
  package var lastTriggeredAt: Timestamp?

  package init(
    id: ID, version: Int = 1, person: Person.ID, target: Target, threshold: Money, isArmed: Bool = true,
    triggers: Int = 0, createdAt: Timestamp, lastTriggeredAt: Timestamp? = nil
  ) {
    self.id = id
    self.version = version
    self.person = person
    self.target = target
    self.threshold = threshold
    self.isArmed = isArmed
    self.triggers = triggers
    self.createdAt = createdAt
    self.lastTriggeredAt = lastTriggeredAt
  }
}
