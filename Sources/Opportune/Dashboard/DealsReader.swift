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

  /// A person's rules, watches and inbox; of somebody who was erased meanwhile whoever comes first.
  func board(_ request: DealsRequest) throws(StoreError) -> DealsBoard {
    do {
      return try store.dealsBoard(request, for: actor, now: now)
    } catch {
      guard case .notFound = error, request.person != nil else { throw error }
      return try store.dealsBoard(DealsRequest(), for: actor, now: now)
    }
  }

  /// Everything about one of them; nil where it is no more.
  func page(_ subject: DealsSubject, of person: Person.ID?) throws(StoreError) -> DealsPage? {
    do {
      return try store.dealsPage(subject, of: person, now: now)
    } catch {
      guard case .notFound = error else { throw error }
      return nil
    }
  }

  /// The stored listings, held against a rule; one that was deleted meanwhile holds nothing against them.
  func listings(_ request: ListingsRequest) throws(StoreError) -> ListingsPage {
    do {
      return try store.listingsPage(request)
    } catch {
      guard case .notFound = error else { throw error }
      return try store.listingsPage(ListingsRequest(rule: nil, limit: request.limit, including: request.including))
    }
  }
}
