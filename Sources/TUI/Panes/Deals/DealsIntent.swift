/// What a person can do with rules, watches, listings and alerts.
package enum DealsIntent: Hashable, Sendable, CaseIterable {
  /// A form for a new rule, for the selected one, and for a new one like it.
  case new, edit, clone
  /// On or off, and gone.
  case pause, remove
  /// Every stored listing against the selected rule.
  case test
  /// Tell when the price of the selected listing falls.
  case watch
  /// What can be done with an alert.
  case read, snooze, mute
  /// Channels, frequency, quiet hours and caps.
  case preferences
  /// Somebody else's rules.
  case hunter
}
