/// Texts within a rule line: bare where they can be, in quotes where they must.
enum RuleToken {
  /// Whether a keyword can stand bare and is read back as the same.
  static func isPlain(_ text: String) -> Bool { false }

  /// In quotes, with `"` and `\` behind a `\`.
  static func quoted(_ text: String) -> String { text }

  /// Without its quotes.
  static func unquoted(_ text: String) -> String { text }
}
