import Testing

@testable import Core

@Suite struct RateTests {
  @Test func aShareStandsBesideItsBaseAndInterval() throws {
    // Newcombe 1998, table I: 15 of 148, Wilson 0.0624 to 0.1605.
    let rate = Rate(15, of: 148, "views")
    #expect(rate.value == 15.0 / 148)
    let interval = try #require(rate.interval)
    #expect(abs(interval.low - 0.0624) < 0.00005 && abs(interval.high - 0.1605) < 0.00005)
    #expect(rate.reason == nil)
  }

  @Test func withoutABaseThereIsNoShareButAReason() {
    let rate = Rate(0, of: 0, "acceptances")
    #expect(rate.value == nil && rate.interval == nil)
    #expect(rate.reason == "there were no acceptances")
  }

  @Test func aCountBeyondItsBaseHasNoInterval() {
    // Redeemed in these days, accepted before them.
    let rate = Rate(3, of: 2, "acceptances")
    #expect(rate.value == 1.5 && rate.interval == nil)
    #expect(rate.reason == "some of them belong to acceptances before these days")
  }
}
