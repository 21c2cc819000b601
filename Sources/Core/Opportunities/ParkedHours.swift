/// How many cars stand in each hour of the week, on the clock of the place where they stand.
struct ParkedHours {
  static let count = 7 * 24

  private let from: Int64
  private let until: Int64
  /// Of each clock, milliseconds of parking in each hour of the week.
  private var parked: [[Int64]]
  /// Of each clock, milliseconds of each hour of the week in the sample's time: 3,600,000, but for days on which the
  /// clock changes.
  private let spans: [[Int64]]

  init(_ sample: ReachSample) {
    let (start, end) = (sample.from.milliseconds, sample.until.milliseconds)
    from = start
    until = end
    parked = sample.clocks.map { _ in [Int64](repeating: 0, count: Self.count) }
    spans = sample.clocks.map { clock in
      var span = [Int64](repeating: 0, count: Self.count)
      var begin = sample.from
      for turn in clock.turns(ofDay: [0], from: sample.from, until: sample.until).sorted() + [sample.until] {
        let local = clock.localTime(at: begin)
        Self.each(
          from: begin.milliseconds, until: turn.milliseconds,
          midnight: begin.milliseconds - Int64(local.millisecondOfDay), weekday: local.weekday.index
        ) { span[$0] += $1 }
        begin = turn
      }
      return span
    }
  }

  /// Counts the part of a stay that lies in the sample's time.
  mutating func add(_ pieces: ArraySlice<ReachSample.Piece>, clock: Int) {
    for piece in pieces where piece.start < until {
      Self.each(
        from: max(piece.start, from), until: min(piece.end, until), midnight: piece.midnight,
        weekday: piece.weekday.trailingZeroBitCount
      ) { parked[clock][$0] += $1 }
    }
  }

  /// The mean number of cars in each hour of the week, Monday 00:00 first.
  var means: [Double] {
    (0..<Self.count).map { hour in
      zip(parked, spans).reduce(0) { $0 + ($1.1[hour] > 0 ? Double($1.0[hour]) / Double($1.1[hour]) : 0) }
    }
  }

  /// Hands over each hour of the week that a stretch of one local day meets, with the milliseconds in it.
  @inline(__always)
  private static func each(
    from start: Int64, until end: Int64, midnight: Int64, weekday: Int, _ body: (Int, Int64) -> Void
  ) {
    var begin = start
    while begin < end {
      let hour = (begin - midnight) / 3_600_000
      let next = min(end, midnight + (hour + 1) * 3_600_000)
      body(weekday * 24 + Int(hour), next - begin)
      begin = next
    }
  }
}
