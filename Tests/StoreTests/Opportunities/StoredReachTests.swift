import Core
import Testing

@testable import Store

/// What a reach is read from: sessions, people, skies and clocks as they are stored.
@Suite struct StoredReachTests {
  private func reach(
    _ town: TestTown, at now: Timestamp = TestTown.noon, _ change: (inout Offer) -> Void = { _ in }
  ) throws -> ReachEstimate {
    var offer = Offer(
      id: Offer.ID(0), partnerID: town.partner.id, title: "Draft", category: "food",
      value: ValueProposition(discountPercent: 20), position: TestTown.centre, state: .draft)
    change(&offer)
    return try town.store.reach(of: offer, now: now)
  }

  private func rule(_ text: String) throws -> TriggerRule { try TriggerRule(JSON(parsing: text)) }

  @Test func sessionsOfTheLastSevenDaysCount() throws {
    let town = try TestTown()
    let week = TestTown.noon - .days(7)
    // Over a week ago; into the first minute of the week; lately; still to come.
    for start in [week - .minutes(120), week - .minutes(119), TestTown.noon - .minutes(1), TestTown.noon] {
      _ = try town.session(from: start)
    }
    #expect(try reach(town).sessions == 2)
    #expect(try reach(town).eligible == 2)
  }

  @Test func whoeverLeftEarlyWasNotThereAnyMore() throws {
    let town = try TestTown()
    // 11:00 to 13:00 on the meter, gone at 12:00.
    let session = try town.session()
    let evening = try rule(#"{"time_of_day_start":"12:00"}"#)
    #expect(try reach(town, at: TestTown.noon + .hours(2)) { $0.trigger = evening }.eligible == 1)
    try town.store.endSession(session.id, now: TestTown.noon)
    let another = try town.another()
    var offer = Offer(
      id: Offer.ID(0), partnerID: town.partner.id, title: "Draft", category: "food",
      value: ValueProposition(discountPercent: 20), position: TestTown.centre)
    offer.trigger = evening
    #expect(try another.reach(of: offer, now: TestTown.noon + .hours(2)).eligible == 0)
  }

  @Test func wishesAreThoseOfEachDriver() throws {
    let town = try TestTown()
    var wishes = [Preferences](repeating: Preferences(), count: 5)
    wishes[0].enabled = false
    wishes[1].blockedCategories = ["food"]
    wishes[2].blockedPartners = [town.partner.id]
    wishes[3].blockedDays = WeekdaySet([.fri])
    // From eleven to one the driver is left alone, on the driver's own clock, an hour ahead of George Town's.
    wishes[4].quietHours = [
      try QuietHours(from: #require(ClockTime(parsing: "12:00")), to: #require(ClockTime(parsing: "14:00")))
    ]
    for (number, wish) in wishes.enumerated() {
      let person = try town.person("P\(number)", zone: number == 4 ? "America/New_York" : "America/Cayman")
      try town.store.setPreferences(wish, of: person.id, by: TestTown.ana, now: TestTown.noon)
      _ = try town.session(person)
    }
    _ = try town.session()
    let estimate = try reach(town, at: TestTown.noon + .hours(1))
    #expect(estimate.sessions == 6 && estimate.eligible == 1)
    #expect(
      estimate.costs
        == [HeldBackCode.disabled, .category, .partner, .blockedDay, .quietHours].map {
          .init(code: $0, excluded: 1, only: 1)
        })
  }

  @Test func aNewWishCountsAtOnce() throws {
    let town = try TestTown()
    let person = try town.person()
    _ = try town.session(person)
    #expect(try reach(town).eligible == 1)
    var wishes = Preferences()
    wishes.walkingLimit = Metres(100)
    try town.store.setPreferences(wishes, of: person.id, by: TestTown.ana, now: TestTown.noon)
    #expect(try reach(town) { $0.position = position(19.2876, -81.3744) }.eligible == 0)
    // The same from another program.
    wishes.walkingLimit = Metres(200)
    try town.another().setPreferences(wishes, of: person.id, by: TestTown.ana, now: TestTown.noon)
    #expect(try reach(town) { $0.position = position(19.2876, -81.3744) }.eligible == 1)
  }

  @Test func theSkyIsThatOfTheTime() throws {
    let town = try TestTown()
    let rain = try rule(#"{"weather":["rain"]}"#)
    _ = try town.session()
    #expect(try reach(town) { $0.trigger = rain }.eligible == 0)
    // It has rained since before the week began, and cleared up in the middle of the stay.
    try town.store.setWeather(.rain, from: TestTown.noon - .days(9))
    try town.store.setWeather(.clear, from: TestTown.noon)
    #expect(try reach(town) { $0.trigger = rain }.eligible == 1)
    try town.store.setWeather(.clear, from: TestTown.noon - .hours(1))
    #expect(try reach(town) { $0.trigger = rain }.eligible == 0)
  }

  @Test func erasedPeopleAreLeftOut() throws {
    let town = try TestTown()
    let person = try town.person()
    _ = try town.session(person)
    _ = try town.session()
    try town.store.erasePerson(person.id, now: TestTown.noon)
    #expect(try reach(town).sessions == 1)
  }

  @Test func aRunningTownIsReadAnewAfterAQuarterOfAnHour() throws {
    let town = try TestTown()
    _ = try town.session()
    #expect(try reach(town).sessions == 1)
    _ = try town.session(from: TestTown.noon - .minutes(2))
    #expect(try reach(town, at: TestTown.noon + .minutes(14)).sessions == 1)
    #expect(try reach(town, at: TestTown.noon + .minutes(15)).sessions == 2)
    // A clock that is set back asks anew.
    #expect(try reach(town, at: TestTown.noon + .minutes(14)).sessions == 2)
  }
}
