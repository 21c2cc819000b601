/// What an offer gives the person who takes it. Never empty of value: that is what makes it an opportunity.
package struct ValueProposition: Hashable, Sendable {
  /// Percent off, 0 to 100.
  package let discountPercent: Double
  package let amountCents: Int64
  package let parkingMinutes: Int
  package let perks: [Perk]

  /// What a typical purchase costs when the partner does not say, in minor units.
  package static let defaultTypicalSpendCents: Int64 = 2500

  package init(discountPercent: Double = 0, amountCents: Int64 = 0, parkingMinutes: Int = 0, perks: [Perk] = []) {
    self.discountPercent = discountPercent
    self.amountCents = amountCents
    self.parkingMinutes = parkingMinutes
    self.perks = perks
  }

  /// At least 10 % off, 5.00 off, 15 minutes of parking, or one perk: each bound alone is enough.
  package var isGenuine: Bool {
    discountPercent >= 10 || amountCents >= 500 || parkingMinutes >= 15 || !perks.isEmpty
  }

  /// The worth to one person in minor units: percent of a typical purchase, the amount, the minutes at the session's
  /// hourly rate (nothing without a rate) and the perks.
  package func worthCents(typicalSpendCents: Int64?, hourlyRateCents: Int64?) -> Double {
    fixedCents(typicalSpendCents: typicalSpendCents) + Double(parkingMinutes) * Double(hourlyRateCents ?? 0) / 60
  }

  /// The part of the worth that no session changes.
  package func fixedCents(typicalSpendCents: Int64?) -> Double {
    discountPercent * Double(typicalSpendCents ?? Self.defaultTypicalSpendCents) / 100 + Double(amountCents)
      + Double(perks.reduce(0) { $0 + $1.cents })
  }

  /// - Throws: ``InvalidInput`` for a part out of range, with its name below `field`.
  package func checkRanges(field: String) throws(InvalidInput) {
    guard (0...100).contains(discountPercent) else {
      throw InvalidInput(field: "\(field).discount_percent", "must be between 0 and 100")
    }
    guard (0...100_000_000).contains(amountCents) else {
      throw InvalidInput(field: "\(field).amount_cents", "must be between 0 and 100,000,000")
    }
    guard (0...10_080).contains(parkingMinutes) else {
      throw InvalidInput(field: "\(field).parking_minutes", "must be between 0 and 10,080 (a week)")
    }
    guard Set(perks).count == perks.count else {
      throw InvalidInput(field: "\(field).perks", "names the same perk twice")
    }
  }
}
