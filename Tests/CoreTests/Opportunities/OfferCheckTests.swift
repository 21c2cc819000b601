import Testing

@testable import Core

@Suite struct OfferCheckTests {
  /// One change that breaks one rule, and the field that is named.
  static let broken: [(String, @Sendable (inout Offer) -> Void)] = [
    ("title", { $0.title = " " }),
    ("title", { $0.title = String(repeating: "x", count: 121) }),
    ("title", { $0.title = "Half\u{1B}[31m price" }),
    ("title", { $0.title = String(repeating: "x", count: 10_000_000) }),
    ("description", { $0.description = String(repeating: "x", count: 2001) }),
    ("description", { $0.description = "two\nlines" }),
    ("terms", { $0.terms = "\u{202E}" }),
    ("category", { $0.category = "" }),
    ("category", { $0.category = String(repeating: "x", count: 41) }),
    ("value.discount_percent", { $0.value = ValueProposition(discountPercent: 101) }),
    ("value", { $0.value = ValueProposition(discountPercent: 9.99, amountCents: 499, parkingMinutes: 14) }),
    ("valid_from", { ($0.validFrom, $0.validUntil) = (at("2026-01-02T00:00:00Z"), at("2026-01-02T00:00:00Z")) }),
    ("valid_from", { ($0.validFrom, $0.validUntil) = (at("2026-01-02T00:00:00Z"), at("2026-01-01T00:00:00Z")) }),
    ("use_minutes", { $0.useMinutes = -1 }),
    ("use_minutes", { $0.useMinutes = 1440.5 }),
    ("use_minutes", { $0.useMinutes = .nan }),
    ("capacity_total", { $0.capacityTotal = 0 }),
    ("capacity_total", { $0.capacityTotal = 1_000_000_001 }),
    ("capacity_left", { ($0.capacityTotal, $0.capacityLeft) = (5, 6) }),
    ("capacity_left", { ($0.capacityTotal, $0.capacityLeft) = (5, -1) }),
    ("capacity_left", { $0.capacityLeft = 1 }),
    ("typical_spend_cents", { $0.typicalSpendCents = -1 }),
    ("typical_spend_cents", { $0.typicalSpendCents = 100_000_001 }),
    ("cooldown_hours", { $0.cooldownHours = -0.5 }),
    ("cooldown_hours", { $0.cooldownHours = .infinity }),
    ("max_impressions_per_user", { $0.impressionCap = ImpressionCap(count: 0) }),
    ("max_claims_per_user", { $0.claimLimit = 0 }),
    ("claim_minutes", { $0.claimMinutes = 0 }),
    ("claim_minutes", { $0.claimMinutes = 525_601 }),
    ("priority", { $0.priority = 1001 }),
    ("priority", { $0.priority = -1001 }),
  ]

  @Test(arguments: broken.indices)
  func namesTheFieldThatBreaksARule(index: Int) throws {
    var offer = Offer.sample()
    Self.broken[index].1(&offer)
    let error = try #require(throws: InvalidInput.self) { try offer.check() }
    #expect(error.field == Self.broken[index].0)
    let nested = try #require(throws: InvalidInput.self) { try offer.check(field: "offer") }
    #expect(nested.field == "offer." + Self.broken[index].0)
  }

  @Test func acceptsTheEndsOfEveryRange() {
    var offer = Offer.sample()
    #expect(throws: Never.self) { try offer.check() }
    (offer.description, offer.terms) = (String(repeating: "x", count: 2000), "")
    (offer.validFrom, offer.validUntil) = (at("2026-01-01T00:00:00Z"), at("2026-01-01T00:00:00.001Z"))
    (offer.useMinutes, offer.capacityTotal, offer.capacityLeft) = (1440, 1, 0)
    (offer.typicalSpendCents, offer.cooldownHours, offer.claimMinutes) = (0, 0, 525_600)
    (offer.impressionCap, offer.claimLimit, offer.priority) = (ImpressionCap(count: 1, perDay: true), 1, -1000)
    #expect(throws: Never.self) { try offer.check() }
  }

  @Test func saysTheBoundsInPlainNumbers() {
    var offer = Offer.sample()
    offer.capacityTotal = 0
    #expect(throws: InvalidInput(field: "capacity_total", "must be between 1 and 1000000000, not 0")) {
      try offer.check()
    }
    offer = .sample()
    offer.value = ValueProposition()
    #expect(
      throws: InvalidInput(
        field: "value", "is too little: give at least 10 % off, 5.00 off, 15 minutes of parking, or one perk")
    ) {
      try offer.check()
    }
  }

  @Test func aNewOfferHasAllItsPlaces() {
    #expect(Offer.sample { $0.capacityTotal = 5 }.capacityLeft == nil)
    let offer = Offer(
      id: .init(1), partnerID: .init(1), title: "x", category: "x", value: ValueProposition(), position: .georgeTown,
      capacityTotal: 5)
    #expect(offer.capacityLeft == 5)
  }
}
