/// The distance between two ticks: a small whole number times a power of ten, kept apart so that its multiples are the
/// doubles nearest to the decimals people read (3 steps of 0.1 are 0.3).
struct AxisStep: Equatable {
  /// 1, 2 or 5; other whole numbers where the unit has its own rhythm, as hours have.
  let factor: Double

  /// The power of ten.
  let exponent: Int

  /// The decimals a multiple of the step needs.
  var decimals: Int { max(0, -exponent) }

  /// That many steps.
  func times(_ count: Double) -> Double { Self.scaled(count * factor, by: exponent) }

  /// How many steps a value is.
  func count(_ value: Double) -> Double { Self.scaled(value, by: -exponent) / factor }

  /// The smallest step of 1, 2 or 5 times a power of ten that is at least `least` (Heckbert 1990, "Nice numbers for
  /// graph labels"; rounded up, so that there are never more ticks than there is room for).
  static func nice(atLeast least: Double) -> AxisStep {
    guard least.isFinite, least > 0 else { return AxisStep(factor: 1, exponent: 0) }
    var exponent = Int((Double(least.exponent) * 0.301029995663981).rounded(.down))
    while scaled(1, by: exponent) > least, exponent > -330 { exponent -= 1 }
    while scaled(1, by: exponent + 1) <= least { exponent += 1 }
    for factor in [1.0, 2, 5] where scaled(factor, by: exponent) >= least {
      return AxisStep(factor: factor, exponent: exponent)
    }
    return AxisStep(factor: 1, exponent: exponent + 1)
  }

  /// A number times a power of ten; dividing by a whole power keeps decimals exact.
  private static func scaled(_ value: Double, by exponent: Int) -> Double {
    exponent >= 0 ? value * power(exponent) : value / power(min(300, -exponent)) / power(max(0, -exponent - 300))
  }

  private static func power(_ exponent: Int) -> Double {
    exponent < powers.count ? powers[exponent] : .infinity
  }

  /// Exact up to 10^22, and off by the last digits beyond.
  private static let powers: [Double] = (1...308).reduce(into: [1]) { powers, _ in
    powers.append((powers.last ?? 1) * 10)
  }
}
