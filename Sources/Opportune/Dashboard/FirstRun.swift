import Core
import Glibc
import Store
import TUI

/// Finds the database the dashboard opens, and what to offer where there is none yet.
struct FirstRun {
  /// How the dashboard begins.
  enum Start {
    case database(path: String)
    case welcome(Welcome)
  }

  private let invocation: Invocation
  /// Whether the dashboard itself can ask and show how the work goes.
  private let isInteractive: Bool

  init(_ invocation: Invocation, isInteractive: Bool) {
    self.invocation = invocation
    self.isInteractive = isInteractive
  }

  /// The database that is there, or what is offered instead. Without a terminal, and for a recording, which begins with a
  /// database, the demo is made at once.
  /// - Throws: ``StoreError/missing(path:)`` where nothing can be offered.
  func start() throws -> Start {
    let path = try invocation.databasePath
    guard access(path, F_OK) != 0 else { return .database(path: path) }
    let isDemo = invocation.globals.demo
    if invocation.globals.readOnly || invocation.globals.identity.role != .operator {
      throw StoreError.missing(path: path)
    }
    if isInteractive {
      let files = DatabaseFiles(invocation.environment)
      let demo = isDemo ? path : files.demo
      return .welcome(
        Welcome(
          path: files.title(of: path), demoPath: files.title(of: demo), hasDemo: access(demo, F_OK) == 0,
          makesDemo: isDemo))
    }
    guard isDemo else { throw StoreError.missing(path: path) }
    try DatabaseFiles(invocation.environment).makeFolder(for: path)
    let bar = ProgressLine("making George Town")
    defer { bar.clear() }
    _ = try DemoTown.make(
      at: path, size: .standard, seed: invocation.globals.seed ?? 1, now: invocation.now
    ) { bar.show($0) }
    return .database(path: path)
  }
}
