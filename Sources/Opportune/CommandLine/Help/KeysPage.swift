import Canvas
import Core
import TUI

/// `help keys` and the keys section of the manual: the dashboard's commands with their keys, from its own table.
enum KeysPage {
  /// For people: sections of keys, titles and explanations.
  static func text(_ keymap: Keymap) -> String {
    let sections = KeySection.allCases.map { section in
      var table = TextTable([.whole("key"), .words("command"), .words("id"), .sentence("what it does")])
      for command in section.commands {
        table.add([names(of: command, keymap), command.title, command.id, command.explanation])
      }
      return "\(section.title)\n\(table.text(empty: "Nothing."))"
    }
    return "Keys of the dashboard. The id names a command under \"keys\" in config.json.\n\n"
      + sections.joined(separator: "\n")
  }

  /// For scripts.
  static func document(_ keymap: Keymap) -> JSON {
    let commands = KeySection.allCases.flatMap { section in section.commands.map { (section, $0) } }
    return [
      "keys": .array(
        commands.map { section, command in
          [
            "id": .string(command.id), "title": .string(command.title), "explanation": .string(command.explanation),
            "section": .string(section.title),
            "keys": .array(keymap.keys(of: command).map { .string($0.description) }),
            "default_keys": .array(command.defaultKeys.map { .string($0.description) }),
          ]
        })
    ]
  }

  /// The shape of ``document(_:)``.
  static let schema: Schema = .fields([
    "keys": .array(
      .fields([
        "id": .string, "title": .string, "explanation": .string, "section": .string, "keys": .array(.string),
        "default_keys": .array(.string),
      ]))
  ])

  /// Pairs of keys and explanations by section, for the manual.
  static func sections(_ keymap: Keymap) -> [(title: String, rows: [(keys: String, meaning: String)])] {
    KeySection.allCases.map { section in
      (
        section.title,
        section.commands.map { (names(of: $0, keymap), "\($0.title) (\($0.id)). \($0.explanation)") }
      )
    }
  }

  private static func names(of command: TUI.Command, _ keymap: Keymap) -> String {
    let names = keymap.names(of: command)
    return names.isEmpty ? "none" : names
  }
}
