/// Texts within a rule line: bare where they can be, in quotes where they must.
enum RuleToken {
  /// Words that stand for themselves, and are therefore no keywords.
  static let flags = ["urgent", "paused"]

  /// Signs that end a bare word or give it another meaning.
  static func isSpecial(_ character: Character) -> Bool {
    character.isWhitespace || "\"\\:<>=*".contains(character)
  }

  /// Whether a keyword can stand bare and is read back as the same.
  static func isPlain(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, first.isLetter || first.isNumber, last != "," else {
      return false
    }
    return !flags.contains(text) && !text.contains(where: isSpecial)
  }

  /// In quotes, with `"` and `\` behind a `\`.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      if character == "\"" || character == "\\" { quoted += "\\" }
      quoted.append(character)
    }
    return quoted + "\""
  }

  /// What stands between two quotes, read back.
  static func unquoted(_ text: String) -> String {
    var plain = ""
    var isEscaped = false
    for character in text.dropFirst().dropLast() {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        plain.append(character)
        isEscaped = false
      }
    }
    return plain
  }
}
