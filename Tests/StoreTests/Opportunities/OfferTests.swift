import Core
import Testing

@testable import Store

@Suite struct OfferTests {
  @Test func everyFactComesBack() throws {
    let town = try TestTown()
    let trigger = try TriggerRule(
      timeRemainingMinimum: 30, timeRemainingMaximum: 120.5, daysOfWeek: WeekdaySet([.fri, .sat]),
      timeOfDayStart: ClockTime(parsing: "17:00"), timeOfDayEnd: ClockTime(parsing: "24:00"), weather: [.rain, .hot])
    let draft = Offer(
      id: Offer.ID(7), partnerID: town.partner.id, title: "  Café Ünïcode 晚餐 ", description: "three courses",
      terms: "cash only", type: .bundle, category: "Seafood",
      value: ValueProposition(
        discountPercent: 12.5, amountCents: 300, parkingMinutes: 20, perks: [.freeDrink, .skipLine]),
      typicalSpendCents: 4200, currency: .usd, useMinutes: 42.5, position: position(19.3, -81.38),
      capacityTotal: 40, capacityLeft: 31, validFrom: instant("2026-08-01T00:00:00Z"),
      validUntil: instant("2026-09-01T00:00:00.001Z"), trigger: trigger, priority: -3, cooldownHours: 1.5,
      impressionCap: ImpressionCap(count: 3, perDay: true), claimLimit: 2, claimMinutes: 90, state: .paused,
      budgetSpent: true)
    try town.store.addOffer(draft, by: TestTown.ana, loading: true, now: TestTown.noon)
    var expected = draft
    expected.title = "Café Ünïcode 晚餐"
    expected.category = "seafood"
    #expect(try town.store.offer(Offer.ID(7)) == expected)
    #expect(try town.store.offers() == [expected])
    #expect(try town.another().offer(Offer.ID(7)) == expected)
  }

  @Test func anOfferWithoutValueIsNotStored() throws {
    let town = try TestTown()
    #expect(
      code { try town.offer { $0.value = ValueProposition(discountPercent: 9.99, amountCents: 499) } }
        == "invalid_value")
    #expect(try town.store.offers().isEmpty)
  }

  @Test func theOfferOfNobodyIsNotStored() throws {
    let town = try TestTown()
    #expect(code { try town.offer { $0.partnerID = Partner.ID(99) } } == "not_found")
  }

  @Test func anEditIsANewVersionAndTheOldFactsStay() throws {
    let town = try TestTown()
    var offer = try town.offer()
    offer.title = "Brunch"
    let second = try town.store.updateOffer(offer, by: TestTown.ana, loading: true, now: TestTown.noon)
    #expect(second.version == 2)
    #expect(try town.store.offer(offer.id).title == "Brunch")
    #expect(try town.store.offer(offer.id, version: 1)?.title == "Sunset dinner")
    #expect(try town.store.offer(offer.id, version: 3) == nil)
    // Whoever still holds version 1 is told so.
    #expect(
      code { try town.store.updateOffer(offer, by: TestTown.ana, loading: true, now: TestTown.noon) } == "version")
  }

  @Test func placesTakenStayTakenWhenThereAreMoreOrFewer() throws {
    let town = try TestTown()
    // Ten places, two of them gone by other ways, one claimed: seven left.
    var offer = try town.offer {
      $0.capacityTotal = 10
      $0.capacityLeft = 8
    }
    #expect(try town.accept(offer, town.session()).capacityLeft == 7)
    offer = try town.store.offer(offer.id)
    offer.capacityTotal = 20
    #expect(try town.store.updateOffer(offer, by: TestTown.ana, loading: true, now: TestTown.noon).capacityLeft == 17)
    offer = try town.store.offer(offer.id)
    offer.capacityTotal = 2
    offer.capacityLeft = 0
    #expect(try town.store.updateOffer(offer, by: TestTown.ana, loading: true, now: TestTown.noon).capacityLeft == 0)
    #expect(try town.failedChecks() == [])
  }

  @Test func listsAreFilteredAndPaged() throws {
    let town = try TestTown()
    for number in 1...5 {
      try town.offer {
        $0.category = number.isMultiple(of: 2) ? "spa" : "food"
        $0.state = number == 5 ? .paused : .active
      }
    }
    let store = town.store
    #expect(try store.offers(category: "SPA").map(\.id.value) == [2, 4])
    #expect(try store.offers(state: .paused).map(\.id.value) == [5])
    #expect(try store.offers(limit: 2).map(\.id.value) == [1, 2])
    #expect(try store.offers(limit: 2, after: Offer.ID(2)).map(\.id.value) == [3, 4])
    #expect(try store.offers(partner: Partner.ID(9)).isEmpty)
    #expect(try store.categories() == ["food", "spa"])
  }

  @Test func aPartnersAddressIsTakenOnce() throws {
    let town = try TestTown()
    var partner = Partner(
      id: Partner.ID(0), name: "One", category: "Food", email: "Chef@Example.com", phone: "1", address: "Shore",
      position: TestTown.centre, zone: "UTC", commissionBasisPoints: 1250, autoApprove: true)
    let stored = try town.store.addPartner(partner, by: TestTown.ana, loading: true, now: TestTown.noon)
    #expect(stored.email == "chef@example.com")
    #expect(try town.store.partner(stored.id) == stored)
    partner.name = "Two"
    #expect(
      code { try town.store.addPartner(partner, by: TestTown.ana, loading: true, now: TestTown.noon) } == "duplicate")
    #expect(try town.store.partners().map(\.name) == ["Blue Culantro", "One"])
  }
}
