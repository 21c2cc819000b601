import Canvas
import Core

/// The first line of a recording: everything that is settled before the first event.
package struct RecordingHeader: Equatable, Sendable {
  /// The town's time and the machine's when it began.
  package var now: Timestamp
  package var wall: Timestamp
  /// The town's clock stands, because the program was started so.
  package var isFixed: Bool
  package var size: Size
  package var theme: Theme
  package var formats: Formats
  package var glyphs: Glyphs
  package var usesMouse: Bool
  package var screen: Screen
  /// What claim codes were drawn with.
  package var seed: UInt64
  /// Who acted.
  package var actor: Actor

  /// What this program writes and reads.
  package static let version: Int64 = 1

  package init(
    now: Timestamp, wall: Timestamp, isFixed: Bool, size: Size, theme: Theme, formats: Formats = Formats(),
    glyphs: Glyphs, usesMouse: Bool, screen: Screen, seed: UInt64,
    actor: Actor = Actor(.operator, "local")
  ) {
    self.now = now
    self.wall = wall
    self.isFixed = isFixed
    self.size = size
    self.theme = theme
    self.formats = formats
    self.glyphs = glyphs
    self.usesMouse = usesMouse
    self.screen = screen
    self.seed = seed
    self.actor = actor
  }

  /// The state as it was before the first event.
  package var state: State {
    State(
      now: now, wall: wall, clock: TownClock(isFixed ? .fixed : .machine), size: size, screen: screen,
      usesMouse: usesMouse, view: ViewSettings(theme: theme, formats: formats))
  }

  /// The line.
  package var json: JSON {
    [
      "opportune_recording": .integer(Self.version), "now": .instant(now), "wall": .instant(wall),
      "fixed": .bool(isFixed), "size": [.count(size.width), .count(size.height)], "theme": .string(theme.rawValue),
      "distance": .string(formats.distanceUnit.rawValue), "hours": .string(formats.clockForm.rawValue),
      "currency": .string(formats.moneyForm.rawValue),
      "ascii": .bool(glyphs == .ascii), "mouse": .bool(usesMouse), "screen": .count(screen.rawValue),
      "seed": .string(String(seed)), "role": .string(actor.role.rawValue), "actor": .string(actor.name),
    ]
  }

  /// Reads the line.
  package init(_ json: JSON) throws(InvalidInput) {
    var fields = try JSONFields(json)
    let version = try fields.require(fields.integer("opportune_recording"), "opportune_recording")
    guard version == Self.version else {
      throw InvalidInput(
        field: "opportune_recording", "is \(version); this program reads recordings of version \(Self.version)")
    }
    now = try fields.require(fields.instant("now"), "now")
    wall = try fields.require(fields.instant("wall"), "wall")
    isFixed = try fields.require(fields.bool("fixed"), "fixed")
    guard case .array(let sides)? = fields.value("size"), sides.count == 2, case .integer(let width) = sides[0],
      case .integer(let height) = sides[1], let size = Self.size(width, height)
    else { throw InvalidInput(field: "size", "must be columns and rows, each 1 to 1000") }
    self.size = size
    theme = try Theme.parsing(fields.require(fields.string("theme"), "theme"), field: "theme")
    formats = Formats(
      distance: try fields.string("distance").flatMap(Formats.DistanceUnit.init(rawValue:)) ?? .metres,
      clock: try fields.string("hours").flatMap(Formats.ClockForm.init(rawValue:)) ?? .twentyFour,
      money: try fields.string("currency").flatMap(Formats.MoneyForm.init(rawValue:)) ?? .sign)
    glyphs = try fields.require(fields.bool("ascii"), "ascii") ? .ascii : .unicode
    usesMouse = try fields.require(fields.bool("mouse"), "mouse")
    let number = try fields.require(fields.integer("screen"), "screen")
    guard let screen = Screen(rawValue: Int(clamping: number)) else {
      throw InvalidInput(field: "screen", "knows no screen \(number)")
    }
    self.screen = screen
    guard let seed = UInt64(try fields.require(fields.string("seed"), "seed")) else {
      throw InvalidInput(field: "seed", "must be a whole number as text")
    }
    self.seed = seed
    let role = try Actor.Role.parsing(fields.string("role") ?? "operator", field: "role")
    actor = Actor(role, try fields.string("actor") ?? "local")
    try fields.finish()
  }

  /// A size that a terminal can have.
  static func size(_ width: Int64, _ height: Int64) -> Size? {
    guard (1...1000).contains(width), (1...1000).contains(height) else { return nil }
    return Size(width: Int(width), height: Int(height))
  }
}
