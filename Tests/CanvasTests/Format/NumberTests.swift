import Canvas
import Testing

@Suite struct NumberTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (4_212, "4,212"), (-1_234_567, "-1,234,567"),
    (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func groupsThousands(value: Int, text: String) { #expect(Number.grouped(value) == text) }

  @Test(arguments: [
    (0, "$0.00"), (5, "$0.05"), (120_450, "$1,204.50"), (-320, "-$3.20"), (Int.min, "-$92,233,720,368,547,758.08"),
  ])
  func writesMoneyFromMinorUnits(minor: Int, text: String) { #expect(Number.money(minor: minor) == text) }

  @Test func writesOtherCurrencies() { #expect(Number.money(minor: 320, symbol: "CI$ ") == "CI$ 3.20") }

  @Test(arguments: [
    (0.095, "9.5 %"), (0, "0.0 %"), (1, "100.0 %"), (0.00004, "<0.1 %"), (-0.5, "-50.0 %"), (.nan, "-- %"),
    (12, "1,200.0 %"),
  ])
  func writesPercent(fraction: Double, text: String) { #expect(Number.percent(fraction) == text) }

  @Test func ratesSayOfHowMany() {
    #expect(Number.rate(402, of: 4_212) == "9.5 % of 4,212")
    #expect(Number.rate(0, of: 0) == "-- of 0")
    #expect(Number.rate(0, of: 20) == "0.0 % of 20")
  }

  @Test(arguments: [(0.2, "+20 %"), (-0.03, "-3 %"), (0, "0 %"), (0.001, "0 %"), (.infinity, "-- %")])
  func changesCarryTheirSign(fraction: Double, text: String) { #expect(Number.change(fraction) == text) }

  @Test(arguments: [
    (1_204.504, 2, "1,204.50"), (-0.04, 1, "0.0"), (2.5, 0, "3"), (-2.5, 0, "-3"), (1e30, 1, "--"), (.nan, 1, "--"),
  ])
  func roundsHalfAway(value: Double, decimals: Int, text: String) {
    #expect(Number.fixed(value, decimals: decimals) == text)
  }

  @Test(arguments: [
    (340.2, "340 m"), (999.4, "999 m"), (999.6, "1.0 km"), (1_234, "1.2 km"), (9_960, "10 km"), (12_400, "12 km"),
    (.nan, "--"),
  ])
  func writesDistances(metres: Double, text: String) { #expect(Quantity.metres(metres) == text) }

  @Test(arguments: [
    (0, "0 min"), (47, "47 min"), (120, "2 h"), (125, "2 h 05 min"), (4_560, "3 d 4 h"), (-5, "-5 min"), (1_440, "1 d"),
  ])
  func writesDurations(minutes: Int, text: String) { #expect(Quantity.minutes(minutes) == text) }

  @Test(arguments: [
    (0.0, 0, "0"), (950, 0, "950"), (9_999, 0, "9,999"), (10_000, 0, "10k"), (25_500, 0, "25.5k"),
    (-25_550, 0, "-25.55k"),
    (123_456, 0, "123.5k"), (1_250_000, 0, "1.25M"), (4.2e9, 0, "4.2B"), (7e12, 0, "7T"), (3.2e18, 0, "3.2e18"),
    (0.25, 2, "0.25"), (2e-9, 9, "2e-9"), (-9.96e-8, 9, "-1e-7"), (.infinity, 0, "--"), (.nan, 0, "--"),
    (.greatestFiniteMagnitude, 0, "1.8e308"),
  ])
  func writesShortNumbersOnAxes(value: Double, decimals: Int, text: String) {
    #expect(Number.short(value, decimals: decimals) == text)
  }

  @Test func countsThings() {
    #expect(Quantity.count(1, "offer") == "1 offer")
    #expect(Quantity.count(1_204, "offer") == "1,204 offers")
    #expect(Quantity.count(2, "person", "people") == "2 people")
  }
}
