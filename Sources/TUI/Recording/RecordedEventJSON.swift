import Canvas
import Core

extension RecordedEvent {
  /// One member that says what it is: `{"key":"ctrl-p"}`.
  package var json: JSON {
    switch self {
    case .started: ["started": true]
    case .tick(let instant): ["tick": .instant(instant)]
    case .device(let facts):
      ["colours": .string(facts.depth.rawValue), "no_color": .bool(facts.refusesColour)]
    case .input(.key(let key)): ["key": .string(key.description)]
    case .input(.paste(let text)): ["paste": .string(text)]
    case .input(.mouse(let mouse)):
      ["mouse": .string(mouse.kind.name), "x": .count(mouse.point.x), "y": .count(mouse.point.y)]
    case .input(.resize(let size)): ["resize": [.count(size.width), .count(size.height)]]
    case .input(.suspend): ["signal": "suspend"]
    case .input(.resumed): ["signal": "resumed"]
    case .input(.quit): ["signal": "quit"]
    case .input(.edited(.text(let text))): ["edited": .string(text)]
    case .input(.edited(.refused(let reason))): ["not_edited": .string(reason)]
    case .changed(let topics): ["changed": .array(topics.map(\.rawValue).sorted().map(JSON.string))]
    case .answer(let job): ["answer": .count(job.value)]
    case .progress(let job, let part, let detail):
      ["progress": .count(job.value), "part": .optional(part), "detail": .string(detail)]
    case .stopped(let job): ["stopped": .count(job.value)]
    case .clock(let job, let instant): ["clock": .instant(instant), "answer": .count(job.value)]
    case .end(let frame): ["end": .string(frame)]
    }
  }

  /// Reads a line as ``json`` writes it.
  package init(_ json: JSON) throws(InvalidInput) {
    var fields = try JSONFields(json)
    var event = try Self.moment(&fields)
    if event == nil { event = try Self.input(&fields) }
    guard let event else { throw InvalidInput(field: "", "is no event of a recording") }
    try fields.finish()
    self = event
  }

  private static func moment(_ fields: inout JSONFields) throws(InvalidInput) -> RecordedEvent? {
    if try fields.bool("started") != nil { return .started }
    if let instant = try fields.instant("tick") { return .tick(instant) }
    if let name = try fields.string("colours") {
      guard let depth = ColourDepth(rawValue: name) else {
        throw InvalidInput(
          field: "colours", "must be one of \(ColourDepth.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return .device(DeviceFacts(depth: depth, refusesColour: try fields.bool("no_color") ?? false))
    }
    let clock = try fields.instant("clock")
    if let job = try fields.integer("answer").map({ Job(Int(clamping: $0)) }) {
      return clock.map { .clock(job, $0) } ?? .answer(job)
    }
    if let job = try fields.integer("stopped") { return .stopped(Job(Int(clamping: job))) }
    if let job = try fields.integer("progress") {
      let (part, detail) = (try fields.number("part"), try fields.string("detail"))
      return .progress(Job(Int(clamping: job)), part: part, detail: detail ?? "")
    }
    if let frame = try fields.string("end") { return .end(frame: frame) }
    guard let names = try fields.strings("changed") else { return nil }
    var topics: Set<Topic> = []
    for name in names {
      guard let topic = Topic(rawValue: name) else { throw InvalidInput(field: "changed", "knows no '\(name)'") }
      topics.insert(topic)
    }
    return .changed(topics)
  }

  private static func input(_ fields: inout JSONFields) throws(InvalidInput) -> RecordedEvent? {
    if let name = try fields.string("key") {
      guard let key = Key(parsing: name) else { throw InvalidInput(field: "key", "knows no key '\(name)'") }
      return .input(.key(key))
    }
    if let text = try fields.string("paste") { return .input(.paste(text)) }
    if let text = try fields.string("edited") { return .input(.edited(.text(text))) }
    if let reason = try fields.string("not_edited") { return .input(.edited(.refused(reason))) }
    if let name = try fields.string("signal") {
      switch name {
      case "suspend": return .input(.suspend)
      case "resumed": return .input(.resumed)
      case "quit": return .input(.quit)
      default: throw InvalidInput(field: "signal", "must be suspend, resumed or quit")
      }
    }
    if let name = try fields.string("mouse") {
      let (x, y) = (try fields.integer("x"), try fields.integer("y"))
      guard let kind = MouseEvent.Kind(name: name), let x, let y else {
        throw InvalidInput(field: "mouse", "must be press, wheel-up or wheel-down, with x and y")
      }
      return .input(.mouse(MouseEvent(kind, at: Point(x: Int(clamping: x), y: Int(clamping: y)))))
    }
    guard let sides = fields.value("resize") else { return nil }
    guard case .array(let list) = sides, list.count == 2, case .integer(let width) = list[0],
      case .integer(let height) = list[1], let size = RecordingHeader.size(width, height)
    else { throw InvalidInput(field: "resize", "must be columns and rows, each 1 to 1000") }
    return .input(.resize(size))
  }
}

extension MouseEvent.Kind {
  fileprivate var name: String {
    switch self {
    case .press: "press"
    case .wheelUp: "wheel-up"
    case .wheelDown: "wheel-down"
    }
  }

  fileprivate init?(name: String) {
    switch name {
    case "press": self = .press
    case "wheel-up": self = .wheelUp
    case "wheel-down": self = .wheelDown
    default: return nil
    }
  }
}
