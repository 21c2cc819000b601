import Testing

@testable import Core

@Suite struct LargestRemainderTests {
  /// By hand.
  @Test(
    arguments: [
      ([], []),
      ([0], [0]),
      ([0.5], [1]),
      ([0.49], [0]),
      ([30, 25, 20, 15, 10], [30, 25, 20, 15, 10]),
      // 28.5 + 18.75 + 9.9 + 3.2 + 5 = 65.35: 65 is the floors' sum 28 + 18 + 9 + 3 + 5 = 63 and the two largest rests.
      ([28.5, 18.75, 9.9, 3.2, 5], [28, 19, 10, 3, 5]),
      // Three equal rests for one whole: the first gets it.
      ([1.0 / 3, 1.0 / 3, 1.0 / 3], [1, 0, 0]),
      ([2.5, 2.5], [3, 2]),
      // The last number below one half, which adding one half would round to one.
      ([0.49999999999999994], [0]),
    ] as [([Double], [Int])])
  func roundsPartsToTheirTotal(parts: [Double], whole: [Int]) {
    #expect(LargestRemainder.rounded(parts) == whole)
  }

  @Test func everyPartGoesDownOrUpAndTheSumIsTheRoundedTotal() {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<20_000 {
      let parts = (0..<Int.random(in: 1...8, using: &random)).map { _ in Double.random(in: 0...30, using: &random) }
      let whole = LargestRemainder.rounded(parts)
      #expect(whole.reduce(0, +) == Int(parts.reduce(0, +).rounded()))
      #expect(zip(parts, whole).allSatisfy { abs($0 - Double($1)) < 1 })
    }
  }
}
