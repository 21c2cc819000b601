import Canvas
import Core

extension Money {
  /// The amount as it stands on screen, thousands apart: `$12,048.75`.
  var shown: String { Number.money(minor: Int(cents), symbol: currency.sign) }
}
