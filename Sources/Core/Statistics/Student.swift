import CSpecialFunctions
import Synchronization

/// Student's t distribution.
package enum Student {
  private struct Question: Hashable {
    let tail: Double
    let degreesOfFreedom: Double
  }

  /// Quantiles that were worked out before: a list of a thousand campaigns asks for a few of them a thousand times, and
  /// each takes 13 microseconds.
  private static let known = Mutex<[Question: Double]>([:])
  private static let mostKnown = 4_096

  /// The t that a share of `tail` exceeds, 0 < tail < 1; nil without degrees of freedom.
  package static func upperQuantile(_ tail: Double, degreesOfFreedom: Double) -> Double? {
    guard degreesOfFreedom > 0, tail > 0, tail < 1 else { return nil }
    let question = Question(tail: tail, degreesOfFreedom: degreesOfFreedom)
    if let t = known.withLock({ $0[question] }) { return t }
    let t = opportune_student_upper_quantile(degreesOfFreedom, tail)
    guard t.isFinite else { return nil }
    known.withLock { known in
      if known.count >= mostKnown { known.removeAll(keepingCapacity: true) }
      known[question] = t
    }
    return t
  }

  /// The t of a two-sided `confidence`: 2.093 for 0.95 and 19 degrees of freedom.
  package static func twoSided(_ confidence: Double, degreesOfFreedom: Double) -> Double? {
    upperQuantile((1 - confidence) / 2, degreesOfFreedom: degreesOfFreedom)
  }
}
