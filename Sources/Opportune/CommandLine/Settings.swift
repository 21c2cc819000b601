import Canvas
import Core

/// What a person has settled in `opportune/config.json`; flags and the environment stand above it.
struct Settings {
  /// Colours; nil is the terminal's usual.
  private(set) var theme: Theme?
  /// Signs; nil is found out from the locale.
  private(set) var glyphs: Glyphs?
  /// Whether the dashboard takes the mouse.
  private(set) var usesMouse = true

  /// Reads the file if there is one, then the flags.
  /// - Throws: ``InvalidInput`` naming a key that is not known or has a wrong value.
  init(_ invocation: Invocation) throws {
    if let text = try Self.file(invocation.environment) {
      var fields = try JSONFields(JSON(parsing: text), path: "config.json")
      theme = try fields.string("theme").map { name throws(InvalidInput) in
        try Theme.parsing(name, field: "config.json.theme")
      }
      if try fields.bool("ascii") ?? false { glyphs = .ascii }
      usesMouse = try fields.bool("mouse") ?? true
      try fields.finish()
    }
    if invocation.environment.refusesUnicode { glyphs = .ascii }
    if let name = invocation.arguments.text("theme") { theme = Theme(rawValue: name) }
    if invocation.arguments.has("ascii") { glyphs = .ascii }
  }

  private static func file(_ environment: Environment) throws -> String? {
    let folder = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let root = folder ?? environment["HOME"].map({ $0 + "/.config" }) else { return nil }
    let path = root + "/opportune/config.json"
    let source: ByteSource
    do {
      source = try ByteSource(path: path)
    } catch {
      guard error.status == .notFound else { throw error }
      return nil
    }
    var bytes: [UInt8] = []
    while bytes.count <= LineReader.limit, let byte = try source.next() { bytes.append(byte) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
