import Canvas
import Core
import Glibc
import TUI

/// What holds in this run: defaults, above them the configuration, the environment and the flags.
struct Settings {
  /// Where a value comes from.
  enum Origin: Equatable {
    case fallback, file
    case environment(String)
    case flag(String)

    /// For people and scripts.
    var name: String {
      switch self {
      case .fallback: "default"
      case .file: "config.json"
      case .environment(let variable): variable
      case .flag(let flag): "--\(flag)"
      }
    }
  }

  /// The flags that stand above the configuration.
  static let flags: [Flag] = [
    Flag("theme", .choice(ConfigKey.theme.choices), "Colours.", fallback: "the configuration's, else dark"),
    .switch("ascii", "Draw with ASCII signs only."),
    Flag("units", .choice(ConfigKey.distance.choices), "How far things are.", fallback: "the configuration's"),
    Flag("clock", .choice(ConfigKey.clock.choices), "Hours of a clock.", fallback: "the configuration's"),
    Flag(
      "currency", .choice(ConfigKey.currency.choices), "What stands before amounts.", fallback: "the configuration's"),
  ]

  /// Every key with its value and where that comes from.
  private(set) var values: [ConfigKey: (value: JSON, origin: Origin)] = [:]
  private(set) var keymap = Keymap.standard
  /// What of the configuration does not count, in one sentence; nil if everything does.
  private(set) var problem: String?

  /// Whatever is in order in the configuration counts; what is not stands in ``problem``.
  /// - Parameter isAlone: whether the configuration is left aside, for what must be the same everywhere.
  init(_ invocation: Invocation, isAlone: Bool = false) {
    for key in ConfigKey.allCases { values[key] = (key.fallback, .fallback) }
    if !isAlone, let file = try? ConfigFile(invocation.environment) { read(file) }
    take(invocation.environment)
    take(invocation.arguments)
  }

  private mutating func read(_ file: ConfigFile) {
    do {
      guard let bytes = try file.text() else { return }
      let config = Config(parsing: bytes)
      for (key, value) in config.values { values[key] = (value, .file) }
      keymap = config.keymap
      guard let fault = config.faults.first else { return }
      let more = config.faults.count > 1 ? " (and \(Words.count(config.faults.count - 1, "fault")) more)" : ""
      problem = "config.json, \(fault.sentence)\(more); the rest counts, and 'opportune config check' lists everything"
    } catch {
      problem = "config.json does not count: \(error.line)"
    }
  }

  /// Says on the error stream what of the configuration does not count, for commands without a screen of their own.
  func warn() {
    guard let problem else { return }
    let errors = StandardOutput(descriptor: STDERR_FILENO)
    try? errors.write("opportune: \(Printable.sanitised(problem))\n")
    try? errors.flush()
  }

  private mutating func take(_ environment: Environment) {
    if let variable = environment.refusesUnicodeBy { values[.ascii] = (true, .environment(variable)) }
    if environment["NO_COLOR"] != nil { values[.theme] = ("mono", .environment("NO_COLOR")) }
  }

  private mutating func take(_ arguments: Arguments) {
    let refusesColour = values[.theme]?.origin == .environment("NO_COLOR")
    for (flag, key) in [("theme", ConfigKey.theme), ("units", .distance), ("clock", .clock), ("currency", .currency)] {
      if key == .theme, refusesColour { continue }
      if let word = arguments.text(flag) { values[key] = (.string(word), .flag(flag)) }
    }
    if arguments.has("ascii") { values[.ascii] = (true, .flag("ascii")) }
  }

  private func word(_ key: ConfigKey) -> String {
    if case .string(let word)? = values[key]?.value { word } else { "" }
  }

  private func isOn(_ key: ConfigKey) -> Bool { values[key]?.value == .bool(true) }

  /// Colours; nil is the terminal's usual.
  var theme: Theme? { Theme(rawValue: word(.theme)) }

  /// Whether the colours were asked for by a flag or the environment, above what was chosen at run time.
  var fixesTheme: Bool {
    switch values[.theme]?.origin {
    case .flag, .environment: true
    default: false
    }
  }

  /// Signs; nil is found out from the locale.
  var glyphs: Glyphs? { isOn(.ascii) ? .ascii : nil }

  /// Whether the dashboard takes the mouse.
  var usesMouse: Bool { isOn(.mouse) }

  var formats: Formats {
    Formats(
      distance: Formats.DistanceUnit(rawValue: word(.distance)) ?? .metres,
      clock: Formats.ClockForm(rawValue: word(.clock)) ?? .twentyFour,
      money: Formats.MoneyForm(rawValue: word(.currency)) ?? .sign)
  }

  var startScreen: Screen { Screen.public.first { $0.title.lowercased() == word(.startScreen) } ?? .discover }

  /// How things are seen at first.
  func view(exportFolder: String = "the current folder") -> ViewSettings {
    ViewSettings(theme: theme ?? .dark, formats: formats, exportFolder: exportFolder)
  }
}
