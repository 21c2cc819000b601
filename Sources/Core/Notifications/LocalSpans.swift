extension ZoneTable {
  /// The hour on the local clock that an instant lies in, half-open; as long as any hour, also where the clock changes.
  package func hour(of instant: Timestamp) -> (start: Timestamp, end: Timestamp) {
    let passed = localTime(at: instant).millisecondOfDay % 3_600_000
    let start = Timestamp(milliseconds: instant.milliseconds - Int64(passed))
    return (start, start + .hours(1))
  }

  /// The local day that an instant lies in, half-open: 24 hours, or as many as the clock's changes leave it.
  package func day(of instant: Timestamp) -> (start: Timestamp, end: Timestamp) {
    let date = localTime(at: instant).date
    return (
      self.instant(on: date, millisecondOfDay: 0), self.instant(on: date.adding(days: 1), millisecondOfDay: 0)
    )
  }
}
