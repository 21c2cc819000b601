import Core
import Dispatch
import Store
import TUI

/// Carries out the dashboard's effects, one after the other, on a queue of its own.
///
/// Unchecked: everything below is touched on the queue alone, which runs one block at a time.
final class DashboardWorker: @unchecked Sendable {
  private let queue = DispatchQueue(label: "opportune.dashboard", qos: .userInitiated)
  private let path: String
  private let now: @Sendable () -> Timestamp
  private let inbox: Inbox
  private var opened: Store?

  init(path: String, inbox: Inbox, now: @escaping @Sendable () -> Timestamp) {
    self.path = path
    self.inbox = inbox
    self.now = now
  }

  /// What the loop calls: returns at once.
  var handler: EffectHandler {
    EffectHandler { [self] effect in queue.async { self.carryOut(effect) } }
  }

  private func carryOut(_ effect: Effect) {
    switch effect {
    case .loadBoard(let job, let request):
      answer(job) { store in
        .boardLoaded(job, try BoardReader(store).board(session: request.sessionID, now: now()))
      }
    case .accept(let job, let target):
      answer(job) { store in
        var generator = SystemRandomNumberGenerator()
        return .accepted(
          job,
          try store.accept(offer: target.offerID, session: target.sessionID, now: now(), using: &generator))
      }
    case .dismiss(let job, let target, let reason, let note):
      answer(job) { store in
        try store.dismiss(
          offer: target.offerID, session: target.sessionID, reason: reason, note: note, now: now())
        return .dismissed(job)
      }
    case .extend(let job, let session, let minutes):
      answer(job) { store in
        .extended(job, try store.extendSession(session, byMinutes: minutes, now: now()))
      }
    case .view(let target):
      // A look that cannot be noted is no reason to disturb whoever looks.
      _ = try? store().view(offer: target.offerID, session: target.sessionID, now: now())
    case .search(let job, _): inbox.post(.found(job, SearchAnswer(results: [])))
    case .clock, .device: break
    }
  }

  private func answer(_ job: Job, _ body: (Store) throws -> Action) {
    do {
      inbox.post(try body(try store()))
    } catch {
      inbox.post(.failed(job, Failure(describing: error).line))
    }
  }

  private func store() throws -> Store {
    if let opened { return opened }
    let store = try Store.open(at: path, now: now(), zones: SystemZones.zones)
    opened = store
    return store
  }
}
