/// The latest of a person's inbox.
package struct InboxPage: Equatable, Sendable {
  /// How many a page has at most.
  package static let mostItems = 200

  /// Latest first; alerts and digests together.
  package let items: [InboxItem]
  /// Not looked at yet, of everything that is stored.
  package let unread: Int
  /// Alerts of the person's local day, of everything that is stored.
  package let today: Int
  /// What waits for the end of quiet hours, for a digest or for its time, of everything that is stored.
  package let held: Int

  package init(items: [InboxItem], unread: Int, today: Int, held: Int) {
    self.items = items
    self.unread = unread
    self.today = today
    self.held = held
  }

  package static let empty = InboxPage(items: [], unread: 0, today: 0, held: 0)
}
