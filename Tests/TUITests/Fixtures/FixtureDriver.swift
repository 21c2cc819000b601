import Core

@testable import TUI

/// What the owner of a simulated town would do, in a town in which nothing happens by itself.
struct FixtureDriver {
  /// How the town stands; nil until its clock was let go.
  private(set) var town: TownRunReport?
  /// Where the clock can get at most, for a machine that cannot keep up.
  var furthest = Timestamp(milliseconds: .max)

  /// Carries out an order of the clock.
  mutating func news(
    _ order: ClockOrder, _ request: BoardRequest?, now: Timestamp, in world: FixtureBoard
  ) -> ClockNews {
    var town = town ?? TownRunReport(now: now, start: now, seed: 7)
    town.event = nil
    switch order {
    case .advance(let target, _): town.now = min(target, furthest)
    case .step:
      town.now = town.now + .seconds(20)
      town.event = TownEvent(at: town.now, .acceptance, session: Stage.rich)
    case .backToStart: town.now = town.start
    case .bookmark(let title):
      town.bookmarks.append(
        TownBookmark(number: town.bookmarks.count + 1, title: title, at: town.now, hash: EventHash()))
    case .go(let bookmark): town.now = bookmark.at
    case .remove(let bookmark): town.bookmarks.removeAll { $0 == bookmark }
    case .begin(let story):
      town.story = story
      town.isCopy = town.isCopy || story == .recorded
    case .takeOver(let session): town.takenOver = session
    case .handBack: town.takenOver = nil
    }
    town.isCopy = town.isCopy || world.kind == .live
    self.town = town
    let board = request.map { world.board(selecting: $0.sessionID ?? Stage.rich, at: town.now, whatIf: $0.whatIf) }
    return ClockNews(town, board)
  }
}
