import Core
import Dispatch
import TUI

/// Carries out the dashboard's effects, one after the other, on a queue of its own.
///
/// Unchecked: `work` is touched on the queue alone, which runs one block at a time.
final class DashboardWorker: @unchecked Sendable {
  private let queue = DispatchQueue(label: "opportune.dashboard", qos: .userInitiated)
  private let work: DashboardWork
  private let inbox: Inbox

  init(_ work: DashboardWork, inbox: Inbox) {
    self.work = work
    self.inbox = inbox
  }

  /// What the loop calls: returns at once.
  var handler: EffectHandler {
    EffectHandler { [self] effect, now in
      queue.async { if let answer = self.work.answer(effect, now: now) { self.inbox.post(answer) } }
    }
  }
}
