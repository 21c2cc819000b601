import Core

extension Store {
  /// What a person asked for, with what there is to choose from, at one moment.
  package func wishes(of person: Person.ID) throws(StoreError) -> PersonWishes {
    try read { () throws(StoreError) in
      PersonWishes(
        person: try self.person(person), preferences: try preferences(of: person), categories: try categories(),
        listingCategories: try listingCategories(),
        partners: try partners().map { PersonWishes.KnownPartner(id: $0.id, name: $0.name) })
    }
  }

  /// Replaces all of a person's preferences, but only if they are still what somebody saw before changing them.
  /// - Returns: nil if they are replaced, else what they have become meanwhile.
  package func setPreferences(
    _ wishes: Preferences, of person: Person.ID, expecting seen: Preferences, by actor: Actor, now: Timestamp
  ) throws(StoreError) -> Preferences? {
    try write { () throws(StoreError) in
      let present = try preferences(of: person)
      guard present.asksTheSame(as: seen) else { return present }
      try setPreferences(wishes, of: person, by: actor, now: now)
      return nil
    }
  }
}
