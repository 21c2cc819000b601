import Core
import Glibc
import Store
import TUI

/// Tells the dashboard what any process has changed in the file.
///
/// Unchecked: after `start` the watcher belongs to its thread alone.
final class ChangeWatch: @unchecked Sendable {
  /// How often the file is asked, in microseconds: a foreign commit is on screen well within a tenth of a second, and
  /// asking costs nothing that could be measured.
  private static let interval: UInt32 = 40_000

  private let path: String
  private let inbox: Inbox

  init(path: String, inbox: Inbox) {
    self.path = path
    self.inbox = inbox
  }

  /// Watches on a thread of its own until the process ends.
  func start() {
    var thread = pthread_t()
    let watch = Unmanaged.passRetained(self)
    let code = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<ChangeWatch>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, watch.toOpaque())
    if code == 0 { pthread_detach(thread) } else { watch.release() }
  }

  private func run() {
    var watcher = try? Watcher(path: path)
    while true {
      usleep(Self.interval)
      do {
        let topics = try watcher?.changes().reduce(into: Set<TUI.Topic>()) { topics, topic in
          switch topic {
          case .world: topics.insert(.town)
          case .partners, .offers: topics.formUnion([.offers, .town])
          case .capacity: topics.insert(.offers)
          case .people: topics.insert(.people)
          case .sessions: topics.insert(.sessions)
          case .claims, .ledger: topics.insert(.claims)
          case .log: topics.insert(.interactions)
          // Whatever was edited has a topic of its own, and these are listed only when asked for.
          case .commands, .keys: break
          case .experiments: topics.insert(.experiments)
          case .campaigns, .budgets: topics.insert(.campaigns)
          case .listings, .rules, .alerts: topics.insert(.deals)
          }
        }
        if let topics, !topics.isEmpty { inbox.post(.changed(topics)) }
      } catch {
        // The file may be away for a moment, as in a restore; a new connection finds it again.
        watcher = nil
      }
      if watcher == nil, let again = try? Watcher(path: path) {
        watcher = again
        inbox.post(.changed(Set(TUI.Topic.allCases)))
      }
    }
  }
}
