/// What a rule means, in words: any of gaming, pc; not mac; in electronics; $200.00 to $800.00.
package enum RuleWords {
  /// The meaning of the terms, part by part, in the order of ``RuleCriterion``.
  package static func parts(_ terms: RuleTerms) -> [String] { [] }

  /// The whole meaning as one sentence without its full stop.
  package static func meaning(_ terms: RuleTerms) -> String {
    parts(terms).joined(separator: "; ")
  }
}
