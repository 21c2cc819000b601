import Core
import TUI

/// Reads the member `keys` of a configuration: command ids, each with one key or a list of them.
enum KeyOverrides {
  /// The keys in force, those of the table where anything is wrong; and everything that is wrong.
  static func read(_ json: JSON) -> (keymap: Keymap, faults: [Config.Fault]) {
    guard case .object(let members) = json else {
      return (.standard, [Config.Fault(field: "keys", message: "must be an object of command ids and keys")])
    }
    var names: [String: [String]] = [:]
    var faults: [Config.Fault] = []
    for member in members {
      guard let keys = Self.names(member.value) else {
        faults.append(
          Config.Fault(
            field: "keys.\(member.name)", message: "must be a key or a list of keys, not \(member.value.text())"))
        continue
      }
      names[member.name] = keys
    }
    do {
      return (try Keymap(overrides: names), faults)
    } catch {
      faults += error.faults.map { Config.Fault(field: "keys.\($0.command)", message: "\($0)") }
      return (.standard, faults)
    }
  }

  private static func names(_ json: JSON) -> [String]? {
    switch json {
    case .string(let name): return [name]
    case .array(let elements):
      let names = elements.compactMap { if case .string(let name) = $0 { name } else { nil } }
      return names.count == elements.count ? names : nil
    default: return nil
    }
  }
}
