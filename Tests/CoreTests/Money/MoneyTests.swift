import Testing

@testable import Core

@Suite struct MoneyTests {
  @Test(
    arguments: [
      (1400, "USD", "$14.00"), (-50, "USD", "-$0.50"), (300, "KYD", "KYD 3.00"), (5, "EUR", "€0.05"),
      (123_456_789, "GBP", "£1234567.89"), (0, "USD", "$0.00"), (-1205, "KYD", "-KYD 12.05"),
      (.min, "USD", "-$92233720368547758.08"),
    ] as [(Int64, String, String)])
  func showsTwoDecimalsAndTheSign(cents: Int64, code: String, text: String) throws {
    #expect(Money(cents: cents, try #require(Currency(code))).description == text)
  }

  @Test(arguments: ["", "US", "USDT", "usd", "U5D", "ÜSD", "U\u{1B}D"])
  func aCurrencyIsThreeCapitalLetters(code: String) {
    #expect(Currency(code) == nil)
  }
}
