import Canvas
import Core
import Testing

@testable import TUI

/// What a visit was given, in order, is enough to end in the identical frame again.
@Suite struct RecordingTests {
  private static let header = RecordingHeader(
    now: FixtureBoard.now, wall: FixtureBoard.now, isFixed: false, size: Size(width: 120, height: 40), theme: .dark,
    glyphs: .unicode, usesMouse: true, screen: .discover, seed: 7)

  static let events: [RecordedEvent] = [
    .started, .tick(FixtureBoard.now), .input(.key(.character(" "))), .input(.key(.character("\""))),
    .input(.key(.control("p"))), .input(.key(.backTab)), .input(.key(.function(5))),
    .input(.paste("Beyoğlu\n\u{1B}[2J\u{202E}")), .input(.mouse(MouseEvent(.wheelUp, at: Point(x: 3, y: 0)))),
    .input(.mouse(MouseEvent(.press, at: Point(x: 79, y: 23)))), .input(.resize(Size(width: 60, height: 16))),
    .input(.suspend), .input(.resumed), .input(.quit), .changed([.sessions, .offers]), .answer(Job(41)),
    .clock(Job(42), FixtureBoard.now), .end(frame: "\u{1B}[1mOPPORTUNE\u{1B}[0m\n │"),
  ]

  @Test(arguments: events) func everyLineIsReadBackAsItWasWritten(event: RecordedEvent) throws {
    #expect(try RecordedEvent(JSON(parsing: event.json.text())) == event)
  }

  @Test func theHeaderIsReadBackAsItWasWritten() throws {
    #expect(try RecordingHeader(JSON(parsing: Self.header.json.text())) == Self.header)
  }

  @Test(arguments: [
    #"{"key":"ctrl-"}"#, #"{"answer":"1"}"#, #"{"resize":[0,24]}"#, #"{"changed":["weather"]}"#, #"{"mouse":"press"}"#,
    #"{"key":"a","x":1}"#, #"{}"#, #"[]"#, #"{"signal":"kill"}"#,
  ])
  func whatIsNoLineIsRefused(text: String) {
    #expect(throws: InvalidInput.self) { try RecordedEvent(JSON(parsing: text)) }
  }

  @Test func anotherVersionIsRefusedByName() throws {
    let text = Self.header.json.text().replacing("\"opportune_recording\":1", with: "\"opportune_recording\":2")
    let fault = #expect(throws: InvalidInput.self) { try RecordingHeader(JSON(parsing: text)) }
    #expect(fault?.message == "is 2; this program reads recordings of version 1")
  }

  /// Plays a visit of random keys with forms, clock, search and export, noting it, then plays what was noted.
  @Test(arguments: 0..<20) func aRandomVisitEndsInTheSameFrameAgain(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let keys = CommandTable.all.flatMap { command in
      [.quit, .interrupt, .suspend].contains(command.intent) ? [] : command.defaultKeys
    }
    let signs = "ana 18:30".unicodeScalars.map { Key.character($0) }
    var live = Playback(Self.header, work: FixtureWork().answer)
    var noted: [RecordedEvent] = []
    func give(_ event: RecordedEvent) throws {
      try live.play(event)
      noted.append(event)
    }
    try give(.started)
    var wall = FixtureBoard.now
    for step in 0..<90 {
      wall = wall + TimeSpan(milliseconds: Int64(generator.next() % 4000))
      try give(.tick(wall))
      let isTyping = step % 3 == 0 && live.state.isTyping
      let choices = isTyping ? signs : keys
      try give(.input(.key(choices[Int(generator.next() % UInt64(choices.count))])))
      // A running town asks for ever more: some of it is answered now, the rest later.
      for _ in 0..<4 { if let answer = live.nextAnswer { try give(answer) } }
    }
    noted.append(.end(frame: live.frame))
    var again = Playback(Self.header, work: FixtureWork().answer)
    for event in noted { try again.play(RecordedEvent(JSON(parsing: event.json.text()))) }
    #expect(again.state == live.state)
    #expect(again.isIdentical)
  }

  @Test func anAnswerNobodyAskedForIsRefused() throws {
    var playback = Playback(Self.header, work: FixtureWork().answer)
    try playback.play(.started)
    #expect(throws: Playback.Fault.unasked(Job(2))) { try playback.play(.answer(Job(2))) }
  }
}

/// Does the work of a fixture's town as the executable would.
private final class FixtureWork {
  private let world = FixtureBoard()
  private var driver = FixtureDriver()

  /// Carries out an effect; nil where it has no answer.
  func answer(_ effect: Effect, now: Timestamp) -> Action? {
    switch effect {
    case .loadBoard(let job, let request):
      let at = driver.town?.now ?? FixtureBoard.now
      return .boardLoaded(
        job, world.board(selecting: request.sessionID ?? Stage.rich, at: at, whatIf: request.whatIf))
    case .clock(let job, let order, let request):
      return .clock(job, driver.news(order, request, now: now, in: world))
    case .search(let job, let words, _): return .found(job, FixtureSearch.answer(words))
    case .loadCard(let job, let target): return .cardLoaded(job, FixtureSearch.card(target))
    case .export(let job, let request): return .exported(job, request, .written(path: request.name))
    default: return effect.job.map { .failed($0, "no place is left") }
    }
  }
}

extension Playback {
  /// The answer that comes next, as it would be noted; nil if everything was answered.
  fileprivate var nextAnswer: RecordedEvent? {
    for (effect, now) in asked {
      if case .clock(let job, let order, _) = effect {
        if case .advance(let target, _) = order { return .clock(job, target) }
        return .clock(job, now)
      }
      if let job = effect.job { return .answer(job) }
    }
    return nil
  }
}
