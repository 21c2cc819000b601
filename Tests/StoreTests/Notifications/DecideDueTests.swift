import Core
import Testing

@testable import Store

/// Friday 21 August 2026, noon in George Town, which is 17:00 UTC.
@Suite struct DecideDueTests {
  private let noon = TestTown.noon
  private let night = instant("2026-08-22T04:00:00Z")
  private let morning = instant("2026-08-22T12:00:00Z")

  private static func nightly(_ preferences: inout Preferences) throws {
    preferences.quietHours = [try QuietHours(parsing: "22:00-07:00", field: "")]
  }

  @Test func anAlertIsSentWithItsChannels() throws {
    let town = try AlertTown { $0.channels = [.terminal, .email, .sms] }
    let alert = try town.raise(try town.rule(channels: "email,push"), now: noon)
    #expect(try town.stored(alert).state == .sent)
    let rows = try town.store.connection.rows(
      "SELECT channel, state, reason FROM alert_delivery WHERE alert_id = :id ORDER BY channel",
      [":id": .id(alert)]
    ) { row throws(StoreError) in [row.text(0), row.text(1), row.text(2)] }
    #expect(rows == [["email", "skipped", "no verified email address"], ["terminal", "sent", ""]])
  }

  @Test func whatQuietHoursHeldIsSentAtTheirEndAndKeepsTheReason() throws {
    let town = try AlertTown(Self.nightly)
    let alert = try town.raise(try town.rule(), now: night)
    let held = try town.stored(alert)
    #expect(held.state == .held && held.reason == "preferences.quiet_hours" && held.dueAt == morning)
    #expect(try town.store.nextDue() == morning)
    try town.store.decideDue(now: morning - TimeSpan(milliseconds: 1))
    #expect(try town.stored(alert).state == .held)
    try town.store.decideDue(now: morning)
    let sent = try town.stored(alert)
    #expect(sent.state == .sent && sent.reason == "preferences.quiet_hours")
    #expect(try town.store.nextDue() == nil)
  }

  @Test func aDecisionIsMadeByWhatThePersonWishesThen() throws {
    let town = try AlertTown(Self.nightly)
    let alert = try town.raise(try town.rule(), now: night)
    // The quiet hours are given up in the night: what they held comes at once.
    try town.store.setPreferences(
      Preferences(), of: town.person.id, by: TestTown.ana, now: night + .hours(1))
    #expect(try town.stored(alert).state == .sent)
  }

  @Test func categoriesNotAskedForAreDroppedWithTheReason() throws {
    let town = try AlertTown { $0.alertCategories = ["bikes"] }
    let alert = try town.raise(try town.rule(), now: noon)
    #expect(try town.stored(alert).state == .dropped)
    #expect(try town.stored(alert).reason == "preferences.category")
  }

  @Test func whatWaitsForAPausedRuleIsCancelledWhenItIsDue() throws {
    let town = try AlertTown(Self.nightly)
    let rule = try town.rule()
    let alert = try town.raise(rule, now: night)
    try town.store.connection.run("UPDATE alert_rule SET is_enabled = 0")
    try town.store.decideDue(now: morning)
    #expect(try town.stored(alert).state == .cancelled)
    #expect(try town.stored(alert).reason == "rule.paused")
  }

  @Test func theEleventhOfTheDayWaitsForTheDigest() throws {
    let town = try AlertTown()
    let rules = try (1...3).map { try town.rule("rule \($0)") }
    // Ten in different hours, so that no hour's limit is reached.
    for index in 0..<10 { try town.raise(rules[index % 3], now: noon + .minutes(Int64(index) * 30)) }
    let eleventh = try town.raise(rules[0], now: noon + .hours(6))
    #expect(try town.stored(eleventh).state == .digest)
    #expect(try town.stored(eleventh).reason == "cap.day")
    // 09:00 of Saturday is 14:00 UTC.
    #expect(try town.stored(eleventh).dueAt == instant("2026-08-22T14:00:00Z"))
    // After midnight, 05:00 UTC, there is a new day.
    let next = try town.raise(rules[0], now: instant("2026-08-22T05:00:00Z"))
    #expect(try town.stored(next).state == .sent)
    let urgent = try town.rule("urgent", isUrgent: true)
    #expect(try town.stored(try town.raise(urgent, now: noon + .hours(6))).state == .sent)
  }

  @Test func elevenOfARuleInAnHourAreTenAndOneMore() throws {
    let town = try AlertTown { $0.alertsPerDay = nil }
    let rule = try town.rule()
    var alerts: [Alert.ID] = []
    for index in 0..<22 { alerts.append(try town.raise(rule, now: noon + .minutes(Int64(index) * 2))) }
    #expect(try town.count(.deal, .sent) == 10)
    #expect(try town.count(.deal, .collapsed) == 12)
    let stand = try #require(try town.stored(alerts[21]).into)
    #expect(try town.stored(alerts[10]).into == stand)
    #expect(try town.stored(stand).more == 12)
    #expect(try town.stored(stand).state == .queued)
    // The hour of the local clock ends at 13:00.
    #expect(try town.store.nextDue() == noon + .hours(1))
    try town.store.decideDue(now: noon + .hours(1))
    #expect(try town.stored(stand).state == .sent)
    // A new hour has its own ten.
    #expect(try town.stored(try town.raise(rule, now: noon + .minutes(61))).state == .sent)
  }

  @Test func moreThanTwentyToAPersonAreTwentyAndOneMoreOfThemAll() throws {
    let town = try AlertTown { $0.alertsPerDay = nil }
    let rules = try (1...3).map { try town.rule("rule \($0)") }
    for index in 0..<24 { try town.raise(rules[index % 3], now: noon) }
    #expect(try town.count(.deal, .sent) == 20)
    #expect(try town.count(.deal, .collapsed) == 4)
    #expect(try town.count(.more, .queued) == 1)
  }

  @Test func manyAtOnceAreLimitedAsManyOneByOne() throws {
    let town = try AlertTown { $0.alertsPerDay = nil }
    let rule = try town.rule()
    let listings = try (0..<15).map { _ in try town.listing() }
    try town.store.write { () throws(StoreError) in
      for listing in listings { _ = try town.queue(rule, listing, now: noon) }
      try town.store.decideDue(now: noon)
    }
    #expect(try town.count(.deal, .sent) == 10)
    #expect(try town.count(.deal, .collapsed) == 5)
  }

  @Test func aReminderComesAgainAndCountsTowardNoLimit() throws {
    let town = try AlertTown { $0.alertsPerDay = 1 }
    let rule = try town.rule()
    let alert = try town.raise(rule, now: noon)
    let until = instant("2026-08-22T15:00:00Z")
    try town.store.connection.run(
      "UPDATE alert SET state = 'held', due_at = :until, snoozed_until = :until WHERE id = :id",
      [":until": .instant(until), ":id": .id(alert)])
    try town.store.decideDue(now: until)
    #expect(try town.stored(alert).state == .sent)
    #expect(try town.stored(try town.raise(rule, now: until)).state == .sent)
  }

  @Test func theSummarySaysWhatHoldsAndWhatWasSent() throws {
    let town = try AlertTown(Self.nightly)
    let rule = try town.rule()
    try town.raise(rule, now: noon)
    try town.raise(rule, now: night)
    let summary = try town.store.preferencesSummary(of: town.person.id, now: night)
    #expect(summary.sentToday == 1)
    #expect(summary.nextSend == morning)
    #expect(summary.holds.map(\.code) == [.quietHours])
    #expect(summary.held == [Digest.Held(code: .quietHours, count: 1)])
    #expect(summary.nextDigest == nil)
  }

  @Test func newPreferencesAreStoredAndTakenBack() throws {
    let town = try AlertTown()
    var wishes = Preferences()
    wishes.alertCategories = ["Bikes", "phones"]
    wishes.urgentAtNight = true
    try town.store.setPreferences(wishes, of: town.person.id, by: TestTown.ana, now: noon)
    let stored = try town.store.preferences(of: town.person.id)
    #expect(stored.alertCategories == ["bikes", "phones"] && stored.urgentAtNight && stored.alertsPerDay == 10)
    try town.store.undo(by: TestTown.ana, now: noon)
    let undone = try town.store.preferences(of: town.person.id)
    #expect(undone.alertCategories.isEmpty && !undone.urgentAtNight)
  }
}
