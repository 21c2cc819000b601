/// A measured or promised amount with its unit.
struct Quantity: Sendable, CustomStringConvertible {
  /// What is counted.
  enum Unit: String, Sendable {
    case microseconds = "us"
    case milliseconds = "ms"
    case seconds = "s"
    case megabytes = "MB"
    case percent = "%"
    case bytes = "B"
    case times = "x"
    case perSecond = "/s"
    case claims
  }

  let value: Double
  let unit: Unit

  init(_ value: Double, _ unit: Unit) {
    self.value = value
    self.unit = unit
  }

  /// A span of time in a unit of time.
  init(_ span: Duration, _ unit: Unit) {
    let scale: Double =
      switch unit {
      case .microseconds: 1e6
      case .milliseconds: 1e3
      default: 1
      }
    self.init(span / .seconds(1) * scale, unit)
  }

  /// Three digits that matter: 8.25 ms, 182 us.
  var description: String {
    let decimals = value.magnitude >= 100 ? 0 : value.magnitude >= 10 ? 1 : 2
    let scale = [1.0, 10, 100][decimals]
    let rounded = (value * scale).rounded() / scale
    return (rounded == rounded.rounded() ? "\(Int64(rounded))" : "\(rounded)") + " \(unit.rawValue)"
  }
}
