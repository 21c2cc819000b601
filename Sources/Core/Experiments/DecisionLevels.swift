/// What an experiment may be wrong with, and how that is divided between the looks and the one read at the planned sample.
///
/// A fifth is for the always-valid test on every look, the rest for the fixed test, once: at 95 % 0.01 and 0.04. Together
/// they stay within the whole (Bonferroni), and the planned sample keeps nearly all of its power.
package struct DecisionLevels: Hashable, Sendable {
  /// The whole: 0.05 at a confidence of 95 %.
  package let alpha: Double
  /// Of the always-valid test, over all looks together.
  package let look: Double
  /// Of the fixed test at the planned sample.
  package let planned: Double

  /// Of a whole of 0 ..< 1. Without the always-valid test the one read has all of it.
  package init(alpha: Double, alwaysValid: Bool = true) {
    self.alpha = alpha
    look = alpha / 5
    planned = alwaysValid ? 4 * alpha / 5 : alpha
  }

  /// Of a confidence as in 0.95, whose binary rest is rounded away.
  package init(confidence: Double, alwaysValid: Bool = true) {
    self.init(alpha: ((1 - confidence) * 1e12).rounded() / 1e12, alwaysValid: alwaysValid)
  }
}
