import Core
import Dispatch
import Synchronization
import TUI

/// Carries out the dashboard's effects, one after the other, on a queue of its own.
///
/// Unchecked: `work` is touched on the queue alone, which runs one block at a time.
final class DashboardWorker: @unchecked Sendable {
  private let queue = DispatchQueue(label: "opportune.dashboard", qos: .userInitiated)
  private let work: DashboardWork
  private let inbox: Inbox
  private let orders = Mutex(Orders())

  /// What was said to work that may be under way.
  private struct Orders {
    var stopped: Set<Job> = []
    /// The person has left: nothing more is shown.
    var isEnding = false
  }

  init(_ work: DashboardWork, inbox: Inbox) {
    self.work = work
    self.inbox = inbox
  }

  /// What the loop calls: returns at once. To stop work is said past the queue, on which that work may be under way.
  var handler: EffectHandler {
    EffectHandler { [self] effect, now in
      if case .cancel(let job) = effect {
        _ = orders.withLock { $0.stopped.insert(job) }
        return
      }
      queue.async { self.carryOut(effect, now) }
    }
  }

  /// Ends with the dashboard: what can be stopped is stopped, what only shows something is left out, and what writes is
  /// written to its end.
  func finish() {
    orders.withLock { $0.isEnding = true }
    queue.sync {}
  }

  private func carryOut(_ effect: Effect, _ now: Timestamp) {
    let (isStopped, isEnding) = orders.withLock { orders in
      (effect.job.map(orders.stopped.contains) ?? false, orders.isEnding)
    }
    if isEnding, effect.onlyShows { return }
    if isStopped, let job = effect.job {
      inbox.post(.cancelled(job))
      return
    }
    let watch = WorkWatch(
      report: { self.inbox.post($0) },
      isStopped: { job in self.orders.withLock { $0.isEnding || $0.stopped.contains(job) } })
    if let answer = work.answer(effect, now: now, watch) { inbox.post(answer) }
  }
}

/// How long work tells how far it is, and learns that it is to stop.
struct WorkWatch {
  /// Takes what is told on the way to the answer.
  let report: (Action) -> Void
  /// Whether the work with a job is to stop as soon as it can.
  let isStopped: (Job) -> Bool

  /// Nobody watches.
  static var nobody: WorkWatch { WorkWatch(report: { _ in }, isStopped: { _ in false }) }
}

extension Effect {
  /// Whether it changes nothing that stays.
  fileprivate var onlyShows: Bool {
    switch self {
    case .counter(_, .redeem): false
    case .partner(_, let order): order.onlyShows
    case .experiment(_, let order): order.onlyShows
    case .campaign(_, let order): order.onlyShows
    case .deals(_, let order): order.onlyShows
    case .counter, .loadBoard, .loadPartners, .loadOffer, .loadExperiments, .loadExperiment, .loadCampaigns,
      .loadCampaign, .loadDeals, .loadDealsPage, .loadListings, .loadAlerts,
      .search, .loadCard,
      .loadWishes, .clock, .openDatabase,
      .cancel, .device:
      true
    case .edit, .accept, .dismiss, .extend, .view, .saveWishes, .export, .remember: false
    }
  }
}
