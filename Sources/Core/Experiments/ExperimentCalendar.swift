/// The local days of an experiment.
struct ExperimentCalendar: Hashable {
  /// Days counted from 1970-01-01: the first look's and the last one's; nil in a draft.
  let first: Int?
  let last: Int
  /// Whole days from the start to now or the end; of an import the days that it has.
  let elapsedDays: Int
  /// The days whose exposures tell how many come a day: at most seven, all of them full.
  private let full: Range<Int>

  init(_ record: ExperimentRecord, now: Timestamp, zone: ZoneTable) {
    let experiment = record.experiment
    guard let start = experiment.startedAt else {
      (first, last, elapsedDays, full) = (nil, 0, 0, 0..<0)
      return
    }
    let (began, until) = (zone.localTime(at: start), zone.localTime(at: experiment.endedAt ?? now))
    let today = until.date.dayNumber
    if experiment.isImported, let firstDay = record.days.first?.day, let lastDay = record.days.last?.day {
      // Whoever counted them elsewhere counted whole days, and the file is all there is.
      (first, last, elapsedDays) = (firstDay, lastDay, lastDay - firstDay + 1)
      full = max(firstDay, lastDay - 6)..<lastDay + 1
      return
    }
    let firstDay = min(began.date.dayNumber, record.days.first?.day ?? .max)
    first = firstDay
    last = max(today, record.days.last?.day ?? .min)
    let isShort = until.millisecondOfDay < began.millisecondOfDay
    elapsedDays = max(0, today - began.date.dayNumber - (isShort ? 1 : 0))
    // The day of the start is not a full one, unless it is all that there is.
    let second = min(began.date.dayNumber + 1, max(began.date.dayNumber, today - 1))
    full = max(second, today - 7)..<max(second, today)
  }

  /// Each look's index and day: every day, or those of the days given that are among them.
  func looks(wanted days: [Int]?) -> [(index: Int, day: Int)] {
    guard let first, first <= last else { return [] }
    guard let days else { return (first...last).map { ($0 - first, $0) } }
    return days.filter { $0 >= first && $0 <= last }.map { ($0 - first, $0) }
  }

  /// People exposed on a full day, on average; nil before the first full day is over.
  func perDay(_ record: ExperimentRecord) -> Double? {
    guard !full.isEmpty else { return nil }
    let counted = record.days.reversed().prefix { $0.day >= full.lowerBound }.filter { full.contains($0.day) }
    let people = counted.reduce(Int64(0)) { sum, day in day.arms.reduce(sum) { $0 + $1.exposures } }
    return Double(people) / Double(full.count)
  }
}

extension Experiment {
  /// Whether its counts came from outside.
  package var isImported: Bool { design.arms.contains { $0.content == .imported } }
}
