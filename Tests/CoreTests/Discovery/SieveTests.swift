import Testing

@testable import Core

@Suite struct SieveTests {
  @Test func neverDeniesAKnownNumber() {
    var random = SeededGenerator(seed: 40)
    for count in [0, 1, 10, 500, 20_000] {
      let known = (0..<count).map { _ in Int64(bitPattern: random.next()) } + [0, 1, -1, .min, .max]
      let sieve = Sieve(known)
      #expect(known.allSatisfy(sieve.mayHold))
    }
  }

  /// 200 of 4,096 bits: one in twenty.
  @Test func deniesMostOthers() {
    let sieve = Sieve((1...200).map { $0 * 7 })
    let passing = (2000..<12_000).filter { sieve.mayHold($0 * 7) }.count
    #expect(passing < 1000)
    #expect(!Sieve([]).mayHold(0))
  }
}
