/// Writes the line of a rule.
enum RuleLinePrinter {
  static func line(_ draft: RuleDraft) -> String { "" }
}
