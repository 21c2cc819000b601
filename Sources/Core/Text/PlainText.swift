/// The rule for every text that people or files give: bounded, one line, and without control characters.
package enum PlainText {
  /// Returns `text` with outer blanks removed.
  ///
  /// - Throws: ``InvalidInput`` naming `field` if it is empty, longer than `limit` scalars, or holds a control
  ///   character, a line or paragraph separator, or a bidirectional override.
  package static func checked(
    _ text: String, field: String, limit: Int = 120, allowEmpty: Bool = false
  ) throws(InvalidInput) -> String {
    // A ten-megabyte title is refused by its size alone, before anything walks over it.
    guard text.utf8.count <= limit * 4 else {
      throw InvalidInput(field: field, "is longer than \(limit) characters; shorten it")
    }
    for scalar in text.unicodeScalars where isForbidden(scalar) {
      let code = String(scalar.value, radix: 16, uppercase: true)
      let zeros = String(repeating: "0", count: max(0, 4 - code.count))
      throw InvalidInput(field: field, "holds the control character U+\(zeros)\(code); remove it")
    }
    let trimmed = trimmed(text)
    guard allowEmpty || !trimmed.isEmpty else { throw InvalidInput(field: field, "is empty; give a text") }
    guard trimmed.unicodeScalars.count <= limit else {
      throw InvalidInput(field: field, "is longer than \(limit) characters; shorten it")
    }
    return trimmed
  }

  /// Whether a scalar could steer a terminal or reorder the text around it.
  package static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// At most `limit` scalars of any text, with U+FFFD in place of each one that could steer a terminal. O(limit).
  package static func printable(_ text: String, limit: Int) -> String {
    var shown = String.UnicodeScalarView()
    for (count, scalar) in text.unicodeScalars.prefix(limit + 1).enumerated() {
      if count == limit { return String(shown) + "…" }
      shown.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(shown)
  }

  private static func trimmed(_ text: String) -> String {
    let head = text.drop { $0.isWhitespace }
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
  }
}
