/// All that a decision needs to know of the person, loaded once.
package struct PersonContext: Hashable, Sendable {
  /// Nil is an anonymous driver.
  package var personID: Person.ID?
  package var preferences: Preferences
  /// On the person's own clock.
  package var zoneOffsetSeconds: Int
  package var categoryAffinity: [String: Affinity]
  package var partnerAffinity: [Partner.ID: Affinity]
  package var history: [Offer.ID: OfferHistory]
  /// New offers shown within the current local day.
  package var impressionsToday: Int
  /// What an experiment words otherwise for this person.
  package var wordings: [Offer.ID: ArmWording]

  package init(
    personID: Person.ID? = nil, preferences: Preferences = Preferences(), zoneOffsetSeconds: Int = 0,
    categoryAffinity: [String: Affinity] = [:], partnerAffinity: [Partner.ID: Affinity] = [:],
    history: [Offer.ID: OfferHistory] = [:], impressionsToday: Int = 0, wordings: [Offer.ID: ArmWording] = [:]
  ) {
    self.personID = personID
    self.preferences = preferences
    self.zoneOffsetSeconds = zoneOffsetSeconds
    self.categoryAffinity = categoryAffinity
    self.partnerAffinity = partnerAffinity
    self.history = history
    self.impressionsToday = impressionsToday
    self.wordings = wordings
  }
}
