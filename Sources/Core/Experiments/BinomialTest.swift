import Glibc

/// The exact binomial test, two-sided by probability ordering: everything at most as likely as what was seen counts.
///
/// Probabilities are C. Loader's, "Fast and accurate computation of binomial probabilities" (2000), and each tail is
/// summed from its near end outward, so that neither a thousand million trials nor a tail of 1e-5000 loses digits.
package struct BinomialTest: Hashable, Sendable {
  /// Counts that are as likely as the one seen but for rounding are as far out as it.
  private static let tie = 1e-7

  private let trials: Int64
  private let chance: Double

  /// `chance` is that of a success, 0 < chance < 1.
  package init(trials: Int64, chance: Double) {
    self.trials = trials
    self.chance = chance
  }

  /// ln p of so many successes. O(standard deviation of the count).
  package func logP(successes: Int64) -> Double {
    let mean = Double(trials) * chance
    let bound = logProbability(successes) + log1p(Self.tie)
    let isLow = Double(successes) < mean
    // From the mean outward on the other side probabilities only fall, so the first that counts is found by halving.
    var (near, far) = isLow ? (Int64(mean.rounded(.up)), trials + 1) : (Int64(mean.rounded(.down)), -1)
    if Double(successes) == mean { return 0 }
    if logProbability(near) <= bound { far = near }
    while (far - near).magnitude > 1 {
      let middle = near + (far - near) / 2
      if logProbability(middle) <= bound { far = middle } else { near = middle }
    }
    let here = logTail(from: successes, step: isLow ? -1 : 1)
    guard (0...trials).contains(far) else { return min(0, here) }
    let there = logTail(from: far, step: isLow ? 1 : -1)
    return min(0, max(here, there) + log1p(exp(-(here - there).magnitude)))
  }

  /// ln of the probability of exactly so many successes.
  package func logProbability(_ successes: Int64) -> Double {
    // Successes and failures differ from their expectations by the same number.
    let away = Double(successes) - Double(trials) * chance
    return [(successes, away), (trials - successes, -away)].reduce(SaddlePoint.rest(Double(trials))) { ln, cell in
      ln - SaddlePoint.rest(Double(cell.0)) - SaddlePoint.deviance(of: Double(cell.0), by: cell.1)
    }
  }

  /// ln of the sum of all probabilities from one count outward.
  private func logTail(from first: Int64, step: Int64) -> Double {
    var (sum, term, count) = (1.0, 1.0, first)
    let odds = chance / (1 - chance)
    while count + step >= 0, count + step <= trials, term > sum * 1e-17 {
      let x = Double(count)
      term *= step > 0 ? (Double(trials) - x) / (x + 1) * odds : x / (Double(trials) - x + 1) / odds
      sum += term
      count += step
    }
    return logProbability(first) + log(sum)
  }
}
