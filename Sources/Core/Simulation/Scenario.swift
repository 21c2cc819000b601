/// A named story to show: when it begins, and what an operator does in it.
package enum Scenario: String, Sendable, CaseIterable {
  case fridayRush = "friday-rush"
  case rainAtFive = "rain-at-five"
  case dinnerSoldOut = "dinner-sold-out"
  case quietMonday = "quiet-monday"
  case heatWave = "heat-wave"

  /// One act of the story.
  package struct Act: Hashable, Sendable {
    package let at: Timestamp
    package let intervention: Intervention

    package init(at: Timestamp, _ intervention: Intervention) {
      self.at = at
      self.intervention = intervention
    }
  }

  /// The name as people read it.
  package var title: String {
    switch self {
    case .fridayRush: "Friday rush"
    case .rainAtFive: "Rain at five"
    case .dinnerSoldOut: "Dinner sold out"
    case .quietMonday: "Quiet Monday"
    case .heatWave: "Heat wave"
    }
  }

  /// What it shows, in one sentence.
  package var explanation: String {
    switch self {
    case .fridayRush:
      "Next Friday from 16:30 three times as many people come for a meal or an evening out, until 21:00."
    case .rainAtFive:
      "The next afternoon from 16:00; at 17:00 it rains for three hours, and far or open-air offers lose."
    case .dinnerSoldOut:
      "The next evening from 17:30; at 18:30 every place for dinner is gone, and other offers move up."
    case .quietMonday: "Next Monday from 10:00 only a third as many cars come as usual, until 22:00."
    case .heatWave: "The next day from 11:00 it is 36 degrees hot for eight hours, and cool or near offers win."
    }
  }

  /// The first instant that is shown, not before `now`. What comes before it is run through at once, so that the town
  /// is as busy as it would be at that hour.
  package func opening(after now: Timestamp, zone: ZoneTable) -> Timestamp {
    switch self {
    case .fridayRush: Self.next(16 * 60 + 30, on: .fri, after: now, zone: zone)
    case .rainAtFive: Self.next(16 * 60, on: nil, after: now, zone: zone)
    case .dinnerSoldOut: Self.next(17 * 60 + 30, on: nil, after: now, zone: zone)
    case .quietMonday: Self.next(10 * 60, on: .mon, after: now, zone: zone)
    case .heatWave: Self.next(11 * 60, on: nil, after: now, zone: zone)
    }
  }

  /// How long before its opening a run begins: long enough for nearly everybody who is still parked then to have come
  /// in the run itself.
  package static let leadTime = TimeSpan.hours(10)

  /// What happens in it, relative to its opening.
  package func acts(from opening: Timestamp) -> [Act] {
    switch self {
    case .fridayRush:
      let until = opening + .minutes(270)
      return [Act(at: opening, .rush(factor: 3, of: [.meal, .evening], until: until))]
    case .rainAtFive:
      return [Act(at: opening + .hours(1), .weather(.rain, temperature: 24, hours: 3))]
    case .dinnerSoldOut:
      return [Act(at: opening + .hours(1), .soldOut(.category("dining")))]
    case .quietMonday:
      return [Act(at: opening, .rush(factor: 1.0 / 3, until: opening + .hours(12)))]
    case .heatWave:
      return [Act(at: opening, .weather(.hot, temperature: 36, hours: 8))]
    }
  }

  /// How long its story lasts from the opening on.
  package var length: TimeSpan {
    switch self {
    case .quietMonday: .hours(12)
    case .heatWave: .hours(8)
    case .fridayRush, .rainAtFive, .dinnerSoldOut: .hours(6)
    }
  }

  /// The next time the town's clocks show a minute of the day, on a weekday or on any.
  private static func next(
    _ minute: Int, on weekday: Weekday?, after now: Timestamp, zone: ZoneTable
  ) -> Timestamp {
    let today = zone.localTime(at: now).date.dayNumber
    for day in today...(today + 8) {
      let date = CivilDate(dayNumber: day)
      let instant = zone.instant(on: date, millisecondOfDay: minute * 60_000)
      if instant >= now, weekday == nil || date.weekday == weekday { return instant }
    }
    return now
  }
}
