import Canvas
import Core
import Testing

@testable import TUI

/// What is done with rules, watches and alerts by keys.
@Suite struct DealMoveTests {
  private func stage() -> Stage {
    var stage = Stage(size: Size(width: 140, height: 42), screen: .deals)
    _ = stage.takeEffects()
    return stage
  }

  /// The last order that was handed out.
  private func order(_ stage: inout Stage) -> DealsOrder? {
    stage.takeEffects().compactMap { if case .deals(_, let order) = $0 { order } else { nil } }.last
  }

  @Test func aRuleIsPausedAtOnceAndResumedAfterAQuestion() throws {
    var stage = stage()
    try stage.press("p")
    #expect(order(&stage) == .pause(FixtureDeals.gaming))
    stage = self.stage()
    try stage.press("end", "p")
    #expect(stage.state.deals.rules.selectedID == FixtureDeals.cameras)
    #expect(stage.picture().contains("Resume and catch up"))
    try stage.press("down", "down", "enter")
    #expect(order(&stage) == .resume(FixtureDeals.cameras, catchesUp: true))
  }

  @Test func deletingAsksAndTheKeyThatAskedDoesNotConfirm() throws {
    var stage = stage()
    try stage.press("d", "d")
    #expect(order(&stage) == nil)
    #expect(stage.picture().contains("Delete 1 rule?"))
    try stage.press("y")
    #expect(order(&stage) == .delete([FixtureDeals.gaming]))
  }

  @Test func markedRulesAreDeletedTogether() throws {
    var stage = stage()
    try stage.press("v", "v", "d", "y")
    #expect(order(&stage) == .delete([FixtureDeals.gaming, FixtureDeals.everything]))
  }

  @Test func aWatchIsEndedFromItsList() throws {
    var stage = stage()
    try stage.press("tab", "tab", "d", "y")
    #expect(order(&stage) == .unwatch([Watch.ID(21)]))
  }

  @Test func openingAnAlertReadsIt() throws {
    var stage = stage()
    try stage.press("tab", "enter")
    #expect(order(&stage) == .read([Alert.ID(31)]))
    #expect(stage.state.deals.focus == .page)
  }

  @Test func anAlertThatWasNotToldCannotBeRead() throws {
    var stage = stage()
    try stage.press("tab", "down", "a")
    #expect(order(&stage) == nil)
    #expect(stage.picture().contains("was not told yet"))
  }

  @Test func theKeyThatReadsMarksAsNewAgainWhatWasRead() throws {
    var stage = stage()
    stage.answersReads = false
    try stage.press("tab", "a")
    #expect(order(&stage) == .read([Alert.ID(31)]))
    let board = FixtureDeals.sample.board
    stage = self.stage()
    stage.answersReads = false
    try stage.press("tab", "r")
    for effect in stage.takeEffects() {
      guard case .loadDeals(let job, _) = effect else { continue }
      stage.send(
        .dealsLoaded(
          job,
          DealsBoard(
            person: board.person, hunters: board.hunters, zone: board.zone, rules: board.rules, watches: board.watches,
            inbox: InboxPage(
              items: [FixtureDeals.readItem] + board.inbox.items.dropFirst(), unread: 0, today: 42, held: 3),
            listings: board.listings, wishes: board.wishes)))
    }
    _ = stage.takeEffects()
    #expect(stage.footer.contains("a read/unread"))
    try stage.press("a")
    #expect(order(&stage) == .unread([Alert.ID(31)]))
  }

  @Test func anAlertIsSnoozedUntilTomorrowMorning() throws {
    var stage = stage()
    try stage.press("tab", "Z")
    #expect(stage.picture().contains("Tomorrow morning"))
    try stage.press("down", "down", "down", "down", "enter")
    // It is Friday, 17:42: tomorrow at nine is 15 h 18 min ahead, on a clock five hours behind UTC.
    let expected = try #require(Timestamp(rfc3339: "2026-11-21T14:00:00Z"))
    #expect(order(&stage) == .snooze([Alert.ID(31)], until: expected))
  }

  @Test func mutingPausesTheRuleOfAnAlertAfterAQuestion() throws {
    var stage = stage()
    try stage.press("tab", "M")
    #expect(stage.picture().contains("Mute gaming pc?"))
    try stage.press("y")
    #expect(order(&stage) == .pause(FixtureDeals.gaming))
  }

  @Test func thePriceOfAListingIsWatched() throws {
    var stage = stage()
    try stage.press("t", "w")
    #expect(stage.picture().contains("It costs $750.00 now."))
    try stage.press("ctrl-u")
    stage.type("600")
    try stage.press("ctrl-s")
    #expect(
      order(&stage)
        == .watch(Listing.ID(11), FixtureDeals.person.id, Money(cents: 60_000)))
  }

  @Test func preferencesSayWhenTheNextAlertMayBeSent() throws {
    var stage = stage()
    try stage.press("o")
    for effect in stage.takeEffects() {
      if case .deals(let job, let order) = effect { stage.send(FixtureDeals.answer(job, order)) }
    }
    #expect(stage.picture().contains("Next allowed send: "))
    #expect(stage.picture().contains("quiet hours until 07:00"))
  }

  @Test func somebodyElsesRulesAreShownOnRequest() throws {
    var stage = stage()
    try stage.press("K", "down", "enter")
    #expect(stage.state.deals.person == Person.ID(13))
  }

  @Test func analystsReadButDoNotWrite() throws {
    var stage = stage()
    stage.change { $0.begin(as: Actor(.analyst, "ann")) }
    try stage.press("n")
    #expect(order(&stage) == nil)
    #expect(stage.picture().contains("rules are written by operators"))
  }

  @Test func whatCouldNotBeDoneIsSaid() throws {
    var stage = stage()
    try stage.press("p")
    for effect in stage.takeEffects() {
      if case .deals(let job, _) = effect { stage.send(.failed(job, "rule 1 is paused already")) }
    }
    #expect(stage.picture().contains("rule 1 is paused already"))
    #expect(stage.state.dealsOrders.isEmpty)
  }
}
