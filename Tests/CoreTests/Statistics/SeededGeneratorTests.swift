import Testing

@testable import Core

@Suite struct SeededGeneratorTests {
  /// The published C programs of SplitMix64 and xoshiro256** (prng.di.unimi.it), the first filling the second's state.
  /// They were compiled and first held against the outputs known for state 1, 2, 3, 4 (11520, 0, 1509978240, …).
  @Test(
    arguments: [
      (
        0, [0x99ec_5f36_cb75_f2b4, 0xbf6e_1f78_4956_452a, 0x1a5f_849d_4933_e6e0, 0x6aa5_94f1_262d_2d2c],
        0x7aac_8c48_3a2e_dd2f
      ),
      (
        1, [0xb3f2_af6d_0fc7_10c5, 0x853b_5596_4736_4cea, 0x92f8_9756_082a_4514, 0x642e_1c7b_c266_a3a7],
        0xb851_7c33_c344_d153
      ),
      (
        1_234_567, [0x30a3_a1c3_6360_0467, 0x1940_5f0f_5799_29ca, 0x115b_eaac_046d_dbd9, 0xeb17_caf4_8f27_d7f6],
        0x3be7_f287_6df6_77c2
      ),
      (
        .max, [0x8f55_20d5_2a7e_ad08, 0xc476_a018_caa1_802d, 0x81de_31c0_d260_469e, 0xbf65_8d7e_065f_3c2f],
        0xc3c9_3ea5_cde4_34cc
      ),
    ] as [(UInt64, [UInt64], UInt64)])
  func drawsThePublishedNumbers(seed: UInt64, first: [UInt64], thousandth: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let drawn = (0..<1000).map { _ in generator.next() }
    #expect(Array(drawn.prefix(4)) == first)
    #expect(drawn[999] == thousandth)
  }

  /// The first number of seed 0 is 0x99ec5f36cb75f2b4; its upper 53 bits over 2^53 by Python.
  @Test func aUnitIsTheUpperBitsBelowOne() {
    var generator = SeededGenerator(seed: 0)
    #expect(generator.unit() == 0.6012629994179048)
    var least = 1.0
    var most = 0.0
    for _ in 0..<100_000 {
      let unit = generator.unit()
      least = min(least, unit)
      most = max(most, unit)
    }
    #expect(least >= 0 && least < 0.001)
    #expect(most < 1 && most > 0.999)
  }

  @Test func aForkGoesItsOwnWay() {
    var generator = SeededGenerator(seed: 42)
    var fork = generator.fork()
    // The first number of seed 42 seeds the fork.
    var expected = SeededGenerator(seed: 0x1578_0b2e_0c2e_c716)
    #expect((0..<5).map { _ in fork.next() } == (0..<5).map { _ in expected.next() })
    #expect(generator.next() == 0x6104_d986_6d11_3a7e)
  }
}
