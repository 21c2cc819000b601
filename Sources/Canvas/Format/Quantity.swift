/// Distances and durations as people read them.
package enum Quantity {
  /// `340 m`, `1.2 km`, `12 km`. No number: `--`.
  package static func metres(_ metres: Double) -> String {
    guard metres.isFinite else { return "--" }
    let size = abs(metres)
    if size.rounded() < 1_000 { return Number.fixed(metres, decimals: 0) + " m" }
    return Number.fixed(metres / 1_000, decimals: size < 9_950 ? 1 : 0) + " km"
  }

  /// `47 min`, `2 h`, `2 h 05 min`, `3 d 4 h`.
  package static func minutes(_ minutes: Int) -> String {
    let sign = minutes < 0 ? "-" : ""
    let size = Int(clamping: minutes.magnitude)
    let (days, hours, rest) = (size / 1_440, size / 60 % 24, size % 60)
    if days > 0 { return sign + "\(Number.grouped(days)) d" + (hours > 0 ? " \(hours) h" : "") }
    if hours > 0 { return sign + "\(hours) h" + (rest > 0 ? " \(rest < 10 ? "0" : "")\(rest) min" : "") }
    return sign + "\(rest) min"
  }

  /// `1 offer`, `3 offers`, `1,204 offers`.
  package static func count(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    Number.grouped(count) + " " + (count == 1 ? one : many ?? one + "s")
  }
}
