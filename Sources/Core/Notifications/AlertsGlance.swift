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
  /// The latest in that inbox, latest first.
  package let latest: [News]
  package let rules: Int
  package let watches: Int

  package init(
    today: Int, held: [Digest.Held], waitingForDigest: Int, person: Person?, unread: Int, latest: [News], rules: Int,
    watches: Int
  ) {
    self.today = today
    self.held = held
    self.waitingForDigest = waitingForDigest
    self.person = person
    self.unread = unread
    self.latest = latest
    self.rules = rules
    self.watches = watches
  }
}
