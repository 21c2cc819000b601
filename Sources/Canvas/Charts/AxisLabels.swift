/// How the numbers along an axis are written.
package struct AxisLabels: Sendable {
  /// The text at a value; `decimals` is what tells one tick from the next.
  package let text: @Sendable (_ value: Double, _ decimals: Int) -> String

  /// Labels written by a function.
  package init(_ text: @escaping @Sendable (_ value: Double, _ decimals: Int) -> String) { self.text = text }

  /// `0.5`, `1,200`, `25k`, `1.2M`.
  package static let numbers = AxisLabels { Number.short($0, decimals: $1) }

  /// `9.5 %` from 0.095.
  package static let percent = AxisLabels { Number.fixed($0 * 100, decimals: max(0, $1 - 2)) + " %" }

  /// `$1.50`, `$25k`, from whole units of the currency.
  package static func money(_ symbol: String = "$") -> AxisLabels {
    AxisLabels { value, decimals in
      let text = Number.short(abs(value), decimals: decimals == 0 ? 0 : max(2, decimals))
      return (value < 0 ? "-" : "") + symbol + text
    }
  }

  /// The names at 0, 1, 2 and so on, for days and other things that are counted; between and beyond them nothing.
  package static func names(_ names: [String]) -> AxisLabels {
    AxisLabels { value, _ in
      guard let index = Int(exactly: value), names.indices.contains(index) else { return "" }
      return names[index]
    }
  }

  /// The time of day at so many hours: `17:00` at 17 and at 41.
  package static let hours = AxisLabels { value, _ in
    guard value.isFinite, abs(value) < 1e12 else { return "" }
    let minutes = (value * 60).rounded()
    let ofDay = Int(minutes - (minutes / 1_440).rounded(.down) * 1_440)
    let (hour, minute) = (ofDay / 60, ofDay % 60)
    return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }
}
