/// All that decides when a person hears of anything, and what follows from it now.
package struct PreferencesSummary: Hashable, Sendable {
  package let person: Person
  package let preferences: Preferences
  package let now: Timestamp
  /// Alerts told at once in this local day.
  package let sentToday: Int
  /// When an ordinary alert that is raised now is told.
  package let nextSend: Timestamp
  /// What keeps it until then; empty where nothing does.
  package let holds: [AlertReason]
  /// What waits, by reason.
  package let held: [Digest.Held]
  /// The next digest the person gets if there is anything to tell; nil where nothing asks for one.
  package let nextDigest: NotificationWindow?

  package init(
    person: Person, preferences: Preferences, now: Timestamp, sentToday: Int, nextSend: Timestamp,
    holds: [AlertReason], held: [Digest.Held], nextDigest: NotificationWindow?
  ) {
    self.person = person
    self.preferences = preferences
    self.now = now
    self.sentToday = sentToday
    self.nextSend = nextSend
    self.holds = holds
    self.held = held
    self.nextDigest = nextDigest
  }
}
