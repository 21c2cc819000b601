import Core

/// Keywords as they are typed in a field: with blanks or commas between, phrases in quotes.
enum RuleKeywordsText {
  /// The keywords as a rule line writes them.
  static func text(_ keywords: [RuleKeyword]) -> String { keywords.map(\.text).joined(separator: " ") }

  /// The keywords that a text names.
  /// - Throws: ``InvalidInput`` naming `field`.
  static func keywords(_ text: String, field: String) throws(InvalidInput) -> [RuleKeyword] {
    var keywords: [RuleKeyword] = []
    for part in try parts(text, field: field) { keywords.append(try RuleKeyword(parsing: part, field: field)) }
    return keywords
  }

  /// Splits at blanks and commas that stand outside quotes; a `\` keeps the sign behind it.
  private static func parts(_ text: String, field: String) throws(InvalidInput) -> [String] {
    var parts: [String] = []
    var part = ""
    var isQuoted = false
    var isEscaped = false
    for character in text {
      if isQuoted {
        part.append(character)
        if !isEscaped, character == "\"" { isQuoted = false }
        isEscaped = !isEscaped && character == "\\"
      } else if character == "\"" {
        part.append(character)
        isQuoted = true
      } else if character.isWhitespace || character == "," {
        if !part.isEmpty { parts.append(part) }
        part = ""
      } else {
        part.append(character)
      }
    }
    guard !isQuoted else { throw InvalidInput(field: field, "has a quote that is not closed") }
    return part.isEmpty ? parts : parts + [part]
  }
}
