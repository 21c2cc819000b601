import Core
import Store
import TUI

/// Reads what the Rules screen shows.
struct DealsReader {
  private let store: Store
  private let actor: Actor
  private let now: Timestamp

  init(_ store: Store, for actor: Actor, now: Timestamp) {
    self.store = store
    self.actor = actor
    self.now = now
  }

  /// A person's rules, watches and inbox.
  func board(_ request: DealsRequest) throws -> DealsBoard {
    DealsBoard(
      person: nil, hunters: [], zone: try store.zone(store.world.zone), rules: [], watches: [], inbox: .empty,
      listings: 0, wishes: nil)
  }

  /// Everything about one of them; nil where it is no more.
  func page(_ subject: DealsSubject, of person: Person.ID?) throws -> DealsPage? { nil }

  /// The stored listings, held against a rule.
  func listings(_ request: ListingsRequest) throws -> ListingsPage {
    ListingsPage(rule: request.rule, rows: [], total: 0)
  }
}
