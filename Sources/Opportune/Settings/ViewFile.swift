import Canvas
import Core
import Glibc
import TUI

/// `opportune/view.json` under the XDG state folder: how things were seen when the dashboard was left. Written whole or
/// not at all; a broken one is put aside with a word.
struct ViewFile: Sendable {
  let path: String

  /// Nil where neither variable says where state is kept.
  init?(_ environment: Environment) {
    guard let folder = environment.folder("XDG_STATE_HOME", below: ".local/state") else { return nil }
    path = folder + "/opportune/view.json"
  }

  /// What was kept: nothing before the first run, and a word beside it if it cannot be read.
  func read() -> (memory: ViewMemory, problem: String?) {
    do {
      guard let bytes = try ConfigFile(path: path).text() else { return (ViewMemory(), nil) }
      return (try Self.memory(of: JSON(parsing: bytes)), nil)
    } catch {
      return (
        ViewMemory(), "\(path) could not be read, so everything looks as at first: \(Failure(describing: error).line)"
      )
    }
  }

  /// Keeps how things are seen; fails in silence, for it is a convenience.
  func keep(_ memory: ViewMemory) {
    var made = ""
    for part in path.split(separator: "/").dropLast() {
      made += "/" + part
      mkdir(made, 0o700)
    }
    try? WholeFile.write(Self.json(of: memory).text(indented: true) + "\n", to: path, replaces: true)
  }

  private static func json(of memory: ViewMemory) -> JSON {
    [
      "theme": .optional(memory.theme?.rawValue),
      "discover": ["layout": .string(memory.discoverPreset.rawValue), "held_back": .bool(memory.showsHeldBack)],
      "lists": .object(
        Set(memory.sorts.keys).union(memory.columns.keys).sorted().map { name in
          JSON.Member(name, list(memory.sorts[name], memory.columns[name]))
        }),
    ]
  }

  private static func list(_ sort: TableSort?, _ columns: Set<String>?) -> JSON {
    var members: [JSON.Member] = []
    if let sort {
      members = [.init("sort", .string(sort.column)), .init("ascending", .bool(sort.isAscending))]
    }
    if let columns { members.append(.init("columns", .array(columns.sorted().map { .string($0) }))) }
    return .object(members)
  }

  private static func memory(of json: JSON) throws(InvalidInput) -> ViewMemory {
    var memory = ViewMemory()
    var fields = try JSONFields(json)
    memory.theme = try fields.string("theme").flatMap(Theme.init(rawValue:))
    if var discover = try fields.object("discover") {
      memory.discoverPreset = try discover.string("layout").flatMap(DiscoverPreset.init(rawValue:)) ?? .balanced
      memory.showsHeldBack = try discover.bool("held_back") ?? true
    }
    guard case .object(let lists)? = fields.value("lists") else { return memory }
    for list in lists {
      var sort = try JSONFields(list.value, path: list.name)
      if let columns = try sort.strings("columns") { memory.columns[list.name] = Set(columns) }
      guard let column = try sort.string("sort") else { continue }
      memory.sorts[list.name] = TableSort(column, isAscending: try sort.bool("ascending") ?? true)
    }
    return memory
  }
}
