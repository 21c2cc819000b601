import Canvas
import Core

/// What the state wants done outside: plain data, carried out by the executable on its workers. Every effect with a
/// job is answered by one action with the same job.
package enum Effect: Equatable, Sendable {
  /// Read the Discover screen anew; answered by ``Action/boardLoaded(_:_:)``. Writes nothing.
  case loadBoard(Job, BoardRequest)
  /// Read the lists of the Partners screen; answered by ``Action/partnersLoaded(_:_:)``.
  case loadPartners(Job, PartnersRequest)
  /// Read all of one offer; answered by ``Action/offerLoaded(_:_:)``.
  case loadOffer(Job, Offer.ID)
  /// Read the list of the Experiments screen; answered by ``Action/experimentsLoaded(_:_:)``.
  case loadExperiments(Job)
  /// Read all of one experiment; answered by ``Action/experimentLoaded(_:_:)``.
  case loadExperiment(Job, Experiment.ID)
  /// What forms and steps of experiments ask for; answered by ``Action/experiment(_:_:)``, or as every form is.
  case experiment(Job, ExperimentOrder)
  /// Read all of the Campaigns screen but one campaign's pages; answered by ``Action/campaignsLoaded(_:_:)``.
  case loadCampaigns(Job, CampaignsRequest)
  /// Read all of one campaign; answered by ``Action/campaignLoaded(_:_:)``.
  case loadCampaign(Job, Campaign.ID, CampaignsRequest)
  /// What forms and steps of campaigns ask for; answered by ``Action/campaign(_:_:)``, or as every form is.
  case campaign(Job, CampaignOrder)
  /// Read a person's rules, watches and inbox; answered by ``Action/dealsLoaded(_:_:)``.
  case loadDeals(Job, DealsRequest)
  /// Read all of one rule, alert, watch or listing, as a person has it; answered by ``Action/dealsPageLoaded(_:_:)``.
  case loadDealsPage(Job, DealsSubject, of: Person.ID?)
  /// Read the stored listings, held against a rule; answered by ``Action/listingsLoaded(_:_:)``.
  case loadListings(Job, ListingsRequest)
  /// Decide the alerts that are due, after a sweep where that is asked, and read how they stand; answered by
  /// ``Action/alertsLoaded(_:_:raised:)``.
  case loadAlerts(Job, sweeps: Bool)
  /// What forms and steps of rules, watches and alerts ask for; answered by ``Action/deals(_:_:)``, or as every form is.
  case deals(Job, DealsOrder)
  /// Change what partners offer, or take a change back; answered by ``Action/edited(_:_:)``.
  case edit(Job, EditOrder)
  /// Accept as the session's person; answered by ``Action/accepted(_:_:)``.
  case accept(Job, OfferTarget)
  /// Put aside as the session's person; `note` only with ``DismissalReason/other``.
  case dismiss(Job, OfferTarget, DismissalReason, note: String?)
  /// Buy more parking time; answered by ``Action/extended(_:_:)``.
  case extend(Job, ParkingSession.ID, minutes: Int)
  /// Note that the session's person looked at the offer's details. Not answered.
  case view(OfferTarget)
  /// For the owner of the simulated town, with what of the screen is to be read afterwards; answered by
  /// ``Action/clock(_:_:)``.
  case clock(Job, ClockOrder, BoardRequest?)
  /// Look for words among everything that has a name, and among what a person waits for, nil being whoever the Rules
  /// screen shows first; answered by ``Action/found(_:_:)``.
  case search(Job, String, of: Person.ID?)
  /// What a counter wants to know or to do; answered by ``Action/counter(_:_:)``.
  case counter(Job, CounterOrder)
  /// Stop this work as soon as it can be; the work itself answers, as ``Action/cancelled(_:)`` or as usual.
  case cancel(Job)
  /// Read everything about one named thing; answered by ``Action/cardLoaded(_:_:)``.
  case loadCard(Job, SearchTarget)
  /// Open the first database, and make it where it is missing; answered by ``Action/databaseOpened(_:_:)``.
  case openDatabase(Job, DatabaseChoice)
  /// Read what a person asked for; answered by ``Action/wishesLoaded(_:_:)``.
  case loadWishes(Job, Person.ID)
  /// Replace what a person asked for, if it still is what was seen; answered as every form is.
  case saveWishes(Job, PersonWishes, Preferences, seen: Preferences)
  /// What forms, keys and statements of partners ask for; answered by ``Action/partner(_:_:)``, or as every form is.
  case partner(Job, PartnerOrder)
  /// Write a file; answered by ``Action/exported(_:_:_:)``.
  case export(Job, ExportRequest)
  /// Keep how things are seen for the next time. Not answered.
  case remember(ViewMemory)
  /// For the loop itself.
  case device(DeviceEffect)
}

extension Effect {
  /// The work it is, for effects that are answered.
  package var job: Job? {
    switch self {
    case .loadExperiments(let job), .loadExperiment(let job, _), .experiment(let job, _),
      .loadCampaigns(let job, _), .loadCampaign(let job, _, _), .campaign(let job, _),
      .loadDeals(let job, _), .loadDealsPage(let job, _, _), .loadListings(let job, _), .loadAlerts(let job, _),
      .deals(let job, _),
      .loadPartners(let job, _), .loadOffer(let job, _), .edit(let job, _), .loadBoard(let job, _),
      .accept(let job, _), .dismiss(let job, _, _, _), .extend(let job, _, _),
      .clock(let job, _, _), .search(let job, _, _), .counter(let job, _), .loadCard(let job, _), .export(let job, _),
      .openDatabase(let job, _), .loadWishes(let job, _), .saveWishes(let job, _, _, _),
      .partner(let job, _):
      job
    case .view, .cancel, .remember, .device: nil
    }
  }
}

/// What to read for the Discover screen.
package struct BoardRequest: Hashable, Sendable {
  /// Whose ranking; nil leaves the choice to the reader: best the first session that has anything ranked.
  package var sessionID: ParkingSession.ID?
  /// What changed since the last read; every topic the first time.
  package var topics: Set<Topic>
  /// What the ranking is to suppose; nil is nothing.
  package var whatIf: WhatIf?
  /// Whether the Overview is looked at, which shows more of the town's day.
  package var includesDay: Bool

  package init(
    sessionID: ParkingSession.ID?, topics: Set<Topic>, whatIf: WhatIf? = nil, includesDay: Bool = false
  ) {
    self.sessionID = sessionID
    self.topics = topics
    self.whatIf = whatIf
    self.includesDay = includesDay
  }
}

/// An offer for the person of a session.
package struct OfferTarget: Hashable, Sendable {
  package let sessionID: ParkingSession.ID
  package let offerID: Offer.ID

  package init(sessionID: ParkingSession.ID, offerID: Offer.ID) {
    self.sessionID = sessionID
    self.offerID = offerID
  }
}

/// What the loop does with the terminal itself.
package enum DeviceEffect: Hashable, Sendable {
  case suspend
  case setMouse(Bool)
  /// Let the person's own editor change a text; answered by ``InputEvent/edited(_:)``.
  case edit(String)
  /// Draw everything again, for a screen that something else has written on.
  case redraw
  /// Show everything in other colours.
  case setTheme(Theme)
  /// Put text on the clipboard of whoever looks at the terminal, by OSC 52.
  case copy(String)

  /// Most bytes of text to copy: what the terminals in use all take (base64 makes four bytes of three).
  package static let longestCopy = 74_994
}

/// Something a person asked for, as it is spoken of until the answer comes.
package struct Deed: Hashable, Sendable {
  /// What was asked.
  package enum Kind: Hashable, Sendable {
    case accept, dismiss
    case extend(minutes: Int)
    /// To see what the person asked for.
    case preferences
  }

  package let kind: Kind
  package let target: OfferTarget?
  package let sessionID: ParkingSession.ID
  package let offerTitle: String
  /// As in "Ana R." or "the driver of session 8841".
  package let personName: String
}
