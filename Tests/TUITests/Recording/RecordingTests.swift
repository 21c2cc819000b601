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

  /// Plays a visit of random keys, noting it, then plays what was noted.
  @Test(arguments: 0..<20) func aRandomVisitEndsInTheSameFrameAgain(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let keys: [Key] =
      "jkhlbzf/x13?dat".unicodeScalars.map { .character($0) } + [.tab, .enter, .escape, .up, .down, .pageDown]
    var world = FixtureBoard()
    var live = Playback(Self.header, work: Self.work(&world))
    var noted: [RecordedEvent] = [.started, .answer(Job(1))]
    var wall = FixtureBoard.now
    for event in noted { try live.play(event) }
    for _ in 0..<60 {
      wall = wall + .seconds(Int64(generator.next() % 40))
      var lines: [RecordedEvent] = [.tick(wall), .input(.key(keys[Int(generator.next() % UInt64(keys.count))]))]
      while let event = lines.first {
        lines.removeFirst()
        try live.play(event)
        noted.append(event)
        if let job = live.nextAnswer, !lines.contains(.answer(job)) { lines.append(.answer(job)) }
      }
    }
    noted.append(.end(frame: live.frame))
    var again = Playback(Self.header, work: Self.work(&world))
    for event in noted { try again.play(RecordedEvent(JSON(parsing: event.json.text()))) }
    #expect(again.state == live.state)
    #expect(again.isIdentical)
  }

  @Test func anAnswerNobodyAskedForIsRefused() throws {
    var world = FixtureBoard()
    var playback = Playback(Self.header, work: Self.work(&world))
    try playback.play(.started)
    #expect(throws: Playback.Fault.unasked(Job(2))) { try playback.play(.answer(Job(2))) }
  }

  private static func work(_ world: inout FixtureBoard) -> Playback.Work {
    let world = world
    return { effect, _ in
      guard case .loadBoard(let job, let request) = effect else { return nil }
      return .boardLoaded(job, world.board(selecting: request.sessionID ?? Stage.rich))
    }
  }
}

extension Playback {
  /// The job of the work that is to be answered next; nil if everything was.
  fileprivate var nextAnswer: Job? {
    for (effect, _) in asked {
      if case .loadBoard(let job, _) = effect { return job }
    }
    return nil
  }
}
