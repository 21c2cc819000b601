import Core
import Glibc
import Store
import TUI

/// Opens the first database of a dashboard that began without one, and makes it where it is missing.
final class DatabaseMaker {
  private let invocation: Invocation
  private let whenOpen: (String) -> Void
  /// The database; nil until one is there.
  private(set) var path: String?

  /// - Parameter whenOpen: called once with the path.
  init(_ invocation: Invocation, whenOpen: @escaping (String) -> Void) {
    self.invocation = invocation
    self.whenOpen = whenOpen
  }

  /// Opens what was chosen. What is made is whole when this returns; if it throws, nothing of it remains.
  /// - Parameter progress: called with the part that is done, 0 to 1, and how much that is; may throw to stop the work.
  func open(_ choice: DatabaseChoice, progress: (Double, String) throws -> Void) throws -> OpenedDatabase {
    let files = DatabaseFiles(invocation.environment)
    let isDemo = choice == .demo && !invocation.globals.demo
    let target = isDemo ? files.demo : try invocation.databasePath
    if target == files.demo || target == files.standard { try files.checkFolder() }
    try files.makeFolder(for: target)
    var isNew = true
    switch choice {
    case .demo where access(target, F_OK) == 0: isNew = false
    case .demo: try makeDemo(at: target, progress)
    case .new(let database): try make(database, at: target)
    }
    path = target
    whenOpen(target)
    return OpenedDatabase(
      isNew: isNew, isDemo: choice == .demo, standsAt: isNew ? nil : StandingClock.of(target, machine: invocation.now))
  }

  private func makeDemo(at target: String, _ progress: (Double, String) throws -> Void) throws {
    let size = DemoSize.standard
    _ = try DemoTown.make(at: target, size: size, seed: invocation.globals.seed ?? 1, now: invocation.now) { part in
      try progress(part, "day \(Int((part * Double(size.days)).rounded(.down))) of \(size.days)")
    }
  }

  private func make(_ database: NewDatabase, at target: String) throws {
    let centre = try Coordinate(
      latitude: database.latitude, longitude: database.longitude, latitudeField: "lat", longitudeField: "lng")
    _ = try Store.create(
      at: target, kind: .live, name: PlainText.checked(database.name, field: "name"), zone: database.zone,
      centre: centre, now: invocation.now, zones: SystemZones.zones)
  }
}

/// Where a demo's own clock stands.
enum StandingClock {
  /// The town's time; nil where the town goes by the machine's, or cannot be asked yet: whatever is wrong with the file is
  /// said once the dashboard is there.
  static func of(_ path: String, machine: Timestamp) -> Timestamp? {
    let store = try? Store.open(at: path, readOnly: true, now: machine, zones: SystemZones.zones)
    let clock = try? store?.townClock(machine: machine)
    return clock == machine ? nil : clock
  }
}
