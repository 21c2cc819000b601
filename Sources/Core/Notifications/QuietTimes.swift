/// A person's quiet hours on the clock of their zone.
package struct QuietTimes: Sendable {
  package let hours: [QuietHours]
  package let zone: ZoneTable

  package init(_ hours: [QuietHours], in zone: ZoneTable) {
    self.hours = hours
    self.zone = zone
  }

  /// The stretches that an instant lies in.
  package func stretches(at instant: Timestamp) -> [QuietHours] {
    let local = zone.localTime(at: instant)
    return hours.filter { $0.contains(local) }
  }

  /// The first instant from `instant` on at which no stretch holds; nil where a whole week has none.
  ///
  /// Quiet ends where the clock passes the end of a stretch, or where the clock is changed: only those instants are
  /// tried, each of them with every offset that is in force about then.
  package func end(from instant: Timestamp) -> Timestamp? {
    guard !stretches(at: instant).isEmpty else { return instant }
    let today = zone.localTime(at: instant).date
    let horizon = instant + .days(9)
    var ends = zone.transitions.map(\.start).filter { instant < $0 && $0 < horizon }
    for day in -1...8 {
      for stretch in hours {
        let naive =
          Int64(today.adding(days: day).dayNumber) * 86_400_000 + Int64(stretch.to.minuteOfDay) * 60_000
        for near in [TimeSpan.days(-1), .days(1)] {
          let offset = zone.offsetSeconds(at: Timestamp(milliseconds: naive) + near)
          ends.append(Timestamp(milliseconds: naive - Int64(offset) * 1000))
        }
      }
    }
    return ends.sorted().first { $0 > instant && stretches(at: $0).isEmpty }
  }
}
