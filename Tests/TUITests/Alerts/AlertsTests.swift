import Canvas
import Core
import Testing

@testable import TUI

/// Alerts are told wherever somebody is: a count in the top line, and a toast when one arrives.
@Suite struct AlertsTests {
  private func topLine(_ stage: Stage) -> String { String(stage.picture().prefix { $0 != "\n" }) }

  @Test func theTopLineCountsWhatNobodyHasRead() {
    var stage = Stage()
    #expect(topLine(stage).contains("! 3  ?"))
    stage.alerts = FixtureAlerts.glance(latest: [])
    stage.send(.changed([.deals]))
    #expect(!topLine(stage).contains("!"))
  }

  @Test func whatWasThereBeforeIsNotAnnounced() {
    #expect(Stage().state.notices.isEmpty)
  }

  @Test func anAlertThatArrivesIsAToastOnEveryScreen() throws {
    for key in ["1", "2", "3", "4", "5", "6"] {
      var stage = Stage()
      try stage.press(key)
      let arrived = FixtureAlerts.news(10, "GoPro Hero 9", cents: 15_000, because: "cameras", minutesAgo: 0)
      stage.alerts = FixtureAlerts.glance(latest: [arrived] + FixtureAlerts.glance.latest)
      stage.send(.changed([.deals]))
      #expect(stage.picture().contains("GoPro Hero 9, $150.00: cameras"), "screen \(key)")
      #expect(topLine(stage).contains("! 4"))
    }
  }

  @Test func severalAtOnceAreOneToast() {
    var stage = Stage()
    let arrived = [
      FixtureAlerts.news(11, "Bike", cents: nil, because: "bikes", minutesAgo: 0, isUrgent: true),
      FixtureAlerts.news(10, "GoPro", cents: nil, because: "cameras", minutesAgo: 0),
    ]
    stage.alerts = FixtureAlerts.glance(latest: arrived + FixtureAlerts.glance.latest)
    stage.send(.changed([.deals]))
    #expect(stage.state.notices.map(\.toast.text) == ["Urgent: Bike: bikes; and 1 other alert"])
  }

  @Test func oneThatComesBackIntoSightBecauseAnotherWasReadIsNoNews() {
    var stage = Stage()
    let old = FixtureAlerts.news(2, "Old", cents: nil, because: "cameras", minutesAgo: 9000)
    stage.alerts = FixtureAlerts.glance(latest: FixtureAlerts.glance.latest.dropFirst() + [old])
    stage.send(.changed([.deals]))
    #expect(stage.state.notices.isEmpty)
  }

  @Test func ofManyThatCameAtOnceThoseThatFollowAReadOneAreNoNews() {
    var stage = Stage()
    let told = (10...20).reversed().map { id in
      FixtureAlerts.news(Int64(id), "Lamp \(id)", cents: nil, because: "lamps", minutesAgo: 0)
    }
    stage.alerts = FixtureAlerts.glance(latest: Array(told.prefix(5)), unread: 11)
    stage.send(.changed([.deals]))
    #expect(stage.state.notices.map(\.toast.text) == ["Lamp 20: lamps; and 7 other alerts"])
    stage.change { $0.notices = [] }
    stage.alerts = FixtureAlerts.glance(latest: Array(told[1..<6]), unread: 10)
    stage.send(.changed([.deals]))
    #expect(stage.state.notices.isEmpty)
  }

  @Test func anOldOneThatIsUnreadAgainIsNoNews() {
    var stage = Stage()
    for latest in [[], [FixtureAlerts.news(8, "Sony α7 camera", cents: nil, because: "cameras", minutesAgo: 120)]] {
      stage.alerts = FixtureAlerts.glance(latest: latest)
      stage.send(.changed([.deals]))
      #expect(stage.state.notices.isEmpty)
    }
  }

  @Test func ofManyTheNumberIsTold() {
    var stage = Stage()
    stage.alerts = FixtureAlerts.glance(
      latest: [FixtureAlerts.news(20, "GoPro", cents: nil, because: "cameras", minutesAgo: 0)], unread: 15)
    stage.send(.changed([.deals]))
    // Three were unread before: twelve have come.
    #expect(stage.state.notices.map(\.toast.text) == ["GoPro: cameras; and 11 other alerts"])
  }

  @Test func ofManyInARowTheLatestStayInSight() {
    var stage = Stage()
    for number in 10...14 {
      let arrived = FixtureAlerts.news(
        Int64(number), "Lamp \(number)", cents: nil, because: "lamps", minutesAgo: 0)
      stage.alerts = FixtureAlerts.glance(latest: [arrived] + stage.alerts.latest)
      stage.pass(milliseconds: 99)
      stage.send(.changed([.deals]))
    }
    #expect(stage.state.notices.map(\.toast.text) == ["Lamp 14: lamps", "Lamp 13: lamps", "Lamp 12: lamps"])
  }

  @Test func aPartnerHearsOfNoAlerts() {
    var stage = Stage()
    stage.change {
      $0.actor = Actor(.partner, "1")
      $0.alerts = AlertsState()
    }
    stage.send(.changed([.deals]))
    stage.pass(milliseconds: 2000)
    #expect(stage.state.alerts.glance == nil)
  }

  @Test func aLookThatFailedIsTriedAgainWithTheNextChangeOnly() {
    var stage = Stage()
    stage.answersAlerts = false
    stage.send(.changed([.deals]))
    guard case .loadAlerts(let job, sweeps: false)? = stage.takeEffects().first(where: \.looksAtAlerts) else {
      Issue.record("nobody looked")
      return
    }
    stage.send(.failed(job, "the database is locked"))
    stage.pass(milliseconds: 3000)
    #expect(stage.takeEffects().filter(\.looksAtAlerts).isEmpty)
    stage.send(.changed([.deals]))
    #expect(stage.takeEffects().filter(\.looksAtAlerts).count == 1)
  }
}

extension Effect {
  /// Whether it reads how alerts stand.
  var looksAtAlerts: Bool {
    if case .loadAlerts = self { true } else { false }
  }

  /// Whether it looks first for alerts that were missed.
  var sweeps: Bool {
    if case .loadAlerts(_, sweeps: true) = self { true } else { false }
  }
}
