import Core

extension State {
  /// Does what a command of the search or of a card means.
  mutating func perform(_ intent: SearchIntent) -> [Effect] {
    switch intent {
    case .show: dialogs.append(.search(Search()))
    case .follow: return followSelected()
    case .partner: return openPartner()
    }
    return []
  }

  /// Looks for what is typed.
  mutating func edit(_ search: Search, _ change: (inout TextEntry) -> Void) -> [Effect] {
    var search = search
    change(&search.entry)
    return look(search, at: dialogs.count - 1)
  }

  /// Moves within what was found.
  mutating func move(_ search: Search, by rows: Int) {
    var search = search
    search.move(by: rows)
    dialogs[dialogs.count - 1] = .search(search)
  }

  /// Moves among a card's links by rows, and within its facts by pages.
  mutating func move(_ card: OpenCard, by rows: Int) {
    var card = card
    if abs(rows) == 1 {
      card.move(by: rows)
    } else {
      card.scroll(by: rows, last: CardView(self, card).longestScroll(in: size))
    }
    dialogs[dialogs.count - 1] = .card(card)
  }

  /// Shows what was found, if it still is what is looked for; else looks for that.
  mutating func show(_ answer: SearchAnswer, from job: Job) -> [Effect] {
    guard let (index, found) = openSearch(of: job) else { return [] }
    var search = found
    search.finish(answer)
    return look(search, at: index)
  }

  /// Shows a card that was waited for.
  mutating func show(_ card: Card, from job: Job) {
    guard let (index, open) = openCard(of: job) else { return }
    var loaded = open
    loaded.finish(card)
    dialogs[index] = .card(loaded)
  }

  /// Says in its place why a search or a card could not be read. False if nobody waits for the job.
  mutating func failFinding(_ job: Job, _ reason: String) -> Bool {
    if let (index, found) = openSearch(of: job) {
      var search = found
      search.fail(reason)
      dialogs[index] = .search(search)
      return true
    }
    if let (index, open) = openCard(of: job) {
      var card = open
      card.fail(reason)
      dialogs[index] = .card(card)
      return true
    }
    return false
  }

  private mutating func look(_ search: Search, at index: Int) -> [Effect] {
    var search = search
    let next = search.begin { nextJob() }
    dialogs[index] = .search(search)
    return next.map { [.search($0.job, $0.words, of: deals.person)] } ?? []
  }

  private func openSearch(of job: Job) -> (Int, Search)? {
    for (index, dialog) in dialogs.enumerated() {
      if case .search(let search) = dialog, search.job == job { return (index, search) }
    }
    return nil
  }

  private func openCard(of job: Job) -> (Int, OpenCard)? {
    for (index, dialog) in dialogs.enumerated() {
      if case .card(let card) = dialog, card.job == job { return (index, card) }
    }
    return nil
  }

  /// Goes to what is marked in the search or in a card.
  private mutating func followSelected() -> [Effect] {
    switch dialogs.last {
    case .search(let search):
      // An old answer may show something else than what is typed.
      guard search.isCurrent, let result = search.selected else { return [] }
      return go(to: result.target, title: shownTitle(of: result), session: result.session)
    case .card(let card):
      guard let link = card.selected else { return [] }
      return go(to: link.target, title: link.title, session: link.session)
    default: return []
    }
  }

  /// From an offer's details to its partner.
  private mutating func openPartner() -> [Effect] {
    guard case .offer(let target, _) = dialogs.last, let offer = discovery.offer(target.offerID) else { return [] }
    return go(to: .partner(offer.partnerID), title: partnerName(of: offer), session: nil)
  }

  /// Sessions, and people who have parked, are on the Discover screen; experiments, campaigns, rules, watches and listings
  /// on their own; all else has a card.
  private mutating func go(to target: SearchTarget, title: String, session: ParkingSession?) -> [Effect] {
    if let session { return follow(session.id, session) }
    if case .session(let id) = target { return follow(id, nil) }
    if case .experiment(let id) = target { return follow(experiment: id) }
    if case .campaign(let id) = target { return follow(campaign: id) }
    if let deal = target.deal { return follow(deal) }
    let job = nextJob()
    dialogs.append(.card(OpenCard(target, title: title, job: job)))
    return [.loadCard(job, target)]
  }
}

extension DiscoveryState {
  /// An offer of the ranking on screen, ranked or held back.
  func offer(_ id: Offer.ID) -> Offer? {
    document?.ranking.ranked.first { $0.offer.id == id }?.offer
      ?? document?.ranking.heldBack.first { $0.offer.id == id }?.offer
  }
}

extension SearchTarget {
  /// What the Rules screen has a page about; a listing as itself, held against no rule. Nil for everything else.
  fileprivate var deal: DealsSubject? {
    switch self {
    case .rule(let id): .rule(id)
    case .watch(let id): .watch(id)
    case .listing(let id): .listing(id, nil)
    case .claim, .session, .person, .offer, .partner, .experiment, .campaign: nil
    }
  }
}
