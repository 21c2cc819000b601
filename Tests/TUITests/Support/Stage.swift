import Canvas
import Core
import Testing

@testable import TUI

/// A robot user: presses keys by name, answers effects as the executable would, and looks at the picture.
struct Stage {
  private(set) var state: State
  var world: FixtureBoard
  /// Effects that were not answered.
  private(set) var unanswered: [Effect] = []
  /// Whether reading the board is answered at once.
  var answersReads = true

  init(
    size: Size = Size(width: 120, height: 40), screen: Screen = .discover, world: FixtureBoard = FixtureBoard(),
    loaded: Bool = true, keymap: Keymap = .standard
  ) {
    self.world = world
    state = State(now: FixtureBoard.now, size: size, screen: screen, keymap: keymap)
    answersReads = loaded
    send(.started)
  }

  /// The session with 47 of 120 minutes left, which has much to choose from.
  static let rich = ParkingSession.ID(8848)

  /// Takes in an action, and answers what it asks for.
  mutating func send(_ action: Action) {
    for effect in state.reduce(action) {
      if answersReads, case .loadBoard(let job, let request) = effect {
        send(.boardLoaded(job, world.board(selecting: request.sessionID ?? Self.rich)))
      } else {
        unanswered.append(effect)
      }
    }
  }

  /// Presses keys by their names in the command table.
  mutating func press(_ names: String...) throws {
    for name in names {
      let key = try #require(Key(parsing: name), "\(name) is no key")
      send(.input(.key(key)))
    }
  }

  /// Types text sign by sign.
  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { send(.input(.key(.character(scalar)))) }
  }

  /// Takes the effects that wait for an answer.
  mutating func takeEffects() -> [Effect] {
    defer { unanswered = [] }
    return unanswered
  }

  /// What is on screen.
  func picture(_ glyphs: Glyphs = .unicode) -> String {
    Frame.render(state, size: state.size, glyphs: glyphs).plainText
  }

  /// The last row.
  var footer: String { picture().split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? "" }
}
