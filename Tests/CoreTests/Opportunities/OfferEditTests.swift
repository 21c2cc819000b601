import Testing

@testable import Core

/// What a document may say of an offer; flags and forms are made into one.
@Suite struct OfferEditTests {
  private static let partner = Partner(
    id: Partner.ID(3), name: "Blue Culantro", category: "dining",
    position: Coordinate(latitude: 19.29, longitude: -81.38) ?? Offer.sample().position, zone: "America/Cayman",
    currency: Currency("KYD") ?? .usd)

  private func edited(_ offer: Offer, _ document: String) throws -> Offer {
    try OfferEdit(offer).applying(JSON(parsing: document))
  }

  private func objection(_ document: String, to offer: Offer = .sample()) -> InvalidInput? {
    do {
      _ = try edited(offer, document)
      return nil
    } catch {
      return error as? InvalidInput
    }
  }

  @Test func aNewOfferIsWhereItsPartnerIsAndOfItsCategory() throws {
    let offer = try OfferEdit(newOfferOf: Self.partner)
      .applying(JSON(parsing: #"{"title":"Lunch","value":{"discount_percent":10}}"#))
    #expect(offer.partnerID == Partner.ID(3))
    #expect(offer.category == "dining")
    #expect(offer.position == Self.partner.position)
    #expect(offer.currency.code == "KYD")
    #expect(offer.state == .draft)
    #expect(offer.value == ValueProposition(discountPercent: 10))
  }

  @Test func everyFactCanBeGiven() throws {
    let offer = try edited(
      .sample(),
      """
      {"title":"T","description":"D","terms":"S","type":"bundle","category":"Spa","value":{"discount_percent":12.5,
      "amount_cents":300,"parking_minutes":20,"perks":["gift","free_drink"]},"typical_spend_cents":4200,"currency":"EUR",
      "use_minutes":42.5,"lat":1.5,"lng":-2.5,"capacity_total":40,"valid_from":"2026-08-01T00:00:00Z",
      "valid_until":"2026-09-01T00:00:00.001Z","trigger":{"time_remaining_min":30,"time_remaining_max":120.5,
      "days_of_week":["fri","Saturday"],"time_of_day_start":"17:00","time_of_day_end":"24:00","weather":["rain","hot"]},
      "priority":-3,"cooldown_hours":1.5,"max_impressions_per_user":3,"impressions_per_day":true,"max_claims_per_user":2,
      "claim_minutes":90}
      """)
    #expect(offer.title == "T" && offer.description == "D" && offer.terms == "S" && offer.type == .bundle)
    #expect(offer.category == "spa")
    #expect(
      offer.value
        == ValueProposition(discountPercent: 12.5, amountCents: 300, parkingMinutes: 20, perks: [.gift, .freeDrink]))
    #expect(offer.typicalSpendCents == 4200 && offer.currency.code == "EUR" && offer.useMinutes == 42.5)
    #expect(offer.position == Coordinate(latitude: 1.5, longitude: -2.5))
    #expect(offer.capacityTotal == 40 && offer.capacityLeft == 40)
    #expect(offer.validFrom == Timestamp(rfc3339: "2026-08-01T00:00:00Z"))
    #expect(offer.validUntil == Timestamp(rfc3339: "2026-09-01T00:00:00.001Z"))
    #expect(
      offer.trigger
        == (try TriggerRule(
          timeRemainingMinimum: 30, timeRemainingMaximum: 120.5, daysOfWeek: WeekdaySet([.fri, .sat]),
          timeOfDayStart: ClockTime(parsing: "17:00"), timeOfDayEnd: ClockTime(parsing: "24:00"),
          weather: [.rain, .hot])))
    #expect(offer.priority == -3 && offer.cooldownHours == 1.5)
    #expect(offer.impressionCap == ImpressionCap(count: 3, perDay: true))
    #expect(offer.claimLimit == 2 && offer.claimMinutes == 90)
  }

  @Test func whatIsNotNamedStaysAndNullTakesAway() throws {
    var offer = Offer.sample()
    offer.value = ValueProposition(discountPercent: 20, perks: [.gift])
    offer.trigger = try TriggerRule(daysOfWeek: WeekdaySet([.fri]), weather: [.rain])
    offer.validUntil = Timestamp(rfc3339: "2026-09-01T00:00:00Z")
    offer.capacityTotal = 10
    offer.capacityLeft = 8
    var expected = offer
    expected.value = ValueProposition(discountPercent: 25, perks: [.gift])
    expected.trigger = try TriggerRule(daysOfWeek: WeekdaySet([.fri]))
    expected.validUntil = nil
    #expect(
      try edited(offer, #"{"value":{"discount_percent":25},"trigger":{"weather":null},"valid_until":null}"#) == expected
    )
    // Fewer places than are left cannot be left.
    #expect(try edited(offer, #"{"capacity_total":5}"#).capacityLeft == 5)
    #expect(try edited(offer, #"{"capacity_total":null}"#).capacityLeft == nil)
    #expect(try edited(offer, #"{"trigger":null}"#).trigger == .none)
  }

  @Test func itsOwnFactsChangeNothingForAnyOffer() throws {
    var random = SeededGenerator(seed: 11)
    var seen = 0
    for offer in RandomWorld.offers(300, &random) where offer.value.isGenuine {
      guard (try? offer.check()) != nil else { continue }
      #expect(try OfferEdit(offer).applying(.object(offer.facts)) == offer)
      seen += 1
    }
    #expect(seen > 100)
  }

  @Test(
    arguments: [
      (#"{"titel":"x"}"#, "titel", "is not a known field; did you mean title?"),
      (#"{"trigger":{"wether":"rain"}}"#, "trigger.wether", "is not a known field; did you mean weather?"),
      (#"{"value":{"percent":5}}"#, "value.percent", "is not a known field; remove it"),
      (#"{"title":""}"#, "title", "is empty; give a text"), (#"{"title":null}"#, "title", "is missing"),
      (#"{"title":5}"#, "title", "must be a text"), (#"{"lat":91}"#, "lat", nil), (#"{"lng":-181}"#, "lng", nil),
      (#"{"type":"Discount"}"#, "type", nil), (#"{"currency":"dollars"}"#, "currency", nil),
      (#"{"value":{"discount_percent":101}}"#, "value.discount_percent", "must be between 0 and 100"),
      (#"{"value":{"amount_cents":1.5}}"#, "value.amount_cents", "must be a whole number"),
      (#"{"value":{"perks":["gold"]}}"#, "value.perks", nil),
      (#"{"value":null}"#, "value", nil), (#"{"value":{"discount_percent":9.9}}"#, "value", nil),
      (#"{"capacity_total":0}"#, "capacity_total", nil), (#"{"priority":1001}"#, "priority", nil),
      (#"{"valid_from":"tomorrow"}"#, "valid_from", nil),
      (#"{"valid_from":"2026-09-01T00:00:00Z","valid_until":"2026-09-01T00:00:00Z"}"#, "valid_from", nil),
      (#"{"trigger":{"time_remaining_min":60,"time_remaining_max":30}}"#, "trigger.time_remaining_min", nil),
      (#"{"trigger":{"days_of_week":["fr"]}}"#, "trigger.days_of_week", nil),
      (#"{"trigger":{"time_of_day_start":"25:00"}}"#, "trigger.time_of_day_start", nil),
      (#"{"impressions_per_day":true}"#, "impressions_per_day", "needs max_impressions_per_user beside it"),
      (#"{"claim_minutes":0}"#, "claim_minutes", nil), (#"{"cooldown_hours":-1}"#, "cooldown_hours", nil),
      (#"{"use_minutes":1441}"#, "use_minutes", nil), (#"{"max_claims_per_user":0}"#, "max_claims_per_user", nil),
      (#"{"max_impressions_per_user":0}"#, "max_impressions_per_user", nil), (#"{"id":9}"#, "id", nil),
      (#"{"partner_id":9}"#, "partner_id", nil), (#"{"partner":{"id":9,"name":"x"}}"#, "partner_id", nil),
      (#"{"state":"paused"}"#, "state", nil), (#"{"budget_spent":true}"#, "budget_spent", nil), ("[]", "", nil),
    ] as [(String, String, String?)])
  func everyObjectionNamesItsField(document: String, field: String, message: String?) throws {
    let objection = try #require(self.objection(document))
    #expect(objection.field == field)
    if let message { #expect(objection.message == message) }
  }

  @Test func theDocumentThatShowsAnOfferEditsNothing() throws {
    let offer = Offer.sample()
    #expect(
      try edited(
        offer,
        #"{"id":\#(offer.id),"partner":{"id":\#(offer.partnerID),"name":"x"},"state":"scheduled","capacity_left":null,"cooldown_hours":24}"#
      ) == offer)
    #expect(try edited(offer, #"{"version":7}"#).version == 7)
  }
}
