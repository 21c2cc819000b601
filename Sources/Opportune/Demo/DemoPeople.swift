import Core

/// The people of the demo town: names from the town's file, homes, wishes and limits from the seed.
struct DemoPeople {
  private let town: Town
  private let categories: [String]
  private var generator: SeededGenerator

  init(_ town: Town, seed: UInt64) {
    self.town = town
    categories = Set(town.offers.map(\.category)).sorted()
    generator = SeededGenerator(seed: seed &+ 0x6F70_706F_7274)
  }

  /// One person for each name, with what they ask for.
  mutating func all() throws(InvalidInput) -> [(person: Person, preferences: Preferences)] {
    var people: [(person: Person, preferences: Preferences)] = []
    for name in town.peopleNames {
      let person = Person(id: Person.ID(0), name: name, zone: homeZone())
      people.append((person, try preferences()))
    }
    return people
  }

  private mutating func homeZone() -> String {
    var rest = generator.unit()
    for (zone, share) in town.homeZones {
      rest -= share
      if rest < 0 { return zone }
    }
    return Town.zone
  }

  /// Most people leave everything as it is; some use each control, so that every reason can be seen in the demo.
  private mutating func preferences() throws(InvalidInput) -> Preferences {
    var preferences = Preferences()
    preferences.enabled = !happens(1)
    preferences.walkingLimit = Metres([500, 800, 800, 800, 1000, 1200][whole(below: 6)])
    if happens(12) { preferences.offerFrequency = happens(70) ? .occasional : .minimal }
    if happens(40) { preferences.preferredCategories = [category(), category()] }
    if happens(12) { preferences.blockedCategories = Set([category()]).subtracting(preferences.preferredCategories) }
    if happens(6) { preferences.blockedPartners = [town.partners[whole(below: town.partners.count)].id] }
    if happens(4) { preferences.blockedDays = WeekdaySet([Weekday.allCases[whole(below: 7)]]) }
    if happens(15), let from = ClockTime(parsing: "22:00"), let to = ClockTime(parsing: "07:00") {
      preferences.quietHours = [try QuietHours(from: from, to: to)]
    }
    return preferences
  }

  private mutating func category() -> String { categories[whole(below: categories.count)] }

  private mutating func whole(below count: Int) -> Int { Int(generator.next() >> 33) % count }

  /// True in so many of a hundred cases.
  private mutating func happens(_ percent: Int) -> Bool { whole(below: 100) < percent }
}
