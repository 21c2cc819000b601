/// What takes listings away from a rule, criterion by criterion.
package struct RuleFunnel: Hashable, Sendable {
  /// What one criterion takes away.
  package struct Step: Hashable, Sendable {
    package let criterion: RuleCriterion
    /// Listings of which it is the first that is not met: all steps and the matches add up to all listings.
    package let count: Int
    /// Listings that meet everything else: what leaving it out would add.
    package let alone: Int

    package init(criterion: RuleCriterion, count: Int, alone: Int) {
      self.criterion = criterion
      self.count = count
      self.alone = alone
    }
  }

  /// The criteria the rule has, in the order of ``RuleCriterion``.
  package let steps: [Step]

  package init(steps: [Step]) {
    self.steps = steps
  }
}
