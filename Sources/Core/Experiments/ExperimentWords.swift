import Glibc

/// Numbers of experiments inside sentences.
package enum ExperimentWords {
  /// A count with its thousands apart: 3,841.
  package static func whole(_ count: Int64) -> String {
    var rest = count.magnitude
    var text = ""
    while rest >= 1000 {
      text = "," + padded(Int(rest % 1000), 3) + text
      rest /= 1000
    }
    return (count < 0 ? "-" : "") + String(rest) + text
  }

  /// 1 person, 3,841 people.
  package static func people(_ count: Int64) -> String { count == 1 ? "1 person" : "\(whole(count)) people" }

  /// What an arm without a name is called: A, B, C …
  package static func letter(_ arm: Int) -> String {
    arm < 26 ? String(UnicodeScalar(UInt8(65 + arm))) : "arm \(arm)"
  }

  /// Weights as small whole numbers where they are such, else as percentages: 1:1, 2:1:1, 33.3:66.7.
  package static func proportions(_ weights: [Double]) -> String {
    guard let least = weights.min(), least > 0 else { return "" }
    for factor in 1...10 {
      let parts = weights.map { $0 / least * Double(factor) }
      guard parts.allSatisfy({ abs($0 - $0.rounded()) < 1e-6 && $0 < 1000 }) else { continue }
      return parts.map { "\(Int($0.rounded()))" }.joined(separator: ":")
    }
    return weights.map { Words.number($0 * 100) }.joined(separator: ":")
  }

  /// A rate as a percentage, a mean of money as an amount: 10.0 %, $14.20.
  package static func estimate(_ value: Double, _ metric: ExperimentMetric) -> String {
    metric.isRate ? "\(fixed(value * 100)) %" : amount(value)
  }

  /// A difference of two of them: +2.0 points, -$0.40.
  package static func difference(_ value: Double, _ metric: ExperimentMetric) -> String {
    metric.isRate ? "\(signed(value * 100)) points" : sign(value) + amount(value.magnitude)
  }

  /// Both ends of an interval of differences, as fine as its width and as a bound that is not zero ask: -2.4 to +6.4
  /// points.
  package static func interval(_ interval: Interval, _ metric: ExperimentMetric) -> String {
    guard metric.isRate else {
      return "\(difference(interval.low, metric)) to \(difference(interval.high, metric))"
    }
    let (low, high) = (interval.low * 100, interval.high * 100)
    let places = max(decimals(high - low), [low, high].map { $0 == 0 ? 1 : decimals($0, digits: 1) }.max() ?? 1)
    return "\(signed(low, places)) to \(signed(high, places)) points"
  }

  /// A relative change: +20 %, -1.4 %.
  package static func lift(_ value: Double) -> String {
    let percent = value * 100
    guard percent.magnitude >= 9.95, percent.magnitude < 1e15 else { return signed(percent) + " %" }
    return sign(percent) + whole(Int64(percent.magnitude.rounded())) + " %"
  }

  /// How often chance alone gives a gap: about 1 time in 7.
  package static func odds(_ p: PValue) -> String {
    let value = p.value
    if value > 0.95 { return "nearly always" }
    if value >= 0.4 { return "about \(Int((value * 10).rounded())) times in 10" }
    guard value > 1e-9 else { return "less than 1 time in \(whole(1_000_000_000))" }
    let times = 1 / value
    // Two digits are as many as anybody hears.
    let scale = times < 100 ? 1 : pow(10, floor(log10(times)) - 1)
    return "about 1 time in \(whole(Int64((times / scale).rounded() * scale)))"
  }

  /// How many decimals show the first digits of a number, from one to six.
  private static func decimals(_ value: Double, digits: Int = 2) -> Int {
    let least = digits == 2 ? 9.95 : 0.5
    guard value.magnitude >= 5e-7 else { return 1 }
    return (1...5).first { value.magnitude * pow(10, Double($0)) >= least } ?? 6
  }

  /// With as many decimals: 12.0, 0.034.
  private static func fixed(_ value: Double, _ decimals: Int? = nil) -> String {
    let size = value.magnitude
    guard size < 1e12 else { return "\(value)" }
    let places = decimals ?? Self.decimals(value)
    let scale = pow(10, Double(places))
    let units = Int64((size * scale).rounded())
    let (whole, rest) = units.quotientAndRemainder(dividingBy: Int64(scale))
    let text = "\(self.whole(whole)).\(padded(Int(rest), places))"
    return value < 0 && units > 0 ? "-" + text : text
  }

  private static func signed(_ value: Double, _ decimals: Int? = nil) -> String {
    let text = fixed(value.magnitude, decimals)
    return text.allSatisfy { "0.,".contains($0) } ? text : sign(value) + text
  }

  private static func sign(_ value: Double) -> String {
    value > 0 ? "+" : value < 0 ? "-" : ""
  }

  /// Of minor units, rounded half up to them; under ten with two decimals more, since a mean is not paid by anybody.
  private static func amount(_ cents: Double) -> String {
    guard cents.magnitude < 1e15 else { return "\(cents / 100)" }
    let units = Int64(cents.magnitude.rounded())
    if units >= 10 || cents == 0 { return Money(cents: cents < 0 ? -units : units).description }
    return (cents < 0 ? "-" : "") + Currency.usd.sign + fixed(cents.magnitude / 100)
  }
}

extension PValue {
  /// As it stands after a p: 0.153, 6e-9, < 1e-300.
  package var words: String {
    let exponent = ln / log(10)
    if exponent < -300 { return "< 1e-300" }
    if value >= 0.0005 {
      let thousandths = Int((value * 1000).rounded())
      return "\(thousandths / 1000).\(padded(thousandths % 1000, 3))"
    }
    var power = floor(exponent)
    var digit = Int(exp(ln - power * log(10)).rounded())
    if digit == 10 { (digit, power) = (1, power + 1) }
    return "\(digit)e\(Int(power))"
  }
}
