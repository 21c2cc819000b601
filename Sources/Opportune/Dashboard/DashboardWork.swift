import Core
import Store
import TUI

/// What the dashboard's effects do to the database, one after the other: a function from effect to answer, for the
/// worker of a running dashboard and for a recording that is played again.
final class DashboardWork {
  private let open: () throws -> Store
  private var opened: Store?
  private var generator: AnyGenerator

  /// - Parameters:
  ///   - generator: draws claim codes.
  ///   - open: called with the first effect that needs the database.
  init(generator: AnyGenerator, open: @escaping () throws -> Store) {
    self.open = open
    self.generator = generator
  }

  /// Carries out an effect at a town's time; nil where it has no answer.
  func answer(_ effect: Effect, now: Timestamp) -> Action? {
    switch effect {
    case .loadBoard(let job, let request):
      return answer(job) { store in
        .boardLoaded(job, try BoardReader(store).board(session: request.sessionID, now: now))
      }
    case .accept(let job, let target):
      return answer(job) { store in
        .accepted(
          job, try store.accept(offer: target.offerID, session: target.sessionID, now: now, using: &generator))
      }
    case .dismiss(let job, let target, let reason, let note):
      return answer(job) { store in
        try store.dismiss(offer: target.offerID, session: target.sessionID, reason: reason, note: note, now: now)
        return .dismissed(job)
      }
    case .extend(let job, let session, let minutes):
      return answer(job) { store in .extended(job, try store.extendSession(session, byMinutes: minutes, now: now)) }
    case .view(let target):
      // A look that cannot be noted is no reason to disturb whoever looks.
      _ = try? store().view(offer: target.offerID, session: target.sessionID, now: now)
      return nil
    case .search(let job, _): return .found(job, SearchAnswer(results: []))
    case .clock, .device: return nil
    }
  }

  private func answer(_ job: Job, _ body: (Store) throws -> Action) -> Action {
    do {
      return try body(store())
    } catch {
      return .failed(job, Failure(describing: error).line)
    }
  }

  private func store() throws -> Store {
    if let opened { return opened }
    let store = try open()
    opened = store
    return store
  }
}
