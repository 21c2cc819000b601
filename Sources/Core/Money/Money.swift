/// An amount in integer minor units of one currency.
package struct Money: Hashable, Sendable, CustomStringConvertible {
  package let cents: Int64
  package let currency: Currency

  package init(cents: Int64, _ currency: Currency = .usd) {
    self.cents = cents
    self.currency = currency
  }

  /// Two decimals and the currency's sign: $14.00, -$0.50, KYD 3.00.
  package var description: String {
    let magnitude = cents.magnitude
    let amount = "\(magnitude / 100).\(padded(Int(magnitude % 100), 2))"
    return (cents < 0 ? "-" : "") + currency.sign + amount
  }
}

/// An ISO 4217 currency of two decimals.
package struct Currency: Hashable, Sendable, CustomStringConvertible {
  package let code: String

  /// Three capital letters; nil for anything else.
  package init?(_ code: String) {
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
    self.code = code
  }

  private init(known code: String) {
    self.code = code
  }

  package static let usd = Currency(known: "USD")

  package var description: String { code }

  /// What stands before an amount on screen.
  package var sign: String {
    switch code {
    case "USD": "$"
    case "EUR": "€"
    case "GBP": "£"
    default: code + " "
    }
  }
}
