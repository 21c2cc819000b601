/// How well the time left suits an offer: all points in the middle of its window, none at either end.
///
/// The window runs from the minutes it takes to walk there, use it and walk back (or the rule's minimum, if larger) to
/// the rule's maximum (or the whole session, if there is none); within ten minutes of an end the points fall in a
/// straight line. Source: contract.md, "Score, exactly".
package struct TemporalFactor: Sendable {
  /// Least minutes left that are enough.
  package let need: Double
  /// Most minutes left that still suit, never under `need`.
  package let most: Double

  /// - Parameter sessionMinutes: the whole length of the session, the upper end without a rule.
  @inline(__always)
  package init(walk: Walk, useMinutes: Double, minimum: Double?, maximum: Double?, sessionMinutes: Double) {
    need = max(Self.roundTrip(walk, useMinutes), minimum ?? 0)
    most = max(maximum ?? sessionMinutes, need)
  }

  /// Minutes to walk there, use it and walk back.
  @inline(__always)
  package static func roundTrip(_ walk: Walk, _ useMinutes: Double) -> Double {
    walk.minutes + useMinutes + walk.minutes
  }

  /// Between 0 and 1.
  @inline(__always)
  package func share(minutesLeft: Double) -> Double {
    max(0, min(1, (minutesLeft - need) / 10, (most - minutesLeft) / 10))
  }

  package func points(minutesLeft: Double, weight: Double) -> FactorPoints {
    FactorPoints(
      points: weight * share(minutesLeft: minutesLeft), maximum: weight,
      reason: "\(Words.minutes(minutesLeft)) left, best \(best)")
  }

  /// Where the points are highest: ten minutes from both ends, or half-way between ends that are closer.
  private var best: String {
    guard most - need > 20 else { return "at \(Words.minutes((need + most) / 2))" }
    return "between \(Words.number(need + 10)) and \(Words.minutes(most - 10))"
  }
}
