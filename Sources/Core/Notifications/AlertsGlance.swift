/// Alerts at one look, for the Overview and the top line.
package struct AlertsGlance: Hashable, Sendable {
  /// An alert that has arrived, in one line.
  package struct News: Hashable, Sendable {
    package let id: Alert.ID
    package let kind: Alert.Kind
    /// What it is about: the listing's title, or `12 more`.
    package let title: String
    /// The rule or watch that asked for it.
    package let because: String
    package let price: Money?
    /// When it was told.
    package let at: Timestamp
    package let isUrgent: Bool

    package init(
      id: Alert.ID, kind: Alert.Kind, title: String, because: String, price: Money?, at: Timestamp, isUrgent: Bool
    ) {
      self.id = id
      self.kind = kind
      self.title = title
      self.because = because
      self.price = price
      self.at = at
      self.isUrgent = isUrgent
    }
  }

  /// Alerts of this local day, of everybody.
  package let today: Int
  /// Those that wait, by reason, the most first.
  package let held: [Digest.Held]
  /// What waits for the next digest.
  package let waitingForDigest: Int
  /// Whose inbox it is; nil where nobody has one.
  package let person: Person?
  /// In that inbox.
  package let unread: Int
  /// The latest of them, latest first.
  package let latest: [News]
  package let rules: Int
  package let watches: Int
  /// When something is to be decided next; nil while nothing waits.
  package let nextDue: Timestamp?

  package init(
    today: Int, held: [Digest.Held], waitingForDigest: Int, person: Person?, unread: Int, latest: [News], rules: Int,
    watches: Int, nextDue: Timestamp?
  ) {
    self.today = today
    self.held = held
    self.waitingForDigest = waitingForDigest
    self.person = person
    self.unread = unread
    self.latest = latest
    self.rules = rules
    self.watches = watches
    self.nextDue = nextDue
  }

  /// What waits at night, for the rest of a sentence: `3 held by quiet hours`; nil where nothing does.
  package var heldWords: String? {
    guard let first = held.first else { return nil }
    let all = held.reduce(0) { $0 + $1.count }
    return held.count == 1 ? "\(all) held by \(first.code.title)" : "\(all) held"
  }
}
