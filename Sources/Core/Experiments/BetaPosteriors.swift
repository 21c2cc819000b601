import Glibc

/// What is believed of the rates of some arms after their counts, if before them every rate was as likely as any other
/// (Beta(1, 1)): the chance of each to be the best, and what choosing it is expected to cost.
///
/// Exact but for rounding. The integrals are taken panel by panel wherever any arm's density lives, so the time depends
/// on the number of arms and not on the counts. Shares below and above a point are summed from either end, so that small
/// ones keep their digits.
package struct BetaPosteriors: Hashable, Sendable {
  /// Of each arm, the chance that its rate is the highest; together 1.
  package let chances: [Double]
  /// Of each arm, how far its rate is expected to fall short of the highest, 0 ... 1.
  package let expectedLosses: [Double]

  /// - Requires: at least one arm. O(arms^2).
  package init(_ arms: [Conversions]) {
    // Next to a rate of 1 numbers are too coarse: there the failures' rates are compared, the lowest being the best.
    let isMirrored = arms.reduce(Int128(0)) { $0 + Int128($1.count) - Int128($1.others) } > 0
    let densities = arms.map { BetaDensity(isMirrored ? Conversions($0.others, of: $0.n) : $0) }
    let cuts = BetaDensity.cuts(for: densities)
    let tables = densities.map { $0.table(cuts: cuts) }
    let beaten = tables.map { isMirrored ? $0.above : $0.below }
    // ln of the chance that an arm is not above a point, from whichever of both shares is the smaller one.
    let lnBeaten = zip(beaten, tables.map { isMirrored ? $0.below : $0.above }).map { beaten, unbeaten in
      zip(beaten, unbeaten).map { $0 < 0.5 ? log($0) : log1p(-$1) }
    }
    var chances = [Double](repeating: 0, count: arms.count)
    var losses = chances
    // For each arm ln of the chance that neither it nor one after it is above the point.
    var lnLater = [Double](repeating: 0, count: arms.count + 1)
    for (panel, (start, end)) in zip(cuts, cuts.dropFirst()).enumerated() {
      for (offset, point) in GaussLegendre.points.enumerated() {
        let place = panel * GaussLegendre.count + offset
        for arm in arms.indices.reversed() {
          lnLater[arm] = lnLater[arm + 1] + lnBeaten[arm][place]
        }
        var lnEarlier = 0.0
        for arm in arms.indices {
          let lnRivals = lnEarlier + lnLater[arm + 1]
          let part = point.weight * (end - start)
          chances[arm] += part * tables[arm].density[place] * exp(lnRivals)
          // E max - E own is the integral of the chance that the own rate is below the point and another one is not.
          losses[arm] += part * beaten[arm][place] * -expm1(lnRivals)
          lnEarlier += lnBeaten[arm][place]
        }
      }
    }
    self.chances = chances.map { min(1, $0) }
    expectedLosses = losses
  }
}
