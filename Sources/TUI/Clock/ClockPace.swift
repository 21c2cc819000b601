import Core

/// When the next stride is due, how far it goes, and how fast time really passes.
package struct ClockPace: Equatable, Sendable {
  /// The machine's time of the last stride; nil while the clock stands.
  private var lastStride: Timestamp?
  /// The machine's time when the screen was asked for last.
  private var lastBoard: Timestamp?
  /// The town did not get as far as it should have.
  private var isBehind = false
  /// Where both clocks stood when the measuring began.
  private var mark: Mark?
  /// Seconds of the town in a second of the machine, over the last second or so; nil before it is known.
  package private(set) var reached: Double?

  /// A clock that was held up for longer than this does not make up for it.
  private static let longestStride = TimeSpan(milliseconds: 250)

  /// How long speed is measured before it is told.
  private static let measured = TimeSpan.seconds(1)

  /// Most milliseconds of work in a stride: what a person asks for meanwhile waits no longer.
  static let work: Int64 = 10

  package init() {}

  /// When, by the machine's clock, a stride is due; nil is at once.
  func due(at speed: ClockSpeed) -> Timestamp? { isBehind ? nil : lastStride.map { $0 + speed.stride } }

  /// Whether a stride that is taken now brings the screen along, which is asked for no more often than in an interval.
  mutating func bringsBoard(wall: Timestamp, every interval: TimeSpan) -> Bool {
    if let lastBoard, wall - lastBoard < interval, wall >= lastBoard { return false }
    lastBoard = wall
    return true
  }

  /// Where the town's clock should stand after a stride that is taken now.
  mutating func stride(at speed: ClockSpeed, wall: Timestamp, town: Timestamp) -> Timestamp {
    let since = lastStride.map { wall - $0 } ?? speed.stride
    lastStride = wall
    if mark == nil { mark = Mark(wall: wall, town: town) }
    guard let factor = speed.factor else { return town + .days(1) }
    let length = min(max(since, TimeSpan(milliseconds: 0)), max(Self.longestStride, speed.stride))
    return town + TimeSpan(milliseconds: length.milliseconds * factor)
  }

  /// Takes in where a stride got to that was to go to a target.
  mutating func note(wall: Timestamp, town: Timestamp, target: Timestamp) {
    isBehind = town < target
    guard let mark, wall - mark.wall >= Self.measured else { return }
    reached = Double((town - mark.town).milliseconds) / Double((wall - mark.wall).milliseconds)
    self.mark = Mark(wall: wall, town: town)
  }

  /// Both clocks at one moment.
  private struct Mark: Equatable {
    let wall: Timestamp
    let town: Timestamp
  }
}
