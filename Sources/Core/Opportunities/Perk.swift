/// Something pleasant beside money, from a known list with a known worth (contract.md, "Values").
package enum Perk: String, Sendable, CaseIterable {
  case skipLine = "skip_line"
  case freeDrink = "free_drink"
  case freeDessert = "free_dessert"
  case prioritySeating = "priority_seating"
  case freeValet = "free_valet"
  case lateCheckout = "late_checkout"
  case gift

  /// What it counts for, in minor units.
  package var cents: Int64 {
    switch self {
    case .skipLine, .prioritySeating: 300
    case .freeDrink: 400
    case .freeDessert: 600
    case .freeValet: 800
    case .lateCheckout: 1000
    case .gift: 500
    }
  }

  /// The words on a card: free dessert.
  package var title: String { rawValue.replacing("_", with: " ") }
}
