import Core

/// What a command gives back.
enum Answer {
  /// A document: JSON for scripts, text for people.
  case document(JSON, status: ExitStatus = .done, text: () -> String)
  /// Already written by the command itself.
  case written(ExitStatus)

  /// Text for both.
  static func text(_ text: String) -> Answer {
    .document(.string(text), text: { text })
  }
}
