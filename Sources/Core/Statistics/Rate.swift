/// A share of a count with its base and its interval.
package struct Rate: Hashable, Sendable {
  package let count: Int64
  /// The n of the share.
  package let base: Int64
  /// What the base is, in words.
  private let name: String

  package init(_ count: Int64, of base: Int64, _ name: String) {
    self.count = count
    self.base = base
    self.name = name
  }

  /// The share; nil without a base.
  package var value: Double? { base > 0 ? Double(count) / Double(base) : nil }

  /// Wilson's interval at 95 %; nil without a base or where the count exceeds it.
  package var interval: (low: Double, high: Double)? { Wilson.interval(successes: count, trials: base) }

  /// Why there is no share or no interval; nil if there are both.
  package var reason: String? {
    if base <= 0 { return "there were no \(name)" }
    return count > base ? "some of them belong to \(name) before these days" : nil
  }
}
