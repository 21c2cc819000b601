import Core

/// What somebody asked for.
enum FixturePerson {
  static func wishes(of id: Person.ID = Person.ID(13)) -> PersonWishes {
    var preferences = Preferences()
    preferences.preferredCategories = ["dining"]
    preferences.walkingLimit = Metres(333.25)
    preferences.channels = [.email, .terminal]
    return PersonWishes(
      person: Person(id: id, name: "Ana R.", zone: "America/Cayman"), preferences: preferences,
      categories: ["bar", "dining", "spa"],
      partners: FixtureTown.partners.map { PersonWishes.KnownPartner(id: Partner.ID($0.id), name: $0.name) })
  }
}
