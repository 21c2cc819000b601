import Core

/// Everything that can happen to the state: from the person, the clock and the workers. Plain data, so that a session
/// can be logged and played again.
package enum Action: Equatable, Sendable {
  /// The loop has begun.
  case started
  /// The machine's clock.
  case tick(Timestamp)
  /// The answer to ``Effect/clock(_:_:_:)``: how the simulated town stands.
  case clock(Job, ClockNews)
  case input(InputEvent)
  /// A command was chosen.
  case perform(Intent)

  /// Rows of these kinds changed, here or in another process.
  case changed(Set<Topic>)
  /// The answer to ``Effect/loadBoard(_:_:)``.
  case boardLoaded(Job, DiscoverBoard)
  /// The answer to ``Effect/loadPartners(_:_:)``.
  case partnersLoaded(Job, PartnersBoard)
  /// The answer to ``Effect/loadOffer(_:_:)``; nil where there is no such offer any more.
  case offerLoaded(Job, OfferSheet?)
  /// The answer to ``Effect/loadExperiments(_:)``.
  case experimentsLoaded(Job, ExperimentsBoard)
  /// The answer to ``Effect/loadExperiment(_:_:)``; nil where there is no such experiment any more.
  case experimentLoaded(Job, ExperimentSheet?)
  /// The answer to ``Effect/experiment(_:_:)``.
  case experiment(Job, ExperimentAnswer)
  /// The answer to ``Effect/loadCampaigns(_:_:)``.
  case campaignsLoaded(Job, CampaignsBoard)
  /// The answer to ``Effect/loadCampaign(_:_:_:)``; nil where there is no such campaign any more.
  case campaignLoaded(Job, CampaignSheet?)
  /// The answer to ``Effect/campaign(_:_:)``.
  case campaign(Job, CampaignAnswer)
  /// The answer to ``Effect/loadDeals(_:_:)``.
  case dealsLoaded(Job, DealsBoard)
  /// The answer to ``Effect/loadDealsPage(_:_:of:)``; nil where there is no such thing any more.
  case dealsPageLoaded(Job, DealsPage?)
  /// The answer to ``Effect/loadListings(_:_:)``.
  case listingsLoaded(Job, ListingsPage)
  /// The answer to ``Effect/loadAlerts(_:sweeps:)``, with the alerts that only a sweep found.
  case alertsLoaded(Job, AlertsGlance, raised: Int)
  /// The answer to ``Effect/deals(_:_:)``.
  case deals(Job, DealsAnswer)
  /// The answer to ``Effect/edit(_:_:)``.
  case edited(Job, EditReport)
  /// The answers to a deed.
  case accepted(Job, Claim)
  case dismissed(Job)
  case extended(Job, ParkingSession)
  /// The answer to ``Effect/search(_:_:)``.
  case found(Job, SearchAnswer)
  /// The answer to ``Effect/counter(_:_:)``.
  case counter(Job, CounterNews)
  /// The answers to saving a form: it is saved, or the store refuses it for these reasons, or somebody else saved it
  /// meanwhile, as named, with what stands in their fields.
  case saved(Job)
  case refused(Job, [InvalidInput])
  case overtaken(Job, by: String, [String: FieldValue])
  /// The answer to ``Effect/partner(_:_:)``.
  case partner(Job, PartnerAnswer)
  /// The answer to ``Effect/openDatabase(_:_:)``.
  case databaseOpened(Job, OpenedDatabase)
  /// How far some work is: 0 to 1 or unknown, and how much of how much.
  case progressed(Job, part: Double?, detail: String)
  /// The answer to work that was asked to stop and did; nothing of it remains.
  case cancelled(Job)
  /// The answer to ``Effect/loadCard(_:_:)``.
  case cardLoaded(Job, Card)
  /// The answer to ``Effect/loadWishes(_:_:)``.
  case wishesLoaded(Job, PersonWishes)
  /// The answer to ``Effect/export(_:_:)``.
  case exported(Job, ExportRequest, ExportResult)
  /// What the terminal can do; the loop tells it before anything else.
  case deviceOpened(DeviceFacts)
  /// The job ended without result; a sentence for people.
  case failed(Job, String)
}

/// What of the stored world changed; the store's revision topics in the dashboard's words.
package enum Topic: String, Sendable, CaseIterable {
  /// Places, streets, weather.
  case town
  case sessions, offers, people, interactions, claims, experiments, campaigns
  /// Listings, rules, watches and alerts.
  case deals
  /// Nothing was written, but the minute is another.
  case clock
}
