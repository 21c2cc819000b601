import Canvas
import Core

extension Formats {
  /// A distance: `340 m` or `0.2 mi`.
  package func distance(_ metres: Metres) -> String { distance(metres: metres.value) }

  /// Hour and minute on a local clock: `17:42` or `5:42 pm`.
  package func clock(_ local: LocalTime) -> String { clock(minuteOfDay: local.minuteOfDay) }

  /// The same with seconds.
  package func clockWithSeconds(_ local: LocalTime) -> String { clock(secondOfDay: local.millisecondOfDay / 1000) }

  /// A time of day from a rule.
  package func clock(_ time: ClockTime) -> String { clock(minuteOfDay: time.minuteOfDay) }

  /// An amount: `$1,204.50` or `USD 1,204.50`.
  package func money(_ money: Money) -> String {
    self.money(minor: Int(money.cents), code: money.currency.code, sign: money.currency.sign)
  }
}
