/// What became of an alert on one way to its person.
package struct AlertDelivery: Hashable, Sendable {
  package enum State: String, Sendable, CaseIterable {
    case sent, waiting, skipped
  }

  package let channel: Preferences.Channel
  package let state: State
  package let at: Timestamp
  /// Why it was skipped or waits.
  package let reason: AlertReason?

  package init(channel: Preferences.Channel, state: State, at: Timestamp, reason: AlertReason? = nil) {
    self.channel = channel
    self.state = state
    self.at = at
    self.reason = reason
  }

  /// Every way an alert takes when it is sent: the inbox of the terminal always, and of the others those that both the
  /// person and the rule name. No address is known to be theirs until sending comes, so those are skipped.
  /// - Parameter rule: the rule's channels; empty where it has no wish of its own.
  package static func all(
    of rule: [Preferences.Channel], to person: [Preferences.Channel], at now: Timestamp
  ) -> [AlertDelivery] {
    let chosen = rule.isEmpty ? Set(person) : Set(rule).intersection(person)
    return Preferences.Channel.allCases.compactMap { channel in
      if channel == .terminal { return AlertDelivery(channel: channel, state: .sent, at: now) }
      guard chosen.contains(channel) else { return nil }
      return AlertDelivery(
        channel: channel, state: .skipped, at: now,
        reason: AlertReason(.unverifiedChannel, "no verified \(channel.rawValue) address"))
    }
  }
}
