import Core
import Glibc
import Store

/// Finds the database the dashboard opens, and makes one where there is none yet.
struct FirstRun {
  private let invocation: Invocation
  private let isInteractive: Bool

  init(_ invocation: Invocation, isInteractive: Bool) {
    self.invocation = invocation
    self.isInteractive = isInteractive
  }

  /// The path of a database that is there; nil if the person would rather leave.
  func database() throws -> String? {
    let path = try invocation.databasePath
    guard access(path, F_OK) != 0 else { return path }
    if invocation.globals.readOnly { throw StoreError.missing(path: path) }
    if invocation.globals.demo {
      try makeDemo(at: path)
      return path
    }
    guard isInteractive else { throw StoreError.missing(path: path) }
    return try ask(path)
  }

  private func makeDemo(at path: String) throws {
    try DatabaseFiles(invocation.environment).makeFolder(for: path)
    let bar = ProgressLine("making George Town")
    defer { bar.clear() }
    _ = try DemoTown.make(
      at: path, size: .standard, seed: invocation.globals.seed ?? 1, now: invocation.now
    ) { bar.show($0) }
  }

  private func ask(_ path: String) throws -> String? {
    let demo = DatabaseFiles(invocation.environment).demo
    try invocation.output.write(
      """
      There is no database at \(path) yet.

        d  look around in the demo town (made up, kept apart in \(demo))
        n  make a new, empty database for real things
        q  leave


      """)
    while true {
      try invocation.output.write("d, n or q? ")
      try invocation.output.flush()
      switch readLine()?.trimmed.lowercased() {
      case "d":
        try DatabaseFiles(invocation.environment).checkFolder()
        if access(demo, F_OK) != 0 { try makeDemo(at: demo) }
        return demo
      case "n":
        try DatabaseFiles(invocation.environment).makeFolder(for: path)
        guard let centre = Coordinate(latitude: 0, longitude: 0) else { return nil }
        _ = try Store.create(
          at: path, kind: .live, name: "My town", zone: "UTC", centre: centre, now: invocation.now,
          zones: SystemZones.zones)
        return path
      case "q", nil: return nil
      default: continue
      }
    }
  }
}
