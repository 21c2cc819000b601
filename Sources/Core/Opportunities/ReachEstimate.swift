/// How many of the parking sessions of the last seven days would have seen an offer, and what it was that the others
/// would not have seen it for.
package struct ReachEstimate: Equatable, Sendable {
  /// Sessions looked at.
  package let sessions: Int
  /// Those with at least one moment in which nothing held the offer back.
  package let eligible: Int
  /// By what they cost, the most first; rules that cost nothing are left out.
  package let costs: [Cost]
  /// Of each hour of the week, Monday 00:00 first: whether the offer may appear then, 0 to 1 of the hour.
  package let open: [Double]
  /// Of each hour of the week, Monday 00:00 first: parked sessions within walking limit, a mean over the sample.
  package let parked: [Double]

  /// What one rule costs.
  package struct Cost: Equatable, Sendable {
    package let code: HeldBackCode
    /// Sessions that this rule alone would hold the offer back from all the time.
    package let excluded: Int
    /// Sessions that would be eligible without this rule.
    package let only: Int

    package init(code: HeldBackCode, excluded: Int, only: Int) {
      self.code = code
      self.excluded = excluded
      self.only = only
    }
  }

  package init(sessions: Int, eligible: Int, costs: [Cost], open: [Double], parked: [Double]) {
    self.sessions = sessions
    self.eligible = eligible
    self.costs = costs
    self.open = open
    self.parked = parked
  }
}
