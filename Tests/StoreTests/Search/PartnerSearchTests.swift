import Core
import Testing

@testable import Store

/// What a partner finds: its own name, offers and claims, and nothing of a driver or another partner.
@Suite struct PartnerSearchTests {
  private let town: TestTown
  private let other: Partner
  private let claims: (own: Claim, others: Claim)
  private let offers: (own: Offer, others: Offer)
  private var me: Actor { Actor(town.partner.id) }

  init() throws {
    town = try TestTown()
    other = try town.store.addPartner(
      Partner(
        id: Partner.ID(0), name: "Blue Lagoon", category: "food", position: TestTown.centre, zone: "America/Cayman"),
      by: TestTown.ana, now: TestTown.noon)
    let stranger = other.id
    let own = try town.offer { $0.title = "Sunset dinner" }
    let others = try town.offer {
      $0.partnerID = stranger
      $0.title = "Sunset cruise"
    }
    offers = (own, others)
    let person = try town.person("Sunny Dee")
    let session = try town.session(person)
    claims = (try town.accept(own, session, seed: 1), try town.accept(others, session, seed: 2))
  }

  private func targets(_ typed: String) throws -> [SearchTarget] {
    try town.store.search(typed, for: me, now: TestTown.noon).results.map(\.target)
  }

  @Test func campaignsAreNoPartners() throws {
    let campaign = try town.store.createCampaign(
      CampaignDraft(name: "Moonlight weeks"), by: TestTown.ana, now: TestTown.noon)
    let staff = try town.store.search("moonlight", for: TestTown.ana, now: TestTown.noon)
    #expect(staff.results.map(\.target) == [.campaign(campaign.id)])
    #expect(try town.store.search("moonlight", for: me, now: TestTown.noon).results == [])
  }

  @Test func findsOnlyItsOwn() throws {
    #expect(try targets("sunset") == [.offer(offers.own.id)])
    #expect(try targets("blue") == [.partner(town.partner.id)])
    #expect(try targets("sunny").isEmpty)
    #expect(try targets("cardinall").isEmpty)
    #expect(try targets("\(offers.others.id)") == [])
    #expect(try targets(claims.own.code.description) == [.claim(claims.own.id)])
    // As for everybody else: the copy of names is kept for each by itself.
    #expect(try town.store.search("sunset", for: TestTown.ana, now: TestTown.noon).results.count == 2)
    #expect(try targets("sunset") == [.offer(offers.own.id)])
  }

  @Test func anothersClaimCodeIsAsUnknownAsOneThatNeverWas() throws {
    let others = try town.store.search(claims.others.code.description, for: me, now: TestTown.noon)
    #expect(others == SearchAnswer(results: [], code: .unknown))
    #expect(others == (try town.store.search("2222-2222-222", for: me, now: TestTown.noon)))
  }

  @Test func anothersCardsAreNotThere() throws {
    let gone: [SearchTarget] = [
      .offer(offers.others.id), .partner(other.id), .claim(claims.others.id), .person(Person.ID(1)),
      .session(ParkingSession.ID(1)),
    ]
    for target in gone {
      #expect(throws: StoreError.notFound(what: target.kind.rawValue, name: "\(target.id)")) {
        try town.store.card(target, for: me, now: TestTown.noon)
      }
    }
    guard case .claim(let card)? = try town.store.card(.claim(claims.own.id), for: me, now: TestTown.noon) else {
      Issue.record("no card of an own claim")
      return
    }
    // The counter needs no name and no place of the driver.
    #expect(card.person == nil && card.session == nil)
  }

  @Test func theTownHasNoDriversAndOnlyItsOwnDoor() throws {
    let board = try town.store.partnerTown(for: me, now: TestTown.noon)
    #expect(board.sessions.isEmpty && board.stream.isEmpty && board.selected == nil)
    #expect(board.town.offers.map(\.partnerID) == [town.partner.id])
    #expect(board.funnel.acceptances == 1)
  }
}
