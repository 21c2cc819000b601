import Testing

@testable import Core

@Suite struct PreferencesSummaryTests {
  private let noon = at("2026-11-21T17:42:00Z")

  private func summary(
    at now: Timestamp? = nil, sentToday: Int = 0, _ wishes: (inout Preferences) throws -> Void
  ) throws -> PreferencesSummary {
    var preferences = Preferences()
    try wishes(&preferences)
    return PreferencesSummary(
      of: preferences, person: Person(id: .init(1), name: "Ana R.", zone: "America/Cayman"),
      in: TestZone.cayman.table, sentToday: sentToday, held: [], nextDigest: nil, now: now ?? noon)
  }

  @Test func nothingHoldsAnOrdinaryAlert() throws {
    let summary = try summary { _ in }
    #expect(summary.nextSend == noon)
    #expect(summary.holds.isEmpty)
  }

  @Test func aFullDayIsWaitedOutAndThenItsNight() throws {
    let summary = try summary(sentToday: 10) { preferences in
      preferences.quietHours = [try QuietHours(parsing: "22:00-07:00", field: "")]
    }
    // Midnight is quiet; 07:00 of Sunday is 12:00 UTC.
    #expect(summary.nextSend == at("2026-11-22T12:00:00Z"))
    #expect(summary.holds.map(\.code) == [.dailyCap, .quietHours])
  }

  @Test func aDigestHasItsWindow() throws {
    let summary = try summary { $0.alertFrequency = .weekly }
    #expect(summary.nextSend == at("2026-11-23T14:00:00Z"))
    #expect(summary.holds.map(\.code) == [.frequency])
  }

  @Test func whatIsAskedForFitsOneLine() throws {
    var preferences = Preferences()
    preferences.alertFrequency = .daily
    preferences.quietHours = [try QuietHours(parsing: "22:00-07:00", field: "")]
    preferences.alertCategories = ["bikes", "phones"]
    preferences.blockedCategories = ["spa"]
    preferences.urgentAtNight = true
    #expect(
      preferences.alertWords
        == "alerts daily at 09:00; quiet 22:00-07:00; at most 10 a day; only bikes or phones; never spa; "
        + "urgent ones also in quiet hours")
  }
}
