import Glibc

/// Watches how people are divided, look after look, without raising more false alarms for looking often: a Dirichlet prior
/// around the weights against the weights themselves (M. Lindon and A. Malek, "Anytime-valid inference for multinomial
/// count data", arXiv 2011.03567).
package struct SampleRatioMonitor: Hashable, Sendable {
  /// How firmly the prior believes in the weights, in people.
  private static let concentration = 10_000.0

  /// A little less than the evidence at which p is that of an alarm, 1/1000.
  private static let alarmingEvidence = 6.9

  /// The smallest p so far: min(1, 1 / Bayes factor).
  package private(set) var running = PValue(ln: 0)
  private let weights: [Double]
  /// What all looks share.
  private let start: Double

  /// Weights are above zero and sum to 1.
  package init(weights: [Double]) {
    self.weights = weights
    start = weights.reduce(Self.rest(Self.concentration)) { $0 - Self.rest(Self.concentration * $1) }
  }

  /// Reads cumulative counts, in the order of the weights. Where only alarms matter, the many looks that cannot be one are
  /// left out: the evidence is at most the likelihood's, and that at most chi-squared's statistic (A. L. Gibbs and F. E.
  /// Su, "On choosing and bounding probability metrics", 2002).
  package mutating func look(total: Int64, onlyAlarms: Bool = false, _ count: (Int) -> Int64) {
    if onlyAlarms {
      let people = Double(total)
      var statistic = 0.0
      for (arm, weight) in weights.enumerated() {
        let (away, expected) = (Double(count(arm)) - people * weight, people * weight)
        if expected > 0 { statistic += away * away / expected }
      }
      guard statistic >= Self.alarmingEvidence else { return }
    }
    running = min(running, PValue(ln: -logBayesFactor(total: total, count)))
  }

  /// The logarithm of the evidence against the weights; 0 without people and with fewer than two arms.
  ///
  /// The large terms of all gammas together make one deviance for each arm, so that no digit is lost at a thousand
  /// million people.
  package func logBayesFactor(total: Int64, _ count: (Int) -> Int64) -> Double {
    guard weights.count > 1, total > 0 else { return 0 }
    let people = Double(total)
    var sum = start - Self.rest(Self.concentration + people)
    for (arm, weight) in weights.enumerated() {
      let (seen, prior) = (Double(count(arm)), Self.concentration * weight)
      sum += SaddlePoint.deviance(of: prior + seen, by: seen - people * weight) + Self.rest(prior + seen)
    }
    return sum
  }

  /// ln gamma(x) - (x ln x - x).
  private static func rest(_ x: Double) -> Double { SaddlePoint.rest(x) - log(x) }
}
