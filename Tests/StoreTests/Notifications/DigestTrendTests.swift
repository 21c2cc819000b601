import Core
import Testing

@testable import Store

/// What a digest says of watched prices, held against histories worked out by hand.
@Suite struct DigestTrendTests {
  /// Takes prices in, each so many days before noon; nil names none.
  private func history(
    _ deals: DealTown, _ externalID: String, _ title: String, _ prices: [(daysAgo: Int64, cents: Int64?)]
  ) throws {
    for (daysAgo, cents) in prices { try deals.ingest(externalID, title, cents: cents, after: -daysAgo * 1440) }
  }

  private func watch(_ deals: DealTown, _ externalID: String, atOrUnder cents: Int64) throws -> Watch {
    try deals.store.addWatch(
      WatchDraft(.listing(deals.id(externalID)), atOrUnder: cents), by: DealTown.ana, now: DealTown.noon)
  }

  private func digest(_ deals: DealTown) throws -> Digest {
    var wishes = Preferences()
    wishes.alertFrequency = .daily
    try deals.store.setPreferences(wishes, of: deals.person.id, by: DealTown.ana, now: DealTown.noon)
    return try #require(try deals.store.digestPreview(of: deals.person.id, now: DealTown.noon))
  }

  /// The lines of the text below a heading.
  private func lines(_ digest: Digest) -> [Substring] {
    Array(
      digest.text.split(separator: "\n", omittingEmptySubsequences: false).drop { $0 != "Prices you watch" }.dropFirst()
        .prefix { !$0.isEmpty })
  }

  @Test func eachTrendIsThatOfItsHistory() throws {
    let deals = try DealTown()
    // 90 days back 500 held: 400 is under it, and under 450 and 480. 30 days back 450 held.
    try history(deals, "a", "Bike", [(100, 50_000), (60, 45_000), (20, 48_000), (5, 40_000)])
    // Known for 40 days only.
    try history(deals, "b", "Lens", [(40, 10_000), (10, 9_000)])
    // 30 days back 250 held, which is less than the price now.
    try history(deals, "c", "Desk", [(100, 30_000), (95, 25_000), (3, 28_000)])
    // It was cheaper 89 days ago, for a day.
    try history(deals, "d", "Kayak", [(89, 5_000), (88, 20_000), (7, 15_000)])
    // Gone for two days.
    try history(deals, "e", "Phone", [(12, 70_000), (2, nil)])
    try history(deals, "f", "Nothing", [(12, nil)])
    try history(deals, "g", "Fresh", [(0, 1_000)])
    for name in ["a", "b", "c", "d", "e", "f", "g"] { _ = try watch(deals, name, atOrUnder: 900) }
    #expect(
      try lines(digest(deals)) == [
        "↓ Bike  $400.00",
        "   between $400.00 and $480.00 in 30 days, was $450.00 at first, lowest in 90 days, told at or under $9.00",
        "↓ Lens  $90.00",
        "   between $90.00 and $100.00 in 30 days, was $100.00 at first, lowest since it was first seen, 40 days ago, told at or under $9.00",
        "↑ Desk  $280.00",
        "   between $250.00 and $280.00 in 30 days, was $250.00 at first, told at or under $9.00",
        "↓ Kayak  $150.00",
        "   between $150.00 and $200.00 in 30 days, was $200.00 at first, told at or under $9.00",
        "→ Phone  $700.00",
        "   names no price now, the same in 12 days, told at or under $9.00",
        "→ Fresh  $10.00",
        "   the same since less than a day, told at or under $9.00",
      ])
  }

  @Test func theListOfWatchesSaysTheSameOfAPrice() throws {
    let deals = try DealTown()
    try history(deals, "a", "Bike", [(100, 50_000), (60, 45_000), (20, 48_000), (5, 40_000)])
    let watch = try watch(deals, "a", atOrUnder: 30_000)
    #expect(try deals.store.priceHistory(of: deals.id("a")).points.map(\.cents) == [50_000, 45_000, 48_000, 40_000])
    let summary = try deals.store.watchSummary(watch.id, now: DealTown.noon)
    #expect(summary.price == Money(cents: 40_000) && summary.lowest == Money(cents: 40_000))
    #expect(summary.record?.words == "lowest in 90 days")
    // Thirty parts of three days: 500 up to 60 days ago, then 450, from 20 days ago 480, from 5 days ago 400.
    #expect(
      summary.course == Array(repeating: 50_000, count: 9) + Array(repeating: 45_000, count: 14)
        + Array(repeating: 48_000, count: 5) + [40_000, 40_000])
    // A day later it is dearer, and no record any more.
    try deals.ingest("a", "Bike", cents: 41_000, after: 1440)
    #expect(try deals.store.watchSummary(watch.id, now: DealTown.noon + .days(1)).record == nil)
  }

  @Test func whatASourceCallsAThingIsNeverMarkup() throws {
    let deals = try DealTown()
    try history(
      deals, "a", "<img src=x onerror=alert(1)>\n\u{202E}\u{1B}[31m\"&", [(10, 50_000), (5, 40_000)])
    _ = try watch(deals, "a", atOrUnder: 30_000)
    try deals.rule("img* name:\"<b>rule</b>\"", lookBack: true)
    let digest = try digest(deals)
    #expect(digest.html.contains("&lt;img src=x onerror=alert(1)&gt; [31m&quot;&amp;"))
    #expect(!digest.html.contains("<img src=x") && !digest.html.contains("<b>rule"))
    for text in [digest.text, digest.html] {
      #expect(!text.unicodeScalars.contains { PlainText.isForbidden($0) && $0 != "\n" })
    }
    #expect(lines(digest).count == 2)
  }
}
