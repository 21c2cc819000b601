import Canvas
import Core
import TUI

/// What a configuration settles, checked; what it leaves open is absent.
struct Config {
  /// Something that is wrong in it.
  struct Fault: Equatable {
    /// Dotted, as in `units.clock`; empty for the whole file.
    let field: String
    /// What is wrong and what is allowed, in words.
    let message: String
    /// Where the field stands; nil where that is unknown, or in the message.
    var line: Int?

    /// For people: `line 3: theme must be one of …`.
    var sentence: String {
      let words = field.isEmpty ? message : field.hasPrefix("keys.") ? "\(field): \(message)" : "\(field) \(message)"
      return Printable.sanitised(line.map { "line \($0): \(words)" } ?? words)
    }
  }

  /// By key, each of the kind its key takes.
  private(set) var values: [ConfigKey: JSON] = [:]
  private(set) var keymap = Keymap.standard
  /// Everything that is wrong, in the order of the file.
  private(set) var faults: [Fault] = []

  init() {}

  /// Reads a whole file; faults are noted, and what is faulty counts as absent.
  init(parsing bytes: [UInt8]) {
    do {
      try read(JSON(parsing: bytes), below: "")
    } catch {
      faults.append(Fault(field: error.field, message: error.message))
    }
    let lines = JSONMemberLines(of: bytes)
    for index in faults.indices { faults[index].line = lines.line(of: faults[index].field) }
    faults.sort { ($0.line ?? 0) < ($1.line ?? 0) }
  }

  private mutating func read(_ json: JSON, below path: String) {
    guard case .object(let members) = json else {
      faults.append(
        Fault(
          field: path,
          message: path.isEmpty
            ? "must be a JSON object, such as {\"theme\": \"light\"}" : "must be an object, such as {\"clock\": \"12\"}"
        ))
      return
    }
    for member in members {
      let field = path.isEmpty ? member.name : "\(path).\(member.name)"
      if field == "units" {
        read(member.value, below: field)
      } else if let key = ConfigKey(rawValue: field) {
        note(key, member.value)
      } else {
        let known = ConfigKey.allCases.map(\.rawValue) + ["units"]
        let nearest = NearestName.among(known, to: field)
        faults.append(
          Fault(
            field: field,
            message: "is no setting; "
              + (nearest.map { "did you mean \($0)?" } ?? "known are \(known.joined(separator: ", "))")))
      }
    }
  }

  private mutating func note(_ key: ConfigKey, _ value: JSON) {
    switch (key, value) {
    case (.keys, _):
      let (read, counting, wrong) = KeyOverrides.read(value)
      keymap = read
      faults += wrong
      values[key] = counting
    case (.ascii, .bool), (.mouse, .bool):
      values[key] = value
    case (.ascii, _), (.mouse, _):
      faults.append(Fault(field: key.rawValue, message: "must be true or false, not \(value.text())"))
    case (.clock, .integer(let hours)) where key.choices.contains(String(hours)):
      values[key] = .string(String(hours))
    case (_, .string(let word)) where key.choices.contains(word):
      values[key] = value
    default:
      var nearest: String?
      if case .string(let word) = value { nearest = NearestName.among(key.choices, to: word) }
      faults.append(
        Fault(
          field: key.rawValue,
          message: "must be one of \(key.choices.joined(separator: ", ")), not \(value.text())"
            + (nearest.map { "; did you mean \($0)?" } ?? "")))
    }
  }
}
