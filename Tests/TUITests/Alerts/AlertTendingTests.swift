import Core
import Testing

@testable import TUI

/// What a dashboard that is open does for alerts by itself: it decides what falls due, and sweeps every 30 minutes; in
/// between it does nothing.
@Suite struct AlertTendingTests {
  /// Something is due 30 seconds from the start. Nothing is answered from here on.
  private func waiting() -> Stage {
    var stage = Stage()
    stage.alerts = FixtureAlerts.glance(latest: [], nextDue: FixtureBoard.now + .seconds(30))
    stage.send(.changed([.deals]))
    stage.answersAlerts = false
    return stage
  }

  private func tick(_ stage: inout Stage, at span: TimeSpan) -> [Effect] {
    stage.send(.tick(FixtureBoard.now + span))
    return stage.takeEffects().filter(\.looksAtAlerts)
  }

  @Test func whatIsDueIsDecidedWhenItsTimeHasCome() {
    var stage = waiting()
    #expect(stage.state.nextChange == FixtureBoard.now + .seconds(30))
    #expect(tick(&stage, at: .seconds(29)).isEmpty)
    #expect(tick(&stage, at: .seconds(30)).count == 1)
    // Under way: nobody asks twice, and nobody wakes up for it.
    #expect(tick(&stage, at: .seconds(31)).isEmpty)
    #expect(stage.state.nextChange == FixtureBoard.now + .seconds(53))
  }

  @Test func whatStaysDueIsAskedForOnceASecond() {
    var stage = waiting()
    stage.answersAlerts = true
    stage.send(.tick(FixtureBoard.now + .seconds(30)))
    #expect(stage.state.nextChange == FixtureBoard.now + .seconds(31))
    stage.answersAlerts = false
    #expect(tick(&stage, at: TimeSpan(milliseconds: 30_999)).isEmpty)
    #expect(tick(&stage, at: .seconds(31)).count == 1)
  }

  @Test(arguments: ["frozen", "read-only", "analyst", "failed"])
  func whoDoesNotDecideDoesNotWakeUpForIt(_ why: String) {
    var stage = waiting()
    switch why {
    case "frozen": stage.change { $0.isFrozen = true }
    case "read-only": stage.change { $0.isReadOnly = true }
    case "analyst": stage.change { $0.actor = Actor(.analyst, "ana") }
    default:
      stage.send(.changed([.deals]))
      guard let job = stage.takeEffects().first(where: \.looksAtAlerts)?.job else {
        Issue.record("nobody looked")
        return
      }
      stage.send(.failed(job, "the database is locked"))
    }
    // 17:42:07: the next minute is 53 seconds away.
    #expect(stage.state.nextChange == FixtureBoard.now + .seconds(53))
    #expect(tick(&stage, at: .seconds(40)).isEmpty)
    #expect(stage.state.nextChange == FixtureBoard.now + .seconds(53))
  }

  @Test func aSweepComesEveryHalfHour() {
    var stage = Stage()
    stage.alerts = FixtureAlerts.glance(latest: [])
    stage.send(.changed([.deals]))
    stage.answersAlerts = false
    for minute in 1...29 { #expect(tick(&stage, at: .minutes(Int64(minute))).isEmpty) }
    let first = tick(&stage, at: .minutes(30))
    #expect(first.map(\.sweeps) == [true])
    if let job = first.first?.job { stage.send(.alertsLoaded(job, stage.alerts, raised: 0)) }
    #expect(stage.state.notices.isEmpty)
    #expect(tick(&stage, at: .minutes(59)).isEmpty)
    #expect(tick(&stage, at: .minutes(60)).map(\.sweeps) == [true])
  }

  @Test func aClockThatStandsStillIsWokenForASweepAlone() {
    var stage = Stage()
    stage.change { $0.clock.course = .fixed }
    #expect(stage.state.nextChange == FixtureBoard.now + .minutes(30))
  }

  @Test(arguments: ["read-only", "analyst"])
  func whoMayNotWriteDoesNotSweep(_ who: String) {
    var stage = Stage()
    stage.change {
      $0.clock.course = .fixed
      if who == "analyst" { $0.actor = Actor(.analyst, "ana") } else { $0.isReadOnly = true }
    }
    stage.answersAlerts = false
    #expect(stage.state.nextChange == nil)
    #expect(tick(&stage, at: .minutes(31)).isEmpty)
  }

  @Test func whatOnlyASweepFoundIsSaid() {
    var stage = Stage()
    stage.missed = 2
    stage.send(.tick(FixtureBoard.now + .minutes(30)))
    #expect(stage.state.notices.map(\.toast.text) == ["A sweep raised 2 alerts that had been missed"])
  }

  @Test func afterAFailureTheNextSweepComesInItsTime() {
    var stage = Stage()
    stage.answersAlerts = false
    if let job = tick(&stage, at: .minutes(30)).first?.job { stage.send(.failed(job, "the disk is full")) }
    #expect(tick(&stage, at: .minutes(59)).isEmpty)
    #expect(tick(&stage, at: .minutes(60)).map(\.sweeps) == [true])
  }
}
