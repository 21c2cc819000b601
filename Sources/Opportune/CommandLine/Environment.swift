import Core
import Glibc

/// The environment variables the program heeds. An empty one counts as missing.
struct Environment: Sendable {
  private let variables: [String: String]

  init(_ variables: [String: String]) {
    self.variables = variables
  }

  /// Those of this process that the program knows.
  static let process = Environment(
    Dictionary(
      uniqueKeysWithValues: Self.known.compactMap { variable in
        getenv(variable.name).map { (variable.name, String(cString: $0)) }
      }))

  /// Every variable, with what it is for.
  static let known: [(name: String, meaning: String)] = [
    ("OPPORTUNE_DATABASE", "The database file, where --database is not given."),
    ("OPPORTUNE_ACTOR", "Who acts, where neither --as nor --key-file is given."),
    ("OPPORTUNE_PARTNER_KEY", "The key of the partner who acts, where neither --as nor --key-file is given."),
    ("XDG_DATA_HOME", "Where data is kept; ~/.local/share without it."),
    ("XDG_CONFIG_HOME", "Where settings are read; ~/.config without it."),
    ("XDG_STATE_HOME", "Where it is kept how things were seen; ~/.local/state without it."),
    ("HOME", "The home folder."),
    ("USER", "The name an operator acts under."),
    ("TERM", "The kind of terminal."),
    ("COLORTERM", "truecolor where the terminal has 24-bit colour."),
    ("NO_COLOR", "Draw without colour."),
    ("LC_ALL", "The locale; ASCII is drawn where it is not UTF-8."),
    ("LC_CTYPE", "The same for characters alone."),
    ("LANG", "The same where the others are not set."),
  ]

  /// The variable that names a locale without UTF-8, as C has none; nil where it has, or none is named.
  var refusesUnicodeBy: String? {
    guard let name = ["LC_ALL", "LC_CTYPE", "LANG"].first(where: { self[$0] != nil }), let locale = self[name] else {
      return nil
    }
    return ["utf-8", "utf8"].contains { locale.lowercased().contains($0) } ? nil : name
  }

  /// A variable as it is set, empty or not.
  func given(_ name: String) -> String? { variables[name] }

  subscript(name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
