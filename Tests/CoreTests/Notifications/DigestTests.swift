import Foundation
import Testing

@testable import Core

@Suite struct DigestTests {
  private func deal(
    _ listing: Int64, score: Double?, cents: Int64? = 10_000, group: Int64? = nil, rules: [String] = ["any"]
  ) -> Digest.Deal {
    Digest.Deal(
      alert: .init(listing), listing: .init(listing), title: "Listing \(listing)",
      price: cents.map { Money(cents: $0) },
      dealScore: score, group: group, place: nil, url: nil, imageURL: nil, rules: rules)
  }

  @Test func theFiveBestAreNamedAndTheOthersCounted() {
    let scores = [0.2, 0.9, 0.5, 0.7, 0.6, 0.8, 0.1]
    let best = Digest.best(of: scores.enumerated().map { deal(Int64($0 + 1), score: $1) })
    #expect(best.deals.map(\.listing.value) == [2, 6, 4, 5, 3])
    #expect(best.further == 2)
  }

  @Test func ofEqualScoresTheCheaperComesFirstAndUnknownScoresLast() {
    let best = Digest.best(of: [
      deal(1, score: nil, cents: 1), deal(2, score: 0.5, cents: 900), deal(3, score: 0.5, cents: 800),
      deal(4, score: 0.5, cents: nil),
    ])
    #expect(best.deals.map(\.listing.value) == [3, 2, 4, 1])
  }

  @Test func oneItemIsOneDealWhateverRulesAndSourcesItCameBy() {
    let best = Digest.best(of: [
      deal(1, score: 0.5, group: 7, rules: ["cheap"]), deal(2, score: 0.6, group: 7, rules: ["near"]),
      deal(3, score: 0.4, rules: ["near"]), deal(3, score: 0.4, rules: ["phones"]),
    ])
    #expect(best.deals.map(\.listing.value) == [2, 3])
    #expect(best.deals.map(\.rules) == [["near", "cheap"], ["near", "phones"]])
    #expect(best.further == 0)
  }

  @Test func whatWasToldAtOnceIsNotToldAgain() {
    let all = [deal(1, score: 0.9), deal(2, score: 0.8, group: 4), deal(3, score: 0.1)]
    #expect(Digest.best(of: all, toldListings: [.init(1)], toldGroups: [4]).deals.map(\.listing.value) == [3])
  }

  private func trend(_ cents: [Int64]) throws -> PriceTrend {
    let start = at("2026-10-23T14:00:00Z")
    let points = cents.enumerated().map { PriceHistory.Point(at: start + .days(Int64($0)), cents: $1) }
    return try #require(
      PriceTrend(
        PriceHistory(currency: .usd, points: points), from: start, to: at("2026-11-22T14:00:00Z")))
  }

  /// What it says is written by hand in `Golden`; the titles try to be markup and to steer a terminal.
  private func digest() throws -> Digest {
    Digest(
      person: Person(id: .init(1), name: "Ana <R.>", zone: "America/Cayman"),
      window: NotificationWindow(
        cadence: .daily, date: CivilDate(dayNumber: 20_779), at: at("2026-11-22T14:00:00Z")),
      deals: [
        Digest.Deal(
          alert: .init(1), listing: .init(11), title: "Gaming PC <b>\"RTX\"</b> & more", price: Money(cents: 65_000),
          dealScore: 0.874, group: nil, place: "George Town", url: "https://market.example/11?a=1&b=2",
          imageURL: "https://market.example/11.jpg", rules: ["gaming pc", "cheap"]),
        Digest.Deal(
          alert: .init(2), listing: .init(12), title: "Camera\u{1B}[31m\nécole", price: nil, dealScore: nil, group: nil,
          place: nil, url: "javascript:alert(1)", imageURL: "data:image/png;base64,x", rules: []),
      ],
      furtherDeals: 3,
      trends: [
        Digest.Trend(
          title: "iPhone 13", prices: try trend([52_000, 41_000, 42_000]), days: 30, threshold: Money(cents: 40_000)),
        Digest.Trend(
          title: "<script>alert('low')</script>\u{202E}", prices: try trend([30_000, 25_000]), days: 30,
          record: PriceHistory.Lowest(price: Money(cents: 25_000), days: 90, isSinceFirstSeen: false),
          threshold: Money(cents: 20_000)),
        Digest.Trend(
          title: "Desk", prices: try trend([9_900]), days: 0, hasPrice: false, threshold: Money(cents: 9_000)),
      ],
      held: [.init(code: .quietHours, count: 3), .init(code: .dailyCap, count: 2)],
      wishes: "alerts daily at 09:00; at most 10 a day", world: .demo)
  }

  private func golden(_ name: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  @Test func readsAsTheTextWrittenByHand() throws {
    #expect(try digest().text == golden("digest.txt"))
  }

  @Test func readsAsThePageWrittenByHand() throws {
    #expect(try digest().html == golden("digest.html"))
  }

  @Test func saysNothingOfWhatItHasNot() throws {
    let bare = Digest(
      person: Person(id: .init(1), name: "Ana", zone: "America/Cayman"),
      window: NotificationWindow(
        cadence: .weekly, date: CivilDate(dayNumber: 20_780), at: at("2026-11-23T14:00:00Z")),
      deals: [], furtherDeals: 0, trends: [], held: [], wishes: "alerts weekly, Monday at 09:00", world: .live)
    #expect(bare.isEmpty)
    #expect(
      bare.text == "Your week: nothing new\nFor Ana, Mon 2026-11-23, America/Cayman\n\nalerts weekly, Monday at 09:00\n"
    )
    #expect(!bare.html.contains("<h2>"))
  }
}
