import Core

/// What a flag or an argument takes, checked before any command runs.
enum ValueKind: Sendable {
  /// Any text; the placeholder stands for it in help.
  case text(_ placeholder: String)
  case integer(_ placeholder: String, ClosedRange<Int64>)
  case number(_ placeholder: String, ClosedRange<Double>)
  /// An instant in RFC 3339.
  case instant
  /// One of some words.
  case choice([String])
  /// A path, completed by the shell.
  case file(_ placeholder: String)

  /// The id of a stored thing.
  static func id(_ placeholder: String) -> ValueKind {
    .integer(placeholder, 0...Int64.max)
  }

  /// What stands for the value in help.
  var placeholder: String {
    switch self {
    case .text(let placeholder), .integer(let placeholder, _), .number(let placeholder, _), .file(let placeholder):
      placeholder
    case .instant: "TIME"
    case .choice(let words): words.joined(separator: "|")
    }
  }

  /// The kind's name in `help --json`.
  var name: String {
    switch self {
    case .text: "text"
    case .integer: "integer"
    case .number: "number"
    case .instant: "instant"
    case .choice: "choice"
    case .file: "file"
    }
  }

  /// The words to choose from; empty for other kinds.
  var choices: [String] {
    if case .choice(let words) = self { words } else { [] }
  }

  /// What is wrong with a text as a value of this kind, in words; nil if nothing is.
  func objection(to text: String) -> String? {
    switch self {
    case .text, .file:
      return nil
    case .integer(_, let range):
      guard let value = Int64(text) else { return "must be a whole number" }
      return range.contains(value) ? nil : Self.bounds(String(range.lowerBound), String(range.upperBound))
    case .number(_, let range):
      guard let value = Double(text), value.isFinite else { return "must be a number" }
      return range.contains(value) ? nil : Self.bounds("\(range.lowerBound)", "\(range.upperBound)")
    case .instant:
      return Timestamp(rfc3339: text) == nil ? "must be an instant such as 2026-11-21T17:42:00Z" : nil
    case .choice(let words):
      return words.contains(text) ? nil : "must be one of \(words.joined(separator: ", "))"
    }
  }

  /// The choice that a text was probably meant to be.
  func nearest(to text: String) -> String? {
    NearestName.among(choices, to: text)
  }

  private static func bounds(_ low: String, _ high: String) -> String {
    high == String(Int64.max) ? "must be at least \(low)" : "must be between \(low) and \(high)"
  }
}
