import Canvas
import Core
import Testing

@testable import TUI

@Suite struct FramePacerTests {
  @Test func aKeyIsDrawnAtOnce() {
    var pacer = FramePacer()
    pacer.note(.data)
    pacer.drew(at: 1000)
    pacer.note(.input)
    #expect(pacer.delay(at: 1001) == 0)
  }

  @Test func dataIsDrawnAboutThirtyTimesASecond() {
    var pacer = FramePacer()
    var frames = 0
    for millisecond in Int64(0)..<1000 {
      pacer.note(.data)
      if pacer.delay(at: millisecond) == 0 {
        frames += 1
        pacer.drew(at: millisecond)
      }
    }
    #expect((30...32).contains(frames))
  }

  @Test func nothingIsDrawnWhenNothingHappened() {
    var pacer = FramePacer()
    pacer.note(.data)
    pacer.drew(at: 0)
    #expect(pacer.delay(at: 10_000) == nil)
  }

  @Test func aClockThatWasSetBackDoesNotHoldFramesUp() {
    var pacer = FramePacer()
    pacer.note(.data)
    pacer.drew(at: 1_000_000)
    pacer.note(.data)
    #expect(pacer.delay(at: 0) == FramePacer.dataInterval)
  }
}

@Suite struct InboxTests {
  @Test func handsOutActionsOnceAndInOrder() async throws {
    let inbox = try Inbox()
    await withTaskGroup(of: Void.self) { group in
      for worker in 0..<4 {
        group.addTask {
          for number in 0..<100 { inbox.post(.failed(Job(worker * 100 + number), "")) }
        }
      }
    }
    let jobs = inbox.drain().compactMap { if case .failed(let job, _) = $0 { job.value } else { nil } }
    #expect(jobs.sorted() == Array(0..<400))
    for worker in 0..<4 {
      let own = jobs.filter { $0 / 100 == worker }
      #expect(own == own.sorted())
    }
    #expect(inbox.drain().isEmpty)
  }
}

@Suite struct IdleTests {
  @Test func anIdleScreenChangesOnlyWithTheMinute() {
    let stage = Stage()
    // 17:42:07: the next minute is 53 seconds away.
    #expect(stage.state.nextChange == FixtureBoard.now + .seconds(53))
    var later = stage
    later.send(.tick(FixtureBoard.now + .seconds(52)))
    let before = Frame.render(stage.state, size: stage.state.size)
    let after = Frame.render(later.state, size: later.state.size)
    #expect(after.changes(since: before).isEmpty)
  }
}

@Suite struct ColourDepthTests {
  @Test(arguments: [
    (0, false, ColourDepth.none), (2, false, .none), (8, false, .sixteen), (16, false, .sixteen),
    (88, false, .sixteen), (256, false, .twoHundredFiftySix), (16_777_216, false, .twoHundredFiftySix),
    (256, true, .none),
  ])
  func followsTheTerminalUnlessColourIsRefused(colours: Int32, refused: Bool, depth: ColourDepth) {
    #expect(ColourDepth(colours: colours, refused: refused) == depth)
  }
}

@Suite struct TerminalErrorTests {
  @Test func everySentenceSaysWhatToDo() {
    let errors: [TerminalError] = [
      .notInteractive, .unknown(name: ""), .unknown(name: "x"), .unsuitable(name: "dumb"), .failed,
    ]
    for error in errors { #expect(error.description.contains(";")) }
    #expect(TerminalError.unknown(name: "").description.contains("TERM is not set"))
  }
}
