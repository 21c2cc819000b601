/// An alert that is due, with all that its timing depends on beside its person's preferences.
package struct PendingAlert: Hashable, Sendable {
  /// How many alerts were told at once, so far.
  package struct Counts: Hashable, Sendable {
    /// To the person in this local day.
    package var today: Int
    /// To the person in this hour of the local clock.
    package var thisHour: Int
    /// The same by its rule.
    package var thisHourByRule: Int

    package init(today: Int = 0, thisHour: Int = 0, thisHourByRule: Int = 0) {
      self.today = today
      self.thisHour = thisHour
      self.thisHourByRule = thisHourByRule
    }
  }

  package let kind: Alert.Kind
  /// Of the listing; nil where it has none.
  package let category: String?
  package let isUrgent: Bool
  /// What the rule says of its own; nil leaves it to the person.
  package let frequency: Preferences.AlertFrequency?
  /// Why nobody asks for it any more; nil while somebody does.
  package let cancellation: AlertReason?
  /// Told once already, and to be told again now.
  package let isSnoozed: Bool
  package let counts: Counts

  package init(
    kind: Alert.Kind = .deal, category: String? = nil, isUrgent: Bool = false,
    frequency: Preferences.AlertFrequency? = nil, cancellation: AlertReason? = nil, isSnoozed: Bool = false,
    counts: Counts = Counts()
  ) {
    self.kind = kind
    self.category = category
    self.isUrgent = isUrgent
    self.frequency = frequency
    self.cancellation = cancellation
    self.isSnoozed = isSnoozed
    self.counts = counts
  }
}
