/// Numbers as people read them. ASCII only, a dot for decimals and a comma between thousands, the same everywhere.
package enum Number {
  /// `4,212`.
  package static func grouped(_ value: Int) -> String {
    let digits = Array(String(value.magnitude).utf8)
    var bytes: [UInt8] = value < 0 ? [0x2D] : []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { bytes.append(0x2C) }
      bytes.append(digit)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `1,204.50`: rounded half away from zero to `decimals` places (0 to 9). Infinite or no number: `--`.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    let places = min(max(decimals, 0), 9)
    let scale = (0..<places).reduce(1) { product, _ in product * 10 }
    let scaled = (value * Double(scale)).rounded()
    guard scaled.isFinite, abs(scaled) < 9e18 else { return "--" }
    return decimal(Int(scaled), scale: scale, places: places)
  }

  /// `950`, `1,200`, `25k`, `1.2M`, `3e18`: few columns, for axes. Below ten thousand with `decimals` places; above it
  /// with as many as tell neighbours apart (k, M, B, T are thousands, millions, thousand and million millions).
  package static func short(_ value: Double, decimals: Int = 0) -> String {
    guard value.isFinite else { return "--" }
    let size = abs(value)
    if size >= 1e15 || (size > 0 && size < 1e-6) { return scientific(value) }
    for (unit, sign) in [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")] where size >= max(unit, 1e4) {
      return trimmed(fixed(value / unit, decimals: size / unit < 100 ? 2 : 1)) + sign
    }
    return fixed(value, decimals: decimals)
  }

  /// `3.2e18`: one decimal at most.
  private static func scientific(_ value: Double) -> String {
    var (size, exponent) = (abs(value), 0)
    while size >= 9.95, exponent < 400 { (size, exponent) = (size / 10, exponent + 1) }
    while size < 0.995, exponent > -400 { (size, exponent) = (size * 10, exponent - 1) }
    return (value < 0 ? "-" : "") + trimmed(fixed(size, decimals: 1)) + "e\(exponent)"
  }

  /// Without zeros at the end of decimals.
  private static func trimmed(_ text: String) -> String {
    guard text.utf8.contains(0x2E) else { return text }
    var bytes = Array(text.utf8)
    while bytes.last == 0x30 { bytes.removeLast() }
    if bytes.last == 0x2E { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `$1,204.50` from integer minor units; `-$3.20`. The symbol comes first, as in `CI$ 3.20` when it ends in a space.
  package static func money(minor: Int, symbol: String = "$") -> String {
    let text = decimal(minor, scale: 100, places: 2)
    return text.hasPrefix("-") ? "-" + symbol + text.dropFirst() : symbol + text
  }

  /// `9.5 %` from 0.095. Above zero but too small to show: `<0.1 %`, so that nothing looks impossible that is not.
  package static func percent(_ fraction: Double, decimals: Int = 1) -> String {
    let text = fixed(fraction * 100, decimals: decimals)
    if fraction > 0, text.utf8.allSatisfy({ $0 == 0x30 || $0 == 0x2E }) {
      let smallest = (0..<min(max(decimals, 0), 9)).reduce(1.0) { size, _ in size / 10 }
      return "<" + fixed(smallest, decimals: decimals) + " %"
    }
    return text + " %"
  }

  /// A rate with how many it is of: `9.5 % of 4,212`; without any, `--`.
  package static func rate(_ count: Int, of total: Int, decimals: Int = 1) -> String {
    guard total > 0 else { return "-- of 0" }
    return percent(Double(count) / Double(total), decimals: decimals) + " of " + grouped(total)
  }

  /// `+20 %`, `-3 %`, `0 %`: a change, with its sign.
  package static func change(_ fraction: Double, decimals: Int = 0) -> String {
    let text = fixed(fraction * 100, decimals: decimals)
    let isZero = text.utf8.allSatisfy { $0 == 0x30 || $0 == 0x2E }
    return (fraction > 0 && !isZero && text != "--" ? "+" : "") + text + " %"
  }

  private static func decimal(_ value: Int, scale: Int, places: Int) -> String {
    let sign = value < 0 ? "-" : ""
    let whole = Int(value.magnitude / UInt(scale))
    guard places > 0 else { return sign + grouped(whole) }
    let rest = String(value.magnitude % UInt(scale))
    return sign + grouped(whole) + "." + String(repeating: "0", count: places - rest.utf8.count) + rest
  }
}
