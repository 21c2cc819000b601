import Glibc

/// R. A. Fisher's exact test of two rates, two-sided: the probability of all tables with the same margins that are no
/// more probable than the one seen.
///
/// Tables count as equally probable within a relative 1e-7, as in R. Time grows with the standard deviation of a cell,
/// not with the counts: two milliseconds at a thousand million people per arm.
package struct FisherTest: Hashable, Sendable {
  package let p: PValue
  /// H. O. Lancaster's mid-p (JASA 56, 1961): tables as probable as the one seen, itself among them, count half.
  package let midP: PValue

  /// Relative difference of two probabilities that are taken to be the same.
  private static let tolerance = 1e-7

  /// Nil while an arm is empty. Where nobody or everybody converted there is one table only, and p is 1.
  package init?(control: Conversions, variant: Conversions) {
    guard control.n > 0, variant.n > 0 else { return nil }
    let tables = Hypergeometric(
      n: variant.n, others: control.n, conversions: control.count + variant.count)
    let seen = Walk(tables: tables, seen: variant.count)
    guard let low = seen.boundary(below: true), let high = seen.boundary(below: false) else {
      p = PValue(ln: 0)
      let same =
        seen.tail(from: variant.count, share: 1, down: true, onlyTies: true).ties
        + seen.tail(from: variant.count, share: 1, down: false, onlyTies: true).ties - 1
      midP = PValue(ln: log1p(-0.5 * same * exp(seen.ln)))
      return
    }
    let lower = seen.tail(from: low.x, share: low.share, down: true)
    let upper = seen.tail(from: high.x, share: high.share, down: false)
    p = PValue(ln: seen.ln + log(lower.sum + upper.sum))
    midP = PValue(ln: seen.ln + log(lower.sum - lower.ties / 2 + upper.sum - upper.ties / 2))
  }

  /// Sums over tables, in units of the probability of the one seen.
  private struct Walk {
    let tables: Hypergeometric
    let seen: Int64
    /// Logarithm of the probability of the table seen.
    let ln: Double

    init(tables: Hypergeometric, seen: Int64) {
      self.tables = tables
      self.seen = seen
      ln = tables.lnProbability(seen)
    }

    /// The table nearest to the mode on one side of it that is no more probable than the one seen, and its probability
    /// against it; nil if even the mode is none more probable. A table beyond the support stands for an empty side.
    func boundary(below: Bool) -> (x: Int64, share: Double)? {
      let mode = tables.mode
      let top = exp(tables.lnProbability(mode) - ln)
      guard top > 1 + FisherTest.tolerance else { return nil }
      guard below == (seen < mode) else { return opposite(below: below, mode: mode) }
      // On its own side: the one seen, or one nearer to the mode that is as probable.
      var (x, share) = (seen, 1.0)
      while true {
        let next = share * (below ? tables.ratioUp(x) : tables.ratioDown(x))
        guard next <= 1 + FisherTest.tolerance else { return (x, share) }
        share = next
        x += below ? 1 : -1
      }
    }

    private func opposite(below: Bool, mode: Int64) -> (x: Int64, share: Double) {
      // Probabilities fall from the mode outwards: halve what is left until one table is.
      var inside = mode
      var outside = below ? tables.support.lowerBound - 1 : tables.support.upperBound + 1
      while abs(outside - inside) > 1 {
        let middle = inside + (outside - inside) / 2
        if share(of: middle) > 1 + FisherTest.tolerance { inside = middle } else { outside = middle }
      }
      return (outside, tables.support.contains(outside) ? share(of: outside) : 0)
    }

    /// Probability against the table seen. Where both logarithms are huge, what rounding leaves of them is no difference.
    private func share(of x: Int64) -> Double {
      let difference = tables.lnProbability(x) - ln
      return abs(difference) <= 8 * ln.magnitude * .ulpOfOne ? 1 : exp(difference)
    }

    /// The sum from one table outwards, and of it what is as probable as the one seen.
    func tail(
      from start: Int64, share: Double, down: Bool, onlyTies: Bool = false
    ) -> (sum: Double, ties: Double) {
      guard tables.support.contains(start) else { return (0, 0) }
      let last = down ? tables.support.lowerBound : tables.support.upperBound
      var (x, term, sum, ties) = (start, share, 0.0, 0.0)
      while true {
        sum += term
        let isTie = term >= 1 - FisherTest.tolerance
        if isTie { ties += term }
        guard x != last, isTie || !onlyTies else { break }
        let ratio = down ? tables.ratioDown(x) : tables.ratioUp(x)
        term *= ratio
        // What is left is less than a geometric series with this ratio.
        guard term > (1 - ratio) * sum * 0x1p-56 else { break }
        x += down ? -1 : 1
      }
      return (sum, ties)
    }
  }
}
