import Core
import Testing

@testable import Store

@Suite struct PreferencesTests {
  private func wishes(_ partner: Partner.ID) throws -> Preferences {
    var wishes = Preferences()
    wishes.enabled = false
    wishes.offerFrequency = .minimal
    wishes.alertFrequency = .weekly
    let from = try #require(ClockTime(parsing: "22:00"))
    let to = try #require(ClockTime(parsing: "07:00"))
    let noon = try #require(ClockTime(parsing: "12:00"))
    let end = try #require(ClockTime(parsing: "24:00"))
    wishes.quietHours = [
      try QuietHours(from: from, to: to), try QuietHours(days: WeekdaySet([.sat, .sun]), from: noon, to: end),
    ]
    wishes.blockedDays = WeekdaySet([.mon])
    wishes.preferredCategories = ["seafood", "spa"]
    wishes.blockedCategories = ["casino"]
    wishes.blockedPartners = [partner]
    wishes.walkingLimit = Metres(333.25)
    wishes.channels = [.email, .push]
    wishes.alertsPerDay = 5
    return wishes
  }

  @Test func everyWishComesBack() throws {
    let town = try TestTown()
    let person = try town.person()
    #expect(try town.store.preferences(of: person.id) == Preferences())
    let wishes = try wishes(town.partner.id)
    try town.store.setPreferences(wishes, of: person.id, by: TestTown.ana, now: TestTown.noon)
    #expect(try town.another().preferences(of: person.id) == wishes)
    try town.store.setPreferences(Preferences(), of: person.id, by: TestTown.ana, now: TestTown.noon)
    #expect(try town.store.preferences(of: person.id) == Preferences())
  }

  @Test func whatSomebodyElseChangedMeanwhileIsNotOverwritten() throws {
    let town = try TestTown()
    let person = try town.person()
    let seen = try town.store.wishes(of: person.id).preferences
    let theirs = try wishes(town.partner.id)
    try town.another().setPreferences(theirs, of: person.id, by: TestTown.ana, now: TestTown.noon)
    var mine = seen
    mine.walkingLimit = Metres(300)
    #expect(
      try town.store.setPreferences(mine, of: person.id, expecting: seen, by: TestTown.ana, now: TestTown.noon)
        == theirs)
    #expect(try town.store.preferences(of: person.id) == theirs)
    // In whatever order the ways to reach the person are named, it is the same that was seen.
    var again = theirs
    again.channels = [.push, .email]
    #expect(
      try town.store.setPreferences(mine, of: person.id, expecting: again, by: TestTown.ana, now: TestTown.noon) == nil)
    #expect(try town.another().preferences(of: person.id) == mine)
  }

  @Test func whatThereIsToChooseFromComesWithTheWishes() throws {
    let town = try TestTown()
    let person = try town.person()
    let offer = try town.offer { $0.category = "seafood" }
    let wishes = try town.store.wishes(of: person.id)
    #expect(wishes.person == person)
    #expect(wishes.categories.contains("seafood"))
    #expect(wishes.partners.map(\.id) == [offer.partnerID])
  }

  @Test func oneBadWishLeavesTheOldOnes() throws {
    let town = try TestTown()
    let person = try town.person()
    let good = try wishes(town.partner.id)
    try town.store.setPreferences(good, of: person.id, by: TestTown.ana, now: TestTown.noon)
    var both = good
    both.offerFrequency = .all
    both.blockedCategories.insert("SPA")
    #expect(
      code { try town.store.setPreferences(both, of: person.id, by: TestTown.ana, now: TestTown.noon) }
        == "invalid_value")
    var nobody = good
    nobody.offerFrequency = .all
    nobody.blockedPartners = [Partner.ID(99)]
    #expect(
      code { try town.store.setPreferences(nobody, of: person.id, by: TestTown.ana, now: TestTown.noon) } == "not_found"
    )
    var far = good
    far.offerFrequency = .all
    far.walkingLimit = Metres(.nan)
    #expect(
      code { try town.store.setPreferences(far, of: person.id, by: TestTown.ana, now: TestTown.noon) }
        == "invalid_value")
    #expect(try town.store.preferences(of: person.id) == good)
  }

  @Test func theyGoWithThePerson() throws {
    let town = try TestTown()
    let person = try town.person()
    try town.store.setPreferences(wishes(town.partner.id), of: person.id, by: TestTown.ana, now: TestTown.noon)
    try town.store.erasePerson(person.id, now: TestTown.noon)
    for table in ["preference", "preference_category", "preference_partner", "person_offer", "person"] {
      let rows = try town.store.connection.rows(executing: "SELECT count(*) FROM \(table)") {
        row throws(StoreError) in row.count(0)
      }
      #expect(rows == [0], "\(table)")
    }
  }
}
