import Canvas
import Core
import TUI

/// One thing that can be settled in `config.json`: its name, what it takes, and what holds without it.
enum ConfigKey: String, CaseIterable {
  case theme, ascii, mouse
  case distance = "units.distance"
  case clock = "units.clock"
  case currency = "units.currency"
  case startScreen = "start_screen"
  case keys

  /// The words to choose from; none for switches and keys.
  var choices: [String] {
    switch self {
    case .theme: Theme.allCases.map(\.rawValue)
    case .distance: Formats.DistanceUnit.allCases.map(\.rawValue)
    case .clock: Formats.ClockForm.allCases.map(\.rawValue)
    case .currency: Formats.MoneyForm.allCases.map(\.rawValue)
    case .startScreen: Screen.public.map { $0.title.lowercased() }
    case .ascii, .mouse, .keys: []
    }
  }

  /// What it is for.
  var meaning: String {
    switch self {
    case .theme: "Colours of the dashboard."
    case .ascii: "Draw with ASCII signs only."
    case .mouse: "Take clicks and the wheel; else the terminal selects text with them."
    case .distance: "How far things are."
    case .clock: "Hours of a day's clock."
    case .currency: "What stands before amounts."
    case .startScreen: "The screen that opens first."
    case .keys: "Keys of a command, by its id."
    }
  }

  /// What it is for, with what it takes.
  var purpose: String {
    choices.isEmpty ? meaning : "\(meaning.dropLast()): \(Words.either(choices))."
  }

  /// What holds without it.
  var fallback: JSON {
    switch self {
    case .theme: "dark"
    case .ascii: false
    case .mouse: true
    case .distance: "metres"
    case .clock: "24"
    case .currency: "sign"
    case .startScreen: "discover"
    case .keys: [:]
    }
  }
}

extension Screen {
  /// The screens a person can begin with.
  static var `public`: [Screen] { allCases.filter { $0.rawValue > 0 && $0.rawValue < 10 } }
}
