import Testing

@testable import Core

/// Prices through time, and the edge a watch tells at.
@Suite struct PriceHistoryTests {
  private static let usd = Currency.usd
  private static func day(_ day: Int64) -> Timestamp { Timestamp(milliseconds: day * 86_400_000) }
  private static func history(_ points: [(Int64, Int64?)]) -> PriceHistory {
    PriceHistory(currency: usd, points: points.map { .init(at: day($0.0), cents: $0.1) })
  }

  @Test func aPriceHoldsUntilTheNext() {
    let history = Self.history([(10, 500), (20, nil), (30, 400)])
    #expect(
      [9, 10, 19, 20, 29, 30, 99].map { history.cents(at: Self.day($0)) } == [nil, 500, 500, nil, nil, 400, 400])
    // Ends of five parts of 8 ... 33: 13, 18, 23, 28, 33.
    #expect(history.samples(5, from: Self.day(8), to: Self.day(33)) == [500, 500, nil, nil, 400])
  }

  @Test func theLowestIsSaidOnlyWhenItIsTrue() {
    // 100 days of history: the 90 last days held 500 (from before them), 600 and 400.
    let long = Self.history([(0, 300), (5, 500), (40, 600), (99, 400)])
    #expect(long.lowest(now: Self.day(100))?.words == "lowest in 90 days")
    // The same with the 300 still holding when the 90 days begin.
    #expect(Self.history([(0, 300), (15, 500), (99, 400)]).lowest(now: Self.day(100)) == nil)
    #expect(Self.history([(0, 500), (99, 400), (100, 450)]).lowest(now: Self.day(100)) == nil)
    // A price that never was another is not a low one.
    #expect(Self.history([(0, 400)]).lowest(now: Self.day(100)) == nil)
    #expect(Self.history([(0, 500), (50, nil)]).lowest(now: Self.day(100)) == nil)
    #expect(
      Self.history([(60, 500), (99, 400)]).lowest(now: Self.day(100))?.words
        == "lowest since it was first seen, 40 days ago")
  }

  @Test func aTrendIsOfItsOwnTime() throws {
    let history = Self.history([(0, 900), (10, 500), (12, 700), (14, nil), (16, 600), (50, 100)])
    let trend = try #require(PriceTrend(history, from: Self.day(11), to: Self.day(20)))
    #expect([trend.minimum, trend.maximum, trend.first, trend.last].map(\.cents) == [500, 700, 500, 600])
    #expect(trend.direction.arrow == "↑")
    #expect(PriceTrend(history, from: Self.day(-9), to: Self.day(-1)) == nil)
  }

  // The threshold is 150.00: 2 % are 3.00, so that it tells again from 153.00 on.
  @Test func aWatchTellsOnceUntilThePriceHasRisenWell() {
    var trigger = WatchTrigger(threshold: Money(cents: 15_000))
    let prices: [(Int64, Bool)] = [
      (16_000, false), (15_000, true), (14_000, false), (15_100, false), (14_900, false), (15_299, false),
      (15_000, false), (15_300, false), (15_000, true),
    ]
    for (cents, tells) in prices {
      let told = trigger.take(Money(cents: cents))
      #expect(told == tells, "\(cents)")
    }
  }

  // At 20.00 one unit is more than 2 %.
  @Test func aSmallThresholdRearmsOneUnitAbove() throws {
    var trigger = WatchTrigger(threshold: Money(cents: 2000))
    #expect(trigger.rearmsAt == 2100)
    let prices: [Money?] = [
      Money(cents: 1900), nil, Money(cents: 100, try Currency("EUR", field: "")), Money(cents: 2100),
      Money(cents: 2000),
    ]
    let told = prices.map { trigger.take($0) }
    #expect(told == [true, false, false, false, true])
  }
}
