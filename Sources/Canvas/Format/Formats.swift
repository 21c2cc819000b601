/// How distances, times of day and money are written for one person. Panes ask this instead of a fixed form; what is
/// stored and exported stays in metres, UTC and minor units.
package struct Formats: Hashable, Sendable {
  /// How far things are.
  package enum DistanceUnit: String, Sendable, CaseIterable {
    case metres, miles
  }

  /// What time it is.
  package enum ClockForm: String, Sendable, CaseIterable {
    case twentyFour = "24"
    case twelve = "12"
  }

  /// What stands before an amount.
  package enum MoneyForm: String, Sendable, CaseIterable {
    case sign, code
  }

  package var distanceUnit: DistanceUnit
  package var clockForm: ClockForm
  package var moneyForm: MoneyForm

  package init(
    distance: DistanceUnit = .metres, clock: ClockForm = .twentyFour, money: MoneyForm = .sign
  ) {
    distanceUnit = distance
    clockForm = clock
    moneyForm = money
  }

  /// The international mile of 1959, in metres: exact by definition, as is the foot, a 5,280th of it.
  package static let metresPerMile = 1_609.344

  /// `340 m`, `1.2 km`; or `980 ft`, `0.8 mi`, `12 mi`. No number: `--`.
  package func distance(metres: Double) -> String {
    guard distanceUnit == .miles, metres.isFinite else { return Quantity.metres(metres) }
    let feet = metres * 5_280 / Self.metresPerMile
    if abs(feet).rounded() < 1_000 { return Number.fixed(feet, decimals: 0) + " ft" }
    let miles = metres / Self.metresPerMile
    return Number.fixed(miles, decimals: abs(miles) < 9.95 ? 1 : 0) + " mi"
  }

  /// `17:42` or `5:42 pm`; midnight is `00:00` or `12:00 am`, noon `12:00` or `12:00 pm`. The end of a day, minute
  /// 1440, is `24:00` or `12:00 am`.
  package func clock(minuteOfDay: Int) -> String {
    let (hour, minute) = (minuteOfDay / 60, Self.padded(minuteOfDay % 60))
    return clockForm == .twentyFour
      ? "\(Self.padded(hour)):\(minute)" : "\(Self.twelve(hour)):\(minute)\(Self.half(hour))"
  }

  /// `17:42:05` or `5:42:05 pm`.
  package func clock(secondOfDay: Int) -> String {
    let (hour, rest) = (secondOfDay / 3600, "\(Self.padded(secondOfDay / 60 % 60)):\(Self.padded(secondOfDay % 60))")
    return clockForm == .twentyFour ? "\(Self.padded(hour)):\(rest)" : "\(Self.twelve(hour)):\(rest)\(Self.half(hour))"
  }

  /// Columns that any hour and minute fits into.
  package var clockColumns: Int { clockForm == .twentyFour ? 5 : 8 }

  /// Columns that any hour, minute and second fits into.
  package var clockWithSecondsColumns: Int { clockForm == .twentyFour ? 8 : 11 }

  /// `$1,204.50` or `USD 1,204.50`; `-$3.20` or `-USD 3.20`.
  /// - Parameters:
  ///   - minor: the amount in minor units, of which a hundred are one.
  ///   - code: the currency by ISO 4217.
  ///   - sign: what stands before an amount of it, a trailing space included where it needs one.
  package func money(minor: Int, code: String, sign: String) -> String {
    Number.money(minor: minor, symbol: moneyForm == .code ? code + " " : sign)
  }

  /// Columns for amounts that take so many with a sign of one.
  package func moneyColumns(_ withSign: Int) -> Int { moneyForm == .code ? withSign + 3 : withSign }

  private static func twelve(_ hour: Int) -> String { String((hour + 11) % 12 + 1) }

  private static func half(_ hour: Int) -> String { hour % 24 < 12 ? " am" : " pm" }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
