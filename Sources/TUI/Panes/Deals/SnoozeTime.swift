import Core

/// A time to be told again at.
struct SnoozeTime: Hashable, Sendable {
  let title: String
  let until: Timestamp

  /// In an hour, in three, this evening, tomorrow morning and next Monday, as far as they lie ahead, the nearest first.
  static func choices(now: Timestamp, in zone: ZoneTable) -> [SnoozeTime] {
    let today = zone.localTime(at: now).date
    func at(_ date: CivilDate, _ hour: Int) -> Timestamp {
      zone.instant(on: date, millisecondOfDay: hour * 3_600_000)
    }
    let monday = today.monday.adding(days: 7)
    let named = [
      ("This evening", at(today, 19)), ("Tomorrow morning", at(today.adding(days: 1), 9)),
      ("Next Monday", at(monday, 9)),
    ]
    let times = [("In an hour", now + .minutes(60)), ("In three hours", now + .minutes(180))] + named
    return times.filter { $0.1 > now }.map { SnoozeTime(title: $0.0, until: $0.1) }.sorted { $0.until < $1.until }
  }
}
