/// What a person asked for, with all there is to choose from: what it takes to ask anew.
package struct PersonWishes: Hashable, Sendable {
  /// A partner by name.
  package struct KnownPartner: Hashable, Sendable {
    package let id: Partner.ID
    package let name: String

    package init(id: Partner.ID, name: String) {
      self.id = id
      self.name = name
    }
  }

  package let person: Person
  package let preferences: Preferences
  /// Every category of offers there is, in order.
  package let categories: [String]
  /// Every category of listings there is, in order.
  package let listingCategories: [String]
  /// Every partner there is, by name.
  package let partners: [KnownPartner]

  package init(
    person: Person, preferences: Preferences, categories: [String], listingCategories: [String] = [],
    partners: [KnownPartner]
  ) {
    self.person = person
    self.preferences = preferences
    self.categories = categories
    self.listingCategories = listingCategories
    self.partners = partners
  }
}

extension Preferences {
  /// Whether both ask for the same, in whatever order ways to reach the person are named.
  package func asksTheSame(as other: Preferences) -> Bool {
    func ordered(_ preferences: Preferences) -> Preferences {
      var copy = preferences
      copy.channels.sort { $0.rawValue < $1.rawValue }
      return copy
    }
    return ordered(self) == ordered(other)
  }
}
