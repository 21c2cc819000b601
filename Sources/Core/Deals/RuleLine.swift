/// A rule as one line of text (contract.md, "Rule line"): what it is typed as, shown as and kept as.
package enum RuleLine {
  /// - Throws: ``RuleLineError`` with the column of the first mistake and what was expected there.
  package static func parse(_ line: String, places: KnownPlaces) throws(RuleLineError) -> RuleDraft {
    var parser = RuleLineParser(line, places: places)
    return try parser.parse()
  }

  /// The line of a rule; reads back as the same rule.
  package static func print(_ draft: RuleDraft) -> String {
    RuleLinePrinter.line(draft)
  }
}

/// What is wrong with a rule line, and where.
package struct RuleLineError: Error, Hashable, Sendable, CustomStringConvertible {
  /// In characters from 1; one past the end where something is missing.
  package let column: Int
  /// A sentence's end: expected a number after 'price:'.
  package let expected: String

  package init(column: Int, expected: String) {
    self.column = column
    self.expected = PlainText.printable(expected, limit: 300)
  }

  package var description: String { "column \(column): \(expected)" }
}
