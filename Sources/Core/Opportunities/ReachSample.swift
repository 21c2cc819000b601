/// The parking sessions that reaches are estimated of, packed: what does not hang on an offer is worked out once, so
/// that an estimate follows every key in a form.
///
/// Each stay is cut where the local day, the weather or what its driver allows changes; within a piece only the time
/// left and the time of day still change, and both at instants that follow from the offer. No instant is sampled.
package struct ReachSample: Sendable {
  /// A driver's wishes, and their clock; nil is the clock of the place.
  package struct Driver: Sendable {
    package let preferences: Preferences
    package let clock: Int?

    package init(preferences: Preferences, clock: Int?) {
      self.preferences = preferences
      self.clock = clock
    }
  }

  /// What the sky does from an instant on; nil is unknown.
  package struct Sky: Sendable {
    package let start: Timestamp
    package let weather: Weather?

    package init(start: Timestamp, weather: Weather?) {
      self.start = start
      self.weather = weather
    }
  }

  /// One parked car.
  struct Stay {
    let position: SpherePoint
    /// When the meter runs out, whether or not the driver left before.
    let expires: Int64
    let driver: Int32
    let clock: Int32
    /// Its pieces, as positions in ``pieces``.
    let first: Int32
    let end: Int32
  }

  /// A stretch of a stay in which day, weather and the driver's wishes stay the same; in milliseconds since 1970.
  struct Piece {
    let start: Int64
    let end: Int64
    /// The instant the local day would have begun by the offset that is in force in this piece.
    let midnight: Int64
    let weekday: UInt8
    /// 0 when it is not known.
    let weather: UInt8
    /// A blocked day, quiet hours.
    let held: HeldBackCodes
  }

  /// The sample is of the stays that met [from, until).
  package let from: Timestamp
  package let until: Timestamp
  private(set) var stays: [Stay] = []
  private(set) var pieces: [Piece] = []
  let clocks: [ZoneTable]
  let drivers: [Driver]
  private let skies: [Sky]

  /// How far beyond ``until`` a car that is still parked is looked at.
  package static let outlook = TimeSpan.days(7)

  /// - Parameters:
  ///   - drivers: those that ``add(at:from:until:expires:clock:driver:)`` names by position.
  ///   - skies: in order of time.
  package init(from: Timestamp, until: Timestamp, clocks: [ZoneTable], drivers: [Driver], skies: [Sky]) {
    self.from = from
    self.until = until
    self.clocks = clocks
    self.drivers = drivers
    self.skies = skies
  }

  /// How many cars it holds.
  package var count: Int { stays.count }

  package mutating func reserveCapacity(_ count: Int) {
    stays.reserveCapacity(count)
    pieces.reserveCapacity(count + count / 2)
  }

  /// Adds one car; what it stood before the sample begins does not count, and a stay that is empty then is left out.
  /// - Parameters:
  ///   - end: when the driver left or the meter ran out, whichever came first.
  ///   - clock: position of the place's clock.
  package mutating func add(
    at position: Coordinate, from start: Timestamp, until end: Timestamp, expires: Timestamp, clock: Int, driver: Int
  ) {
    let start = max(start, from)
    let end = min(end, until + Self.outlook)
    guard start < end, start < until else { return }
    let first = pieces.count
    cut(from: start, until: end, clock: clocks[clock], driver: drivers[driver])
    stays.append(
      Stay(
        position: SpherePoint(position), expires: expires.milliseconds, driver: Int32(driver), clock: Int32(clock),
        first: Int32(first), end: Int32(pieces.count)))
  }

  private mutating func cut(from start: Timestamp, until end: Timestamp, clock: ZoneTable, driver: Driver) {
    let preferences = driver.preferences
    let hasHours = !preferences.quietHours.isEmpty || !preferences.blockedDays.isEmpty
    let own = driver.clock.map { clocks[$0] } ?? clock
    var cuts = clock.turns(ofDay: [0], from: start, until: end)
    if hasHours {
      let minutes = [0] + preferences.quietHours.flatMap { [$0.from.minuteOfDay, $0.to.minuteOfDay] }
      cuts += own.turns(ofDay: minutes, from: start, until: end)
    }
    var sky = skies.partition(before: start)
    while sky < skies.count, skies[sky].start < end {
      cuts.append(skies[sky].start)
      sky += 1
    }
    if cuts.count > 1 { cuts.sort() }
    var begin = start
    for cut in cuts + [end] where begin < cut {
      pieces.append(piece(from: begin, until: cut, clock: clock, own: hasHours ? own : nil, preferences))
      begin = cut
    }
  }

  /// - Parameter own: the driver's clock; nil for a driver without blocked days and quiet hours.
  private func piece(
    from start: Timestamp, until end: Timestamp, clock: ZoneTable, own: ZoneTable?, _ preferences: Preferences
  ) -> Piece {
    let local = clock.localTime(at: start)
    var held = HeldBackCodes()
    if let own {
      let time = own.localTime(at: start)
      held.insert(.blockedDay, if: preferences.blockedDays.contains(time.weekday))
      held.insert(.quietHours, if: preferences.quietHours.contains { $0.contains(time) })
    }
    let sky = skies.partition(before: start)
    return Piece(
      start: start.milliseconds, end: end.milliseconds,
      midnight: start.milliseconds - Int64(local.millisecondOfDay), weekday: 1 << UInt8(local.weekday.index),
      weather: sky > 0 ? skies[sky - 1].weather?.bit ?? 0 : 0, held: held)
  }
}

extension [ReachSample.Sky] {
  /// How many have begun by an instant.
  fileprivate func partition(before instant: Timestamp) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].start <= instant { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension ZoneTable {
  /// The instants inside a stretch at which the local clock shows one of some minutes of the day, and those at which it
  /// is put forward or back. In no order.
  package func turns(ofDay minutes: [Int], from start: Timestamp, until end: Timestamp) -> [Timestamp] {
    var turns: [Timestamp] = []
    var begin = start
    while begin < end {
      let change = nextTransition(after: begin).map { Swift.min($0, end) } ?? end
      let offset = Int64(offsetSeconds(at: begin)) * 1000
      var midnight = (begin.milliseconds + offset).flooredQuotient(86_400_000) * 86_400_000 - offset
      while midnight < change.milliseconds {
        for minute in minutes {
          let turn = Timestamp(milliseconds: midnight + Int64(minute) * 60_000)
          if begin < turn, turn < change { turns.append(turn) }
        }
        midnight += 86_400_000
      }
      if change < end { turns.append(change) }
      begin = change
    }
    return turns
  }

  /// When the clock is next put forward or back. O(log transitions).
  private func nextTransition(after instant: Timestamp) -> Timestamp? {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].start <= instant { low = middle + 1 } else { high = middle }
    }
    return low < transitions.count ? transitions[low].start : nil
  }
}
