/// Which numbers a field takes.
package struct NumberRule: Hashable, Sendable {
  package let range: ClosedRange<Double>
  /// Digits behind the point; 0 takes whole numbers only.
  package let decimals: Int
  /// Whether nothing at all is fine too.
  package let isOptional: Bool
  /// Whether more digits behind the point are refused; else they are kept.
  package let isExact: Bool

  package init(range: ClosedRange<Double>, decimals: Int = 0, isOptional: Bool = false, isExact: Bool = false) {
    self.range = range
    self.decimals = decimals
    self.isOptional = isOptional
    self.isExact = isExact
  }

  /// What is wrong with a text as such a number; nil if nothing is.
  package func objection(to text: String) -> String? {
    if text.isEmpty { return isOptional ? nil : "is empty; give a number" }
    guard let value = Double(text), value.isFinite else { return "must be a number" }
    if decimals == 0, value != value.rounded() { return "must be a whole number" }
    if isExact, text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().joined().count > decimals {
      return "takes at most \(decimals) digits behind the point"
    }
    return range.contains(value)
      ? nil : "must be between \(self.text(range.lowerBound)) and \(self.text(range.upperBound))"
  }

  /// A number as it is typed: no more digits than it needs.
  package func text(_ value: Double) -> String {
    Int64(exactly: value).map { String($0) } ?? String(value)
  }
}
