import Core
import Testing

@testable import Store

/// What is said of alerts in numbers: each rate with what is counted and out of what.
@Suite struct AlertMetricsTests {
  private let noon = TestTown.noon

  private func metrics(_ town: AlertTown, of person: Person.ID? = nil, now: Timestamp) throws -> AlertMetrics {
    try town.store.alertMetrics(of: person, from: noon, until: now, now: now)
  }

  @Test func tenOfTwelveAreToldThreeReadAndTwoOfThesePromptly() throws {
    let town = try AlertTown()
    let rule = try town.rule("finds")
    _ = try town.rule("finds nothing")
    let paused = try town.rule("paused")
    try town.store.connection.run("UPDATE alert_rule SET is_enabled = 0 WHERE id = :id", [":id": .id(paused)])
    let alerts = try (0..<12).map { try town.raise(rule, now: noon + .minutes(Int64($0))) }
    for (place, after) in [(0, 0), (1, 61), (2, 63)] {
      _ = try town.store.readAlert(alerts[place], by: TestTown.ana, now: noon + .minutes(Int64(after)))
    }
    let metrics = try metrics(town, now: noon + .minutes(65))
    var counts = AlertMetrics.Counts()
    counts.raised = 12
    // Ten an hour by one rule; the eleventh and twelfth are put together.
    (counts.told, counts.limited, counts.messages) = (10, 2, 10)
    counts.read = 3
    // Those of 12:00 to 12:05 were told an hour ago; one of them was read at once, one after exactly an hour.
    (counts.sentBefore, counts.readPromptly) = (6, 2)
    (counts.rules, counts.rulesThatFound) = (2, 1)
    #expect(metrics.counts == counts)
    let rates = Dictionary(uniqueKeysWithValues: metrics.rates.map { ($0.name, $0) })
    #expect(rates[.told]?.value == 10.0 / 12 && rates[.rulesThatFound]?.value == 0.5)
    #expect(rates[.watchesThatTold]?.value == nil && rates[.watchesThatTold]?.interval == nil)
    // statsmodels 0.14: proportion_confint(3, 10, method="wilson").
    let interval = try #require(rates[.read]?.interval)
    #expect(abs(interval.low - 0.1077913) < 1e-6 && abs(interval.high - 0.6032219) < 1e-6)
    #expect(try self.metrics(town, of: town.person.id, now: noon + .minutes(65)).counts == counts)
    let other = try town.town.person("Björn C.", zone: "America/Cayman")
    #expect(try self.metrics(town, of: other.id, now: noon + .minutes(65)).counts == AlertMetrics.Counts())
  }

  @Test func whatADigestTellsIsOneMessage() throws {
    let town = try AlertTown { $0.alertFrequency = .daily }
    let rule = try town.rule()
    for _ in 0..<3 { try town.raise(rule, now: noon) }
    // Nine in the morning of the next day in George Town.
    let morning = instant("2026-08-22T14:00:00Z")
    try town.store.decideDue(now: morning)
    var counts = try metrics(town, now: morning + TimeSpan(milliseconds: 1)).counts
    #expect((counts.raised, counts.told, counts.messages, counts.read, counts.limited) == (3, 3, 1, 0, 0))
    let digest = try #require(try town.store.inbox(of: town.person.id, InboxFilter(isUnread: true, limit: 9)).first)
    _ = try town.store.readAlert(digest.id, by: TestTown.ana, now: morning + .hours(2))
    counts = try metrics(town, now: morning + .hours(3)).counts
    #expect((counts.messages, counts.read, counts.sentBefore, counts.readPromptly) == (1, 1, 1, 0))
  }

  @Test func aSpanHasItsFirstInstantAndNotItsLast() throws {
    let town = try AlertTown()
    let rule = try town.rule()
    for seconds: Int64 in [-1, 0, 59, 60] { try town.raise(rule, now: noon + .seconds(seconds)) }
    let counts = try town.store.alertMetrics(of: nil, from: noon, until: noon + .minutes(1), now: noon + .hours(1))
      .counts
    #expect(counts.raised == 2)
  }
}
