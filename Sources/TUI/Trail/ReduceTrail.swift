import Core

extension State {
  /// Where the keyboard is now.
  var place: Trail.Place {
    Trail.Place(
      screen: screen, pane: discovery.focus, sessionID: discovery.selectedSessionID,
      offerID: discovery.selectedOfferID, filter: discovery[table: discovery.focus].filter.text,
      isZoomed: isZoomed, partnersPane: partners.focus, partnerID: partners.selectedPartnerID,
      partnersOfferID: partners.offerTable.selectedID, experimentsPane: experiments.focus,
      experimentID: experiments.table.selectedID, campaignsPane: campaigns.focus,
      campaignID: campaigns.table.selectedID, dealsPane: deals.focus,
      ruleID: deals.rules.selectedID, dealsSubject: deals.subject, dialogs: dialogs)
  }

  private var isZoomed: Bool {
    switch screen {
    case .partners: partners.isZoomed
    case .experiments: experiments.isZoomed
    case .campaigns: campaigns.isZoomed
    case .deals: deals.isZoomed
    case .overview, .discover, .gallery: discovery.isZoomed
    }
  }

  /// Remembers where the keyboard is, for the way back.
  mutating func rememberPlace() {
    var origin = place
    origin.dropEndedWork()
    trail.push(origin)
  }

  /// Goes to a session, parked or not, and remembers the way. One that has ended says so.
  /// - Parameter session: what is known of it already; nil says nothing of its end.
  mutating func follow(_ id: ParkingSession.ID, _ session: ParkingSession?) -> [Effect] {
    rememberPlace()
    dialogs.removeAll()
    screen = .discover
    discovery.isZoomed = false
    discovery.focus(on: .ranked)
    if let session, session.hasEnded(at: now) {
      let end = zone.localTime(at: min(session.endedAt ?? session.expiresAt, session.expiresAt))
      notify(
        .information,
        "Session \(id) ended \(end.weekday.title) \(end.date) \(formats.clock(end)): it is shown nothing now")
    }
    return discovery.follow(id) ? reload([]) : []
  }

  /// Whether nothing has to be closed or taken away before the way back.
  var isAtTheEndOfTheTrail: Bool {
    guard dialogs.isEmpty, !trail.isEmpty, screen != .gallery else { return false }
    if screen == .partners { return !partners.canGoBack }
    if screen == .experiments { return !experiments.canGoBack }
    if screen == .campaigns { return !campaigns.canGoBack }
    if screen == .deals { return !deals.canGoBack }
    return screen != .discover
      || !(discovery.isFiltering || discovery.isZoomed || discovery[table: discovery.focus].canBeCleared)
  }

  /// Returns to where the last name was followed from.
  mutating func returnAlongTrail() -> [Effect] {
    guard let place = trail.pop() else { return [] }
    screen = place.screen
    dialogs = place.dialogs
    if screen == .partners {
      partners.isZoomed = place.isZoomed
      partners.focus = place.partnersPane
      return goTo(partner: place.partnerID, offer: place.partnersOfferID)
    }
    if screen == .experiments {
      experiments.isZoomed = place.isZoomed
      experiments.focus(on: place.experimentsPane)
      return place.experimentID.map { goTo(experiment: $0) } ?? continueExperiments()
    }
    if screen == .campaigns {
      campaigns.isZoomed = place.isZoomed
      campaigns.focus(on: place.campaignsPane)
      return place.campaignID.map { goTo(campaign: $0) } ?? continueCampaigns()
    }
    if screen == .deals {
      deals.isZoomed = place.isZoomed
      deals.focus(on: place.dealsPane)
      if let rule = place.ruleID { deals.expect(.rule(rule)) }
      return place.dealsSubject.map { goTo($0) } ?? continueDeals()
    }
    discovery.isZoomed = place.isZoomed
    discovery.focus(on: place.pane)
    if discovery[table: place.pane].filter.text != place.filter {
      discovery[table: place.pane].editFilter {
        $0.clear()
        $0.insert(place.filter)
      }
    }
    guard let session = place.sessionID else { return [] }
    return discovery.follow(session, offer: place.offerID) ? reload([]) : []
  }
}

extension Trail.Place {
  /// Forgets what was being looked for: its answer would come while one is elsewhere.
  fileprivate mutating func dropEndedWork() {
    dialogs = dialogs.map { dialog in
      guard case .search(var search) = dialog else { return dialog }
      search.abandon()
      return .search(search)
    }
  }
}
