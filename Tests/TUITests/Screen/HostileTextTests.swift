import Canvas
import Core
import Testing

@testable import TUI

/// Text from data may hold anything; nothing of it may steer the terminal.
@Suite struct HostileTextTests {
  static let texts = [
    "\u{1B}[2J\u{1B}]0;owned\u{07}", "a\u{9B}31mb", "\u{202E}evil\u{2066}", "line\nbreak\r\t", "\u{0}\u{7F}\u{85}",
    String(repeating: "x", count: 2000), "e" + String(repeating: "\u{301}", count: 500), "👩‍👩‍👧‍👦🇰🇾\u{FE0F}",
    "\u{FFFE}\u{E000}",
    "日本語の長い題名がここにあります", "",
  ]

  @Test(arguments: texts)
  func noControlReachesARun(text: String) throws {
    var world = FixtureBoard()
    for index in world.offers.indices {
      world.offers[index].title = text
      world.offers[index].description = text
      world.offers[index].terms = text
      world.offers[index].category = text
    }
    for index in world.sessions.indices { world.sessions[index].placeName = text }
    world.names = world.names.mapValues { _ in text }
    world.stream = world.stream.map {
      DiscoverBoard.StreamEvent(
        id: $0.id, at: $0.at, type: $0.type, sessionID: $0.sessionID, offerTitle: text, detail: .words(text))
    }
    for size in [Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 140, height: 42)] {
      var stage = Stage(size: size, world: world)
      stage.partners = FixturePartners(world, title: text)
      for keys in [[], ["enter"], ["enter"], ["a"], ["esc", "esc", "tab"], ["1"], ["2"], ["enter"], ["enter"], ["H"]] {
        for key in keys { try stage.press(key) }
        stage.send(.failed(Job(1), text))
        let canvas = Frame.render(stage.state, size: size)
        for run in canvas.changes(since: nil) {
          #expect(run.text.unicodeScalars.allSatisfy { !PlainText.isForbidden($0) })
          #expect(TextWidth.columns(run.text) == run.width)
        }
      }
    }
    for line in OverviewText.lines(world.board()) {
      #expect(line.unicodeScalars.allSatisfy { !PlainText.isForbidden($0) })
    }
  }
}
