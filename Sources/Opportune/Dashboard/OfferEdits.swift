import Core
import Store
import TUI

/// What the dashboard does with partners' offers, as whoever acts.
struct OfferEdits {
  private let store: Store
  private let actor: Actor
  private let now: Timestamp

  init(_ store: Store, by actor: Actor, now: Timestamp) {
    self.store = store
    self.actor = actor
    self.now = now
  }

  /// All of one offer; nil where there is none any more.
  func sheet(of offer: Offer.ID) throws(StoreError) -> OfferSheet? {
    do {
      return try store.offerSheet(offer, for: actor, now: now)
    } catch {
      guard case .notFound = error else { throw error }
      return nil
    }
  }

  /// Makes a change and tells what became of it.
  func carryOut(_ order: EditOrder) throws(StoreError) -> EditReport {
    switch order {
    case .move(let move, let offers, let reason): return try make(move, offers, reason)
    case .clone(let id):
      let copy = try store.cloneOffer(id, by: actor, now: now)
      return EditReport("\(copy.title) is a draft now; i hands it in", offerID: copy.id)
    case .undo: return report("taken back", try store.undo(by: actor, now: now), again: "ctrl-r makes it again")
    case .redo: return report("made again", try store.redo(by: actor, now: now), again: "u takes it back")
    }
  }

  /// `offer pause of offer 17 was taken back; ctrl-r makes it again`.
  private func report(_ what: String, _ command: LoggedCommand, again: String) -> EditReport {
    let isOffer = command.subject.kind == .offer
    return EditReport(
      "'\(command.verb)' of \(command.subject) was \(what); \(again)",
      offerID: isOffer ? Offer.ID(command.subject.id) : nil)
  }

  /// Each offer on its own: what cannot be moved on leaves the others be.
  private func make(_ move: OfferMove, _ offers: [Offer.ID], _ reason: String?) throws(StoreError) -> EditReport {
    var moved: [Offer] = []
    var problems: [String] = []
    for id in offers {
      do {
        moved.append(try store.move(offer: id, move, by: actor, reason: reason, now: now))
      } catch {
        guard offers.count > 1 else { throw error }
        problems.append(Failure(describing: error).message)
      }
    }
    let what = moved.count == 1 ? moved[0].title : "\(moved.count) offers"
    let verb = moved.first.map { move == .submit && $0.state.isApproved ? "approved at once" : move.pastTense }
    return EditReport(verb.map { "\(what) \(moved.count == 1 ? "was" : "were") \($0)" } ?? "", problems: problems)
  }
}
