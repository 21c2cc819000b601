import Core
import TUI

/// Reads the member `keys` of a configuration: command ids, each with one key or a list of them.
enum KeyOverrides {
  /// The keys in force, those of the table for commands with a fault; the members that count; everything that is wrong.
  static func read(_ json: JSON) -> (keymap: Keymap, counting: JSON, faults: [Config.Fault]) {
    guard case .object(let members) = json else {
      let message = "must be an object of command ids and keys, such as {\"list.sort\": \"o\"}"
      return (.standard, [:], [Config.Fault(field: "keys", message: message)])
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
    // Every round takes out what is wrong; at the end of them stands the table as it is.
    while true {
      do {
        let keymap = try Keymap(overrides: names)
        return (keymap, .object(members.filter { names[$0.name] != nil }), faults)
      } catch {
        for fault in error.faults {
          let command = member(at: fault, in: names)
          let new = Config.Fault(field: "keys.\(command)", message: "\(fault)")
          if !faults.contains(new) { faults.append(new) }
        }
        let wrong = Set(error.faults.map { member(at: $0, in: names) })
        guard names.keys.contains(where: wrong.contains) else { return (.standard, [:], faults) }
        names = names.filter { !wrong.contains($0.key) }
      }
    }
  }

  /// The member a fault is about: of two commands with one key the one the configuration gives it to.
  private static func member(at fault: KeymapFault, in names: [String: [String]]) -> String {
    if case .conflict(_, let one, _) = fault, names[fault.command] == nil { return one }
    return fault.command
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
