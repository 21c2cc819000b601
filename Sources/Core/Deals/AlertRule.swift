/// A wish that stays: what a person wants to be told of when it turns up, and how.
package struct AlertRule: Hashable, Sendable {
  package typealias ID = Core.ID<AlertRule>

  package let id: ID
  /// One more with each edit.
  package var version: Int
  package var person: Person.ID
  /// Unique among a person's rules.
  package var name: String
  /// A rule that is not enabled never matches.
  package var isEnabled: Bool
  /// Passes digests and daily caps.
  package var isUrgent: Bool
  package var terms: RuleTerms
  /// Empty is every channel of the person's.
  package var channels: [Preferences.Channel]
  /// Nil is the person's own.
  package var frequency: Preferences.AlertFrequency?
  package var createdAt: Timestamp
  package var updatedAt: Timestamp
  /// Moves only with an alert that was queued or passed on.
  package var lastTriggeredAt: Timestamp?
  /// Only listings of a later ingest sequence match.
  package var fromSequence: Int64

  package init(
    id: ID, version: Int = 1, person: Person.ID, name: String, isEnabled: Bool = true, isUrgent: Bool = false,
    terms: RuleTerms, channels: [Preferences.Channel] = [], frequency: Preferences.AlertFrequency? = nil,
    createdAt: Timestamp, updatedAt: Timestamp, lastTriggeredAt: Timestamp? = nil, fromSequence: Int64
  ) {
    self.id = id
    self.version = version
    self.person = person
    self.name = name
    self.isEnabled = isEnabled
    self.isUrgent = isUrgent
    self.terms = terms
    self.channels = channels
    self.frequency = frequency
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.lastTriggeredAt = lastTriggeredAt
    self.fromSequence = fromSequence
  }
}
