import Glibc

extension MetricComparison {
  /// The chance that the variant is better than the control: exact Bayes where every rate was as likely as any other
  /// before, of money the normal approximation. Nil while an arm is empty, and of money that does not vary.
  package var chance: Double? {
    if let rates { return rates.hasBoth ? rates.chance : nil }
    guard let difference, let variance else { return nil }
    return Normal.cumulative(difference / variance.squareRoot())
  }
}

extension RateComparison {
  /// The chance that the variant's rate is the higher one, with Beta(1, 1) before: exact, and cheap enough for a list.
  ///
  /// A Beta with whole parameters is an order statistic of uniform numbers, so that which of two is the higher is a
  /// question of how two samples mix, and the answer one tail of a hypergeometric distribution (P. M. E. Altham, "Exact
  /// Bayesian analysis of a 2 x 2 contingency table", JRSS B 31, 1969). O(standard deviation of the tail).
  package var chance: Double {
    let tables = Hypergeometric(
      n: control.n + 1, others: variant.n + 1, conversions: control.count + variant.count + 1)
    // At least one more than the control's conversions lie among the lowest: its rate is the lower one.
    let first = control.count + 1
    let isUpper = first > tables.mode
    let start = isUpper ? first : first - 1
    guard tables.support.contains(start) else { return isUpper ? 0 : 1 }
    let last = isUpper ? tables.support.upperBound : tables.support.lowerBound
    var (x, term, sum) = (start, 1.0, 1.0)
    while x != last, term > sum * 0x1p-56 {
      term *= isUpper ? tables.ratioUp(x) : tables.ratioDown(x)
      sum += term
      x += isUpper ? 1 : -1
    }
    let tail = exp(tables.lnProbability(start) + log(sum))
    return isUpper ? tail : 1 - tail
  }
}
