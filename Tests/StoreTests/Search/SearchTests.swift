import Core
import Testing

@testable import Store

@Suite struct SearchTests {
  private func found(_ town: TestTown, _ typed: String) throws -> [SearchTarget] {
    try town.store.search(typed, for: TestTown.ana, now: TestTown.noon).results.map(\.target)
  }

  @Test func aClaimIsFoundByItsCodeInAnyForm() throws {
    let town = try TestTown()
    let claim = try town.accept(try town.offer(), try town.session(try town.person()))
    let code = claim.code
    for typed in [code.description, code.compact, code.compact.lowercased(), " \(code) "] {
      let answer = try town.store.search(typed, for: TestTown.ana, now: TestTown.noon)
      #expect(answer.code == .known)
      #expect(answer.results.first?.target == .claim(claim.id))
      #expect(answer.results.first?.detail == "open, Sunset dinner")
    }
    #expect(
      try town.store.search(code.compact, for: TestTown.ana, now: TestTown.noon + .days(1)).results.first?.detail
        == "expired, Sunset dinner")
  }

  @Test func aMistypedCodeIsNotLookedUpAndAnUnknownOneIsSaid() throws {
    let town = try TestTown()
    #expect(
      try town.store.search("2222-2222-223", for: TestTown.ana, now: TestTown.noon)
        == SearchAnswer(results: [], code: .mistyped))
    #expect(
      try town.store.search("2222-2222-222", for: TestTown.ana, now: TestTown.noon)
        == SearchAnswer(results: [], code: .unknown))
  }

  @Test func namesAreFoundWithoutCaseAccentsAndMissingLetters() throws {
    let town = try TestTown()
    let person = try town.person("Šárka Våge")
    let offer = try town.offer { $0.title = "Crème brûlée for two" }
    #expect(try found(town, "sarka vage") == [.person(person.id)])
    #expect(try found(town, "CREME brul") == [.offer(offer.id)])
    #expect(try found(town, "bluculan") == [.partner(town.partner.id)])
    #expect(try found(town, "nothing of this").isEmpty)
    #expect(try found(town, "  ").isEmpty)
  }

  @Test func aNumberFindsWhatHasIt() throws {
    let town = try TestTown()
    let session = try town.session()
    let offer = try town.offer()
    let numbers = try found(town, "#1")
    #expect(numbers.contains(.session(session.id)) && numbers.contains(.offer(offer.id)))
    #expect(numbers.contains(.partner(town.partner.id)))
    #expect(try found(town, "77").isEmpty)
  }

  @Test func campaignsAreFoundByNameAndNumber() throws {
    let town = try TestTown()
    let campaign = try town.store.createCampaign(
      CampaignDraft(name: "Sunset special"), by: TestTown.ana, now: TestTown.noon)
    #expect(try found(town, "sunset sp") == [.campaign(campaign.id)])
    #expect(try found(town, "#1").contains(.campaign(campaign.id)))
    #expect(try town.store.search("sunset sp", kinds: [.offer], for: TestTown.ana, now: TestTown.noon).results == [])
  }

  @Test func anEndedSessionIsFoundByItsNumberAndARunningOneByItsPlace() throws {
    let town = try TestTown()
    let running = try town.session(try town.person())
    let ended = try town.session(from: TestTown.noon - .hours(5), minutes: 60)
    let byPlace = try town.store.search("cardinall", for: TestTown.ana, now: TestTown.noon).results
    #expect(byPlace.map(\.target) == [.session(running.id)])
    #expect(byPlace.first?.why == .place && byPlace.first?.positions == Array(0..<9))
    let byNumber = try town.store.search("\(ended.id)", kinds: [.session], for: TestTown.ana, now: TestTown.noon)
      .results
    #expect(byNumber.map(\.target) == [.session(ended.id)])
    #expect(byNumber.first?.detail == "anonymous, Cardinall Ave, ended Fri 2026-08-21 08:00")
    #expect(byNumber.first?.session == ended)
  }

  @Test func aPersonLeadsToTheRunningSessionElseToTheLast() throws {
    let town = try TestTown()
    let person = try town.person("Ana R.")
    let never = try town.person("Anabel Q.")
    let old = try town.session(person, from: TestTown.noon - .hours(5), minutes: 60)
    #expect(try town.store.search("ana r.", for: TestTown.ana, now: TestTown.noon).results.first?.session == old)
    let running = try town.session(person)
    #expect(try town.store.search("ana r.", for: TestTown.ana, now: TestTown.noon).results.first?.session == running)
    let other = try town.store.search("anabel", for: TestTown.ana, now: TestTown.noon).results
    #expect(other.map(\.target) == [.person(never.id)])
    #expect(other.first?.session == nil && other.first?.detail == "person \(never.id), has never parked here")
  }

  @Test func whatAnotherProcessRenamesIsFoundByItsNewName() throws {
    let town = try TestTown()
    #expect(try found(town, "mango").isEmpty)
    var partner = town.partner
    partner.name = "Mango Tree"
    _ = try town.another().updatePartner(partner, by: TestTown.ana, now: TestTown.noon)
    #expect(try found(town, "mango") == [.partner(partner.id)])
    let own = try town.offer { $0.title = "Tamarind pie" }
    #expect(try found(town, "tamarind") == [.offer(own.id)])
  }

  @Test func onlyTheKindsAskedForAndNoMoreThanTheLimit() throws {
    let town = try TestTown()
    for number in 0..<50 { _ = try town.person("Ana \(number)") }
    try town.offer { $0.title = "Ananas juice" }
    #expect(try town.store.search("ana", for: TestTown.ana, now: TestTown.noon).results.count == 30)
    #expect(try Set(found(town, "ana").map(\.kind)) == [.person, .offer])
    let offers = try town.store.search("ana", kinds: [.offer], limit: 5, for: TestTown.ana, now: TestTown.noon).results
    #expect(offers.map(\.target.kind) == [.offer])
  }

  @Test func anErasedPersonIsFoundNoMore() throws {
    let town = try TestTown()
    let person = try town.person("Ana R.")
    let claim = try town.accept(try town.offer(), try town.session(person))
    try town.store.erasePerson(person.id, now: TestTown.noon)
    #expect(try found(town, "ana r").isEmpty)
    guard case .claim(let card)? = try town.store.card(.claim(claim.id), for: TestTown.ana, now: TestTown.noon) else {
      Issue.record("the claim has no card")
      return
    }
    #expect(card.person == nil && card.session == nil)
  }

  @Test func cardsHoldWhatStandsOnThem() throws {
    let town = try TestTown()
    let offer = try town.offer { $0.capacityTotal = 3 }
    let person = try town.person()
    let session = try town.session(person)
    let claim = try town.accept(offer, session)
    guard case .claim(let card)? = try town.store.card(.claim(claim.id), for: TestTown.ana, now: TestTown.noon),
      case .partner(let partner)? = try town.store.card(
        .partner(town.partner.id), for: TestTown.ana, now: TestTown.noon)
    else {
      Issue.record("a card is missing")
      return
    }
    #expect(card.offer.id == offer.id && card.person == person && card.session == session)
    #expect(card.partnerName == "Blue Culantro")
    #expect(card.isValid(at: TestTown.noon) && !card.isValid(at: TestTown.noon + .minutes(240)))
    #expect(partner.offers.map(\.capacityLeft) == [2])
    #expect(
      code { _ = try town.store.card(.offer(Offer.ID(99)), for: TestTown.ana, now: TestTown.noon) } == "not_found")
  }
}
