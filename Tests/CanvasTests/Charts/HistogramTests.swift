import Testing

@testable import Canvas

@Suite struct HistogramTests {
  @Test func theBinsFollowFreedmanAndDiaconis() {
    // 1 to 8: the quartiles are 2.75 and 6.25, so 2 x 3.5 / cube root of 8 is 3.5, and the next round width is 5.
    let bins = HistogramBins([8, 1, 7, 2, 6, 3, 5, 4])
    #expect(bins.edges == [0, 5, 10])
    #expect(bins.counts == [4, 4])
    #expect(bins.median == 4.5)
  }

  @Test func whereQuartilesAreTheSameSturgesDecides() {
    // Eight numbers ask for 1 + log2 8 = 4 bins over 10: 2.5 wide, and the next round width is 5.
    let bins = HistogramBins([0, 0, 0, 0, 0, 0, 0, 10])
    #expect(bins.edges == [0, 5, 10])
    #expect(bins.counts == [7, 1])
  }

  @Test func edgesBelongToTheBinTheyBegin() {
    // The quartiles are 3 and 7: bins of 2 x 4 / 2, and the next round width is 5.
    let bins = HistogramBins([0, 0, 4, 5, 5, 6, 10, 10])
    #expect(bins.edges == [0, 5, 10])
    #expect(bins.counts == [3, 5], "ten closes the last bin")
  }

  @Test func oneValueHasABinAroundIt() {
    let bins = HistogramBins([42, 42, 42])
    // A tenth of 42, rounded up, is 5 wide.
    #expect(bins.edges == [39.5, 44.5])
    #expect(bins.counts == [3])
    #expect(HistogramBins([0]).counts == [1])
    #expect(HistogramBins([]).edges.isEmpty)
    #expect(HistogramBins([.nan, .infinity]).total == 0)
  }

  @Test func cubeRootsAndQuantilesAreRight() {
    for (value, root) in [(1.0, 1.0), (8, 2), (27, 3), (1_000, 10), (1e15, 1e5)] {
      #expect(abs(HistogramBins.cubeRoot(value) - root) < root * 1e-12)
    }
    // Definition 7 of Hyndman and Fan, R's default: quantile(c(1, 2, 4, 8), 0.25) is 1.75.
    #expect(HistogramBins.quantile([1, 2, 4, 8], 0.25) == 1.75)
    #expect(HistogramBins.quantile([1, 2, 4, 8], 1) == 8)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func everyNumberIsInOneBin(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<600 {
      let scale = Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &random))
      let values = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        Bool.random(using: &random)
          ? Double.random(in: -5...9, using: &random) * scale
          : Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &random))
      }
      let most = Int.random(in: -2...50, using: &random)
      let bins = HistogramBins(values, most: most)
      #expect(bins.counts.reduce(0, +) == bins.total)
      #expect(bins.counts.count <= max(2, most))
      #expect(bins.edges.isEmpty || bins.edges.count == bins.counts.count + 1)
      #expect(zip(bins.edges, bins.edges.dropFirst()).allSatisfy { $0 <= $1 && $0.isFinite && $1.isFinite })
    }
  }

  @Test func theBinUnderTheCursorIsTold() {
    let bins = HistogramBins([8, 1, 7, 2, 6, 3, 5, 4])
    #expect([0, 4.9, 5, 10].map { Histogram.bin(of: $0, in: bins) } == [0, 0, 1, 1])
    #expect([-0.1, 10.1, .nan].map { Histogram.bin(of: $0, in: bins) } == [nil, nil, nil])
    let text = drawn(50, 7) { Histogram([8, 1, 7, 2, 6, 3, 5, 4], unit: "min", cursor: 6).draw(on: &$0, in: $1) }
    #expect(text.hasPrefix("min  5 to 10: 4, 50.0 %  n 8  median 4.50"))
  }
}
