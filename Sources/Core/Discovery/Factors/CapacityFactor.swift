/// How scarce an offer has become: none while every place is free, more with each one taken; unlimited offers get none.
package struct CapacityFactor: Sendable {
  /// Nil is unlimited.
  package let total: Int?
  package let left: Int

  package init(total: Int?, left: Int?) {
    self.total = total
    self.left = left ?? total ?? 0
  }

  /// Between 0 and 1: 1 - left / total.
  package var share: Double {
    guard let total else { return 0 }
    return Self.share(total: total, left: left)
  }

  @inline(__always)
  static func share(total: Int, left: Int) -> Double {
    total > 0 ? min(1, max(0, 1 - Double(left) / Double(total))) : 0
  }

  package func points(weight: Double) -> FactorPoints {
    FactorPoints(
      points: weight * share, maximum: weight,
      reason: total.map { "\(left) of \($0) places left" } ?? "unlimited places")
  }
}
