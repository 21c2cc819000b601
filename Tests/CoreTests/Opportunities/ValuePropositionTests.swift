import Testing

@testable import Core

@Suite struct ValuePropositionTests {
  /// Row O.29: each bound alone is enough, at equality; one step below all four together are not.
  @Test func eachBoundAloneIsEnough() {
    #expect(ValueProposition(discountPercent: 10).isGenuine)
    #expect(ValueProposition(amountCents: 500).isGenuine)
    #expect(ValueProposition(parkingMinutes: 15).isGenuine)
    for perk in Perk.allCases { #expect(ValueProposition(perks: [perk]).isGenuine) }
    #expect(!ValueProposition(discountPercent: 9.99, amountCents: 499, parkingMinutes: 14).isGenuine)
    #expect(!ValueProposition().isGenuine)
    #expect(!ValueProposition(discountPercent: 9.999999999).isGenuine)
  }

  /// contract.md, "Values", by hand.
  static let worths: [(ValueProposition, Int64?, Int64?, Double)] = [
    (ValueProposition(discountPercent: 20), nil, nil, 500),
    (ValueProposition(discountPercent: 20), 4000, nil, 800),
    (ValueProposition(discountPercent: 12.5), 999, nil, 124.875),
    (ValueProposition(amountCents: 700), 4000, 600, 700),
    (ValueProposition(parkingMinutes: 30), nil, 250, 125),
    (ValueProposition(parkingMinutes: 30), nil, nil, 0),
    (ValueProposition(perks: Perk.allCases), nil, nil, 3900),
    (ValueProposition(perks: [.freeDessert, .gift]), nil, nil, 1100),
    (
      ValueProposition(discountPercent: 10, amountCents: 100, parkingMinutes: 20, perks: [.freeDrink]), 3000, 300,
      300 + 100 + 100 + 400
    ),
  ]

  @Test(arguments: worths)
  func addsUpItsParts(value: ValueProposition, spend: Int64?, rate: Int64?, cents: Double) {
    #expect(value.worthCents(typicalSpendCents: spend, hourlyRateCents: rate) == cents)
  }

  @Test(
    arguments: [
      (.skipLine, "skip_line", 300), (.freeDrink, "free_drink", 400), (.freeDessert, "free_dessert", 600),
      (.prioritySeating, "priority_seating", 300), (.freeValet, "free_valet", 800),
      (.lateCheckout, "late_checkout", 1000),
      (.gift, "gift", 500),
    ] as [(Perk, String, Int64)])
  func everyPerkHasItsWorth(perk: Perk, name: String, cents: Int64) {
    #expect(perk.rawValue == name)
    #expect(perk.cents == cents)
    #expect(!perk.title.contains("_"))
  }

  static let outOfRange: [(ValueProposition, String)] = [
    (ValueProposition(discountPercent: -0.1), "value.discount_percent"),
    (ValueProposition(discountPercent: 100.1), "value.discount_percent"),
    (ValueProposition(discountPercent: .nan), "value.discount_percent"),
    (ValueProposition(amountCents: -1), "value.amount_cents"),
    (ValueProposition(amountCents: 100_000_001), "value.amount_cents"),
    (ValueProposition(parkingMinutes: -1), "value.parking_minutes"),
    (ValueProposition(parkingMinutes: 10_081), "value.parking_minutes"),
    (ValueProposition(perks: [.gift, .freeDrink, .gift]), "value.perks"),
  ]

  @Test(arguments: outOfRange)
  func namesThePartOutOfRange(value: ValueProposition, field: String) throws {
    let error = try #require(throws: InvalidInput.self) { try value.checkRanges(field: "value") }
    #expect(error.field == field)
  }

  @Test func acceptsTheEndsOfItsRanges() {
    let most = ValueProposition(
      discountPercent: 100, amountCents: 100_000_000, parkingMinutes: 10_080, perks: Perk.allCases)
    #expect(throws: Never.self) { try most.checkRanges(field: "value") }
    #expect(throws: Never.self) { try ValueProposition().checkRanges(field: "value") }
  }
}
