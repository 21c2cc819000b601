/// The offsets of one time zone: from each transition on, local time is UTC plus that offset.
///
/// The engine has no clock and no zone data of its own; whoever calls it passes the table in.
package struct ZoneTable: Hashable, Sendable {
  /// From `start` on, the local clock runs `offsetSeconds` ahead of UTC.
  package struct Transition: Hashable, Sendable {
    package let start: Timestamp
    package let offsetSeconds: Int

    package init(start: Timestamp, offsetSeconds: Int) {
      self.start = start
      self.offsetSeconds = offsetSeconds
    }
  }

  /// IANA name, as in America/Cayman.
  package let name: String

  /// The offset before the first transition.
  package let initialOffsetSeconds: Int

  /// In ascending order of `start`.
  package let transitions: [Transition]

  package init(name: String, initialOffsetSeconds: Int, transitions: [Transition] = []) {
    self.name = name
    self.initialOffsetSeconds = initialOffsetSeconds
    self.transitions = transitions
  }

  package static let utc = ZoneTable(name: "UTC", initialOffsetSeconds: 0)

  /// Seconds the local clock is ahead of UTC at an instant. O(log transitions).
  package func offsetSeconds(at instant: Timestamp) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].start <= instant { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? initialOffsetSeconds : transitions[low - 1].offsetSeconds
  }

  /// What the wall clock and the calendar on the wall show at an instant.
  package func localTime(at instant: Timestamp) -> LocalTime {
    LocalTime(utc: instant, offsetSeconds: offsetSeconds(at: instant))
  }

  /// The instant a local wall time names; the earlier one where the clock shows it twice, and where the clock jumps
  /// over it the instant the same span after the jump.
  package func instant(on date: CivilDate, millisecondOfDay: Int) -> Timestamp {
    let naive = Int64(date.dayNumber) * 86_400_000 + Int64(millisecondOfDay)
    // No offset is further than a day from UTC, so the right one is in force somewhere within two days.
    let before = offsetSeconds(at: Timestamp(milliseconds: naive - 86_400_000))
    let after = offsetSeconds(at: Timestamp(milliseconds: naive + 86_400_000))
    let early = Timestamp(milliseconds: naive - Int64(max(before, after)) * 1000)
    let late = Timestamp(milliseconds: naive - Int64(min(before, after)) * 1000)
    if offsetSeconds(at: early) == max(before, after) { return early }
    if offsetSeconds(at: late) == min(before, after) { return late }
    return Timestamp(milliseconds: naive - Int64(before) * 1000)
  }
}
