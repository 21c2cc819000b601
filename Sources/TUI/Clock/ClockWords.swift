import Canvas
import Core

extension State {
  /// How the clock goes, behind the time on the top line: `x60 ▶`, `paused`; empty where nobody has let it go.
  func clockMode(glyphs: Glyphs) -> String {
    guard clock.run != nil || clock.isMoving else { return "" }
    guard clock.isMoving else { return "paused" }
    let title = clock.jump == nil ? clock.speed.title : ClockSpeed.flatOut.title
    return "\(title)\(reachedText) \(glyphs.play)"
  }

  /// How fast time really passes, where that is not what was asked for: ` (x212)`.
  private var reachedText: String {
    guard let reached = clock.pace.reached, clock.isRunning else { return "" }
    if let factor = clock.speed.factor, reached > 0.9 * Double(factor) { return "" }
    return " (x\(Number.grouped(Int(reached.rounded()))))"
  }

  /// Weekday, hour and minute of an instant of the town.
  func timeText(of instant: Timestamp) -> String {
    let local = zone.localTime(at: instant)
    return "\(local.weekday.title) \(formats.clock(local))"
  }

  /// What a step let happen: `17:42:07 a driver accepts, session 8841`.
  func eventText(_ event: TownEvent) -> String {
    let session = event.session.map { ", session \($0)" } ?? ""
    return "\(formats.clockWithSeconds(zone.localTime(at: event.at))) \(event.kind.title)\(session)"
  }

  /// What is special about the town that is shown, in few words, the most important first.
  package var badges: [String] {
    var badges: [String] = []
    switch actor.role {
    case .analyst: badges.append("ANALYST")
    case .partner: badges.append("PARTNER")
    default: if isReadOnly { badges.append("READ ONLY") }
    }
    if let name = takenOverName { badges.append("you are \(name)") }
    if discovery.whatIf != nil { badges.append("WHAT IF") }
    if let run = clock.run {
      if run.isCopy { badges.append("COPY") }
      if run.story == .recorded { badges.append("REPLAY") }
    }
    return badges
  }

  /// Who the person at the screen decides for; nil while it is nobody.
  package var takenOverName: String? {
    guard let id = clock.run?.takenOver else { return nil }
    if discovery.document?.context.session.id == id, let name = discovery.document?.personName { return name }
    return discovery.name(of: id) ?? "the driver of session \(id)"
  }
}
