/// Why a rule finds a listing, or why not: every criterion it has, met or not, in words.
package struct RuleVerdict: Hashable, Sendable {
  /// One criterion and how it went.
  package struct Finding: Hashable, Sendable {
    package let criterion: RuleCriterion
    package let isMet: Bool
    /// A sentence without its full stop.
    package let reason: String

    package init(criterion: RuleCriterion, isMet: Bool, reason: String) {
      self.criterion = criterion
      self.isMet = isMet
      self.reason = reason
    }
  }

  /// In the order of ``RuleCriterion``.
  package let findings: [Finding]
  /// The listing's words that the keywords found, folded; of each keyword the first.
  package let matchedWords: [String]

  /// Whether every criterion is met.
  package var isMatch: Bool { findings.allSatisfy(\.isMet) }

  /// The first that is not met, which is why.
  package var obstacle: Finding? { findings.first { !$0.isMet } }

  package init(of terms: RuleTerms, for listing: PackedListing) {
    findings = []
    matchedWords = []
  }
}
