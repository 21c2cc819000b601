/// Session, person, place, time and weather: everything a decision depends on beside the offers themselves.
package struct Context: Hashable, Sendable {
  package var now: Timestamp
  package var session: ParkingSession
  /// On the clock of the place where the car is parked.
  package var placeOffsetSeconds: Int
  package var weather: Weather?
  package var person: PersonContext
  /// The person looks around on their own account: quiet hours and blocked days do not hold offers back.
  package var browsing: Bool
  /// What the campaigns of the offers say; a record keeps it with each offer.
  package var campaigns: CampaignGates

  package init(
    now: Timestamp, session: ParkingSession, placeOffsetSeconds: Int, weather: Weather? = nil,
    person: PersonContext = PersonContext(), browsing: Bool = false, campaigns: CampaignGates = CampaignGates()
  ) {
    self.now = now
    self.session = session
    self.placeOffsetSeconds = placeOffsetSeconds
    self.weather = weather
    self.person = person
    self.browsing = browsing
    self.campaigns = campaigns
  }

  /// Minutes until the session expires, 0 once it is over.
  package var minutesLeft: Double {
    session.hasEnded(at: now) ? 0 : (session.expiresAt - now).minutes
  }

  /// The wall clock at the place.
  package var placeTime: LocalTime { LocalTime(utc: now, offsetSeconds: placeOffsetSeconds) }

  /// The wall clock of the person.
  package var personTime: LocalTime { LocalTime(utc: now, offsetSeconds: person.zoneOffsetSeconds) }
}
