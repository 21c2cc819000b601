import Testing

@testable import Core

/// Saturday, 21 November 2026, 12:42 in George Town, where it is five hours later in UTC.
@Suite struct AlertTimingTests {
  private let noon = at("2026-11-21T17:42:00Z")
  private let night = at("2026-11-22T04:00:00Z")

  private func decide(
    _ alert: PendingAlert = PendingAlert(category: "bikes"), at now: Timestamp? = nil,
    _ wishes: (inout Preferences) throws -> Void = { _ in }
  ) throws -> AlertDecision {
    var preferences = Preferences()
    try wishes(&preferences)
    return AlertTiming(preferences, in: TestZone.cayman.table).decide(alert, now: now ?? noon)
  }

  private static func nightly(_ preferences: inout Preferences) throws {
    preferences.quietHours = [try QuietHours(parsing: "22:00-07:00", field: "")]
  }

  @Test func anOrdinaryAlertIsSentAtOnce() throws {
    #expect(try decide() == .send)
  }

  @Test func quietHoursHoldUntilTheyEnd() throws {
    let decision = try decide(at: night, Self.nightly)
    #expect(
      decision
        == .hold(until: at("2026-11-22T12:00:00Z"), AlertReason(.quietHours, "quiet hours 22:00-07:00")))
    #expect(try decide(at: at("2026-11-22T12:00:00Z"), Self.nightly) == .send)
  }

  @Test func urgentIsHeldAtNightUnlessThePersonAllowsIt() throws {
    let urgent = PendingAlert(isUrgent: true)
    #expect(try decide(urgent, at: night, Self.nightly).reason?.code == .quietHours)
    let allowed = try decide(urgent, at: night) { preferences in
      try Self.nightly(&preferences)
      preferences.urgentAtNight = true
    }
    #expect(allowed == .send)
    let ordinary = try decide(at: night) { preferences in
      try Self.nightly(&preferences)
      preferences.urgentAtNight = true
    }
    #expect(ordinary.reason?.code == .quietHours)
  }

  @Test func aDailyPersonGetsADigestAndUrgentPassesIt() throws {
    let daily = try decide { $0.alertFrequency = .daily }
    let sunday = NotificationWindow(
      cadence: .daily, date: CivilDate(dayNumber: 20_779), at: at("2026-11-22T14:00:00Z"))
    #expect(daily == .digest(sunday, AlertReason(.frequency, "daily digest asked for")))
    #expect(try decide(PendingAlert(isUrgent: true)) { $0.alertFrequency = .daily } == .send)
  }

  @Test func theRulesFrequencyStandsAboveThePersons() throws {
    #expect(try decide(PendingAlert(frequency: .immediate)) { $0.alertFrequency = .weekly } == .send)
    guard case .digest(let window, _) = try decide(PendingAlert(frequency: .weekly)) else {
      Issue.record("no digest")
      return
    }
    #expect(window.at == at("2026-11-23T14:00:00Z"))
  }

  @Test func whatWaitsForTheDigestDisturbsNobodyAtNight() throws {
    let decision = try decide(at: night) { preferences in
      try Self.nightly(&preferences)
      preferences.alertFrequency = .daily
    }
    #expect(decision.reason?.code == .frequency)
  }

  @Test func theEleventhOfTheDayGoesIntoTheDigest() throws {
    #expect(try decide(PendingAlert(counts: .init(today: 9))) == .send)
    let eleventh = try decide(PendingAlert(counts: .init(today: 10)))
    guard case .digest(let window, let reason) = eleventh else {
      Issue.record("no digest")
      return
    }
    #expect(window.at == at("2026-11-22T14:00:00Z"))
    #expect(reason == AlertReason(.dailyCap, "10 alerts a day, all sent today"))
    #expect(try decide(PendingAlert(isUrgent: true, counts: .init(today: 10))) == .send)
    #expect(try decide(PendingAlert(counts: .init(today: 10))) { $0.alertsPerDay = nil } == .send)
  }

  @Test func theHoursLimitsCollapse() throws {
    let hour = at("2026-11-21T18:00:00Z")
    let byRule = PendingAlert(counts: .init(today: 3, thisHour: 10, thisHourByRule: 10))
    #expect(
      try decide(byRule) == .collapse(until: hour, AlertReason(.ruleThrottle, "more than 10 by this rule in an hour")))
    let byPerson = PendingAlert(counts: .init(today: 3, thisHour: 20, thisHourByRule: 9))
    #expect(try decide(byPerson) == .collapse(until: hour, AlertReason(.personThrottle, "more than 20 in an hour")))
    #expect(try decide(PendingAlert(counts: .init(today: 3, thisHour: 19, thisHourByRule: 9))) == .send)
    // What stands for them is not counted against the same limits.
    #expect(try decide(PendingAlert(kind: .more, counts: .init(today: 50, thisHour: 20, thisHourByRule: 10))) == .send)
  }

  @Test func categoriesThatAreNotWantedAreDropped() throws {
    #expect(try decide { $0.blockedCategories = ["bikes"] } == .drop(AlertReason(.blockedCategory, "bikes is blocked")))
    #expect(
      try decide { $0.alertCategories = ["phones", "cameras"] }
        == .drop(AlertReason(.otherCategory, "bikes is not cameras or phones")))
    #expect(try decide { $0.alertCategories = ["bikes"] } == .send)
    #expect(
      try decide(PendingAlert()) { $0.alertCategories = ["bikes"] }
        == .drop(AlertReason(.otherCategory, "no category, so not bikes")))
  }

  @Test func nobodyIsToldWhatNobodyAsksForAnyMore() throws {
    let reason = AlertReason(.rulePaused, "gaming pc is paused")
    #expect(try decide(PendingAlert(cancellation: reason), at: night, Self.nightly) == .cancel(reason))
  }

  @Test func aReminderWaitsForTheMorningAndNothingElse() throws {
    let reminder = PendingAlert(category: "bikes", isSnoozed: true, counts: .init(today: 99, thisHour: 99))
    #expect(try decide(reminder) { $0.alertFrequency = .weekly } == .send)
    #expect(try decide(reminder, at: night, Self.nightly).reason?.code == .quietHours)
  }

  @Test func aPersonWhoIsNeverAwakeIsAskedAgainInAWeek() throws {
    let decision = try decide { $0.quietHours = [try QuietHours(parsing: "00:00-24:00", field: "")] }
    guard case .hold(let until, _) = decision else {
      Issue.record("not held")
      return
    }
    #expect(until == noon + .days(7))
  }

  @Test func anAlertTakesTheTerminalAndTheChannelsBothWant() throws {
    let deliveries = AlertDelivery.all(of: [.email, .push], to: [.terminal, .email, .sms], at: noon)
    #expect(deliveries.map(\.channel) == [.terminal, .email])
    #expect(deliveries.map(\.state) == [.sent, .skipped])
    #expect(deliveries.last?.reason == AlertReason(.unverifiedChannel, "no verified email address"))
    // A rule without a wish takes the person's; the inbox is always on.
    #expect(AlertDelivery.all(of: [], to: [.sms], at: noon).map(\.channel) == [.terminal, .sms])
    #expect(AlertDelivery.all(of: [.sms], to: [], at: noon).map(\.channel) == [.terminal])
  }
}
