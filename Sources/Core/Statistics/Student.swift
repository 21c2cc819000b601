import CSpecialFunctions

/// Student's t distribution.
package enum Student {
  /// The t that a share of `tail` exceeds, 0 < tail < 1; nil without degrees of freedom.
  package static func upperQuantile(_ tail: Double, degreesOfFreedom: Double) -> Double? {
    guard degreesOfFreedom > 0, tail > 0, tail < 1 else { return nil }
    let t = opportune_student_upper_quantile(degreesOfFreedom, tail)
    return t.isFinite ? t : nil
  }

  /// The t of a two-sided `confidence`: 2.093 for 0.95 and 19 degrees of freedom.
  package static func twoSided(_ confidence: Double, degreesOfFreedom: Double) -> Double? {
    upperQuantile((1 - confidence) / 2, degreesOfFreedom: degreesOfFreedom)
  }
}
