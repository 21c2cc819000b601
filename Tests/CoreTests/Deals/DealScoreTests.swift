import Testing

@testable import Core

/// Row D.16, by hand: price 50, freshness 15, seller 15, completeness 20.
@Suite struct DealScoreTests {
  private static let now = Timestamp(milliseconds: 1_790_000_000_000)

  private static func listing(_ cents: Int64?, rating: Double? = nil, postedDaysAgo: Int64? = nil) -> ListingDraft {
    ListingDraft(
      source: "s", externalID: "1", title: "Bike", description: "blue", price: cents.map { Money(cents: $0) },
      category: "bikes", condition: .good, position: .georgeTown, sellerRating: rating, imageURL: "https://x/y.png",
      postedAt: postedDaysAgo.map { now - .days($0) })
  }

  private static func score(_ listing: ListingDraft, _ prices: [Int64]) -> DealScore {
    DealScore(listing, firstSeenAt: now, comparables: ComparablePrices(prices), now: now)
  }

  // The median of five is 100.00. At 75.00 half the way to half of it: 25. Ten of thirty days: 10. Four of five stars:
  // 12. Nothing missing: 20.
  @Test func addsUpItsParts() throws {
    let score = Self.score(
      Self.listing(7500, rating: 4, postedDaysAgo: 10), [5000, 9000, 10_000, 11_000, 90_000])
    #expect(score.parts.map(\.points.points) == [25, 10, 12, 20])
    #expect(abs(try #require(score.value) - 0.67) < 1e-12)
    #expect(score.parts[0].points.reason == "75 % of the median of 5 comparable prices")
  }

  @Test(arguments: [(0, 50.0), (4000, 50), (5000, 50), (6000, 40), (10_000, 0), (20_000, 0)])
  func pricePointsFallInAStraightLineFromHalfTheMedian(cents: Int64, points: Double) {
    let score = Self.score(Self.listing(cents), [10_000, 10_000, 10_000, 10_000, 10_000, 10_000])
    #expect(abs(score.parts[0].points.points - points) < 1e-12)
  }

  @Test func withoutARatingTheSellerCountsHalf() {
    #expect(Self.score(Self.listing(100), [1, 2, 3, 4, 5]).parts[2].points.points == 7.5)
  }

  @Test func withoutAPostedTimeItIsAsOldAsItsFirstSight() {
    var listing = Self.listing(100, postedDaysAgo: nil)
    listing.imageURL = nil
    let score = DealScore(
      listing, firstSeenAt: Self.now - .days(15), comparables: ComparablePrices([1, 2, 3, 4, 5]), now: Self.now)
    #expect(score.parts[1].points.points == 7.5)
    // Neither an image nor a posted time: three of five.
    #expect(score.parts[3].points.points == 12)
    #expect(score.parts[3].points.reason == "has no image or posted time")
  }

  @Test func fewerThanFiveComparablesAreNoScore() {
    let score = Self.score(Self.listing(100), [1, 2, 3, 4])
    #expect(score.value == nil)
    #expect(score.unknownBecause == "only 4 others compare; 5 are needed")
    #expect(Self.score(Self.listing(nil), [1, 2, 3, 4, 5]).value == nil)
  }

  @Test func aListingIsNotComparedWithItself() {
    let prices = ComparablePrices([400, 100, 300, 200, 500, 300])
    #expect(prices.median == 300)
    #expect(prices.without(500).median == 300)
    #expect(prices.without(300).median == 300)
    #expect(prices.without(300).count == 5)
    #expect(prices.without(300).without(300).count == 5)
    #expect(prices.without(999).count == 6)
    #expect(ComparablePrices([1, 2, 3, 4, 5]).without(3).median == nil)
    // 1 2 3 4 5 6 without 1: 4. Without 6: 3. Of all six: 3.5.
    let six = ComparablePrices([1, 2, 3, 4, 5, 6])
    #expect([six.without(1).median, six.without(6).median, six.median] == [4, 3, 3.5])
  }
}
