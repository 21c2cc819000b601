import Testing

@testable import Core

@Suite struct MoneyReadingTests {
  @Test(arguments: [("42", 4200), ("42.5", 4250), ("42.05", 4205), ("0.01", 1), ("0", 0), ("1000000", 100_000_000)])
  func amountsAreReadToTheCent(text: String, cents: Int64) throws {
    #expect(try Money.cents(parsing: text, field: "amount") == cents)
  }

  @Test(arguments: ["", ".", "4.", ".5", "4.005", "-1", "+1", "1e3", "1,50", "1000000.01", "99999999", "٤", "$4", " 4"])
  func anythingElseIsRefusedWithItsField(text: String) {
    let error = #expect(throws: InvalidInput.self) { try Money.cents(parsing: text, field: "amount") }
    #expect(error?.field == "amount")
  }
}
