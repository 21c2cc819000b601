import Canvas
import Core

extension State {
  /// Takes in one action and says what is to be done outside. Pure: the same state and action always give the same.
  package mutating func reduce(_ action: Action) -> [Effect] {
    switch action {
    case .started: return start()
    case .tick(let instant): return advance(to: instant)
    case .clock(let job, let news): return take(news, from: job)
    case .input(let event): return take(event)
    case .perform(let intent): return perform(intent)
    case .changed(let topics): return refreshCounter(topics) + refresh(topics)
    case .boardLoaded(let job, let board): return show(board, from: job)
    case .partnersLoaded(let job, let board): return show(board, from: job)
    case .offerLoaded(let job, let sheet): return show(sheet, from: job)
    case .experimentsLoaded(let job, let board): return show(board, from: job)
    case .experimentLoaded(let job, let sheet): return show(sheet, from: job)
    case .experiment(let job, let answer): return take(answer, from: job)
    case .campaignsLoaded(let job, let board): return show(board, from: job)
    case .campaignLoaded(let job, let sheet): return show(sheet, from: job)
    case .campaign(let job, let answer): return take(answer, from: job)
    case .dealsLoaded(let job, let board): return show(board, from: job)
    case .dealsPageLoaded(let job, let page): return show(page, from: job)
    case .listingsLoaded(let job, let page): return show(page, from: job)
    case .alertsLoaded(let job, let glance, let raised): return show(glance, raised: raised, from: job)
    case .deals(let job, let answer): return take(answer, from: job)
    case .edited(let job, let report): return finish(job, report)
    case .accepted(let job, let claim): return finish(job, accepted: claim)
    case .dismissed(let job):
      return finish(job) { "\($0.offerTitle) dismissed as \($0.personName)" }
    case .extended(let job, let session):
      return finish(job) { "session \(session.id) extended by \($0.minutes) min as \($0.personName)" }
    case .found(let job, let answer): return show(answer, from: job)
    case .counter(let job, let news): return take(news, from: job)
    case .partner(let job, let answer): return take(answer, from: job)
    case .saved(let job): return finishForm(job)
    case .refused(let job, let objections): return refuse(job, objections)
    case .overtaken(let job, let author, let theirs): return overtake(job, by: author, theirs)
    case .databaseOpened(let job, let database): return finishOpening(job, database)
    case .progressed(let job, let part, let detail):
      note(part, detail, of: job)
      return []
    case .cancelled(let job): return finishCancelled(job)
    case .cardLoaded(let job, let card):
      show(card, from: job)
      return []
    case .exported(let job, let request, let result):
      endProgress(of: job)
      return finish(request, result)
    case .wishesLoaded(let job, let wishes):
      show(wishes, from: job)
      return []
    case .deviceOpened(let facts):
      device = facts
      return []
    case .failed(let job, let reason): return fail(job, reason)
    }
  }

  /// Reads topics anew, at once or right after the read that is under way.
  mutating func reload(_ topics: Set<Topic>) -> [Effect] {
    discovery.reloads.note(topics, at: wall)
    return continueReloading()
  }

  /// Reads topics anew, but not while the view is frozen, and not while the clock runs: then every stride brings all.
  mutating func refresh(_ topics: Set<Topic>) -> [Effect] {
    refreshPartners(topics) + refreshExperiments(topics) + refreshCampaigns(topics) + refreshDeals(topics)
      + refreshTown(topics) + refreshAlerts(topics)
  }

  private mutating func refreshTown(_ topics: Set<Topic>) -> [Effect] {
    if clock.isMoving, !isFrozen { return [] }
    guard isFrozen else { return reload(topics) }
    discovery.reloads.note(topics, at: wall)
    return []
  }

  private mutating func continueReloading() -> [Effect] {
    guard discovery.reloads.canBegin else { return [] }
    let job = nextJob()
    let discovery = discovery
    let includesDay = screen == .overview
    let request = self.discovery.reloads.begin(job) { discovery.request($0, includesDay: includesDay) }
    return request.map { [.loadBoard(job, $0)] } ?? []
  }

  /// Moves the machine's clock, and the town's if that follows it. A new minute changes what fits into the time that is
  /// left.
  private mutating func advance(to instant: Timestamp) -> [Effect] {
    wall = instant
    discovery.marks.expire(at: instant)
    notices.removeAll { !$0.stays && $0.until <= instant }
    let reads = continuePartners() + continueExperiments() + continueCampaigns() + continueDeals()
    guard clock.course == .machine, !clock.isMoving else { return reads + continueAlerts() + continueClock() }
    let isNewMinute = instant.milliseconds.flooredQuotient(60_000) != now.milliseconds.flooredQuotient(60_000)
    now = instant
    return reads + continueAlerts() + (isNewMinute && discovery.board != nil ? refresh([.clock]) : [])
  }

  /// Shows a board that was waited for; an old one is dropped. What was asked meanwhile is read next.
  private mutating func show(_ board: DiscoverBoard, from job: Job) -> [Effect] {
    guard let request = discovery.reloads.finish(job, at: wall) else { return [] }
    if isFrozen, discovery.board != nil {
      discovery.show(onlyRankingOf: board)
      // The rest of it was not shown, so it is still to be read.
      discovery.reloads.note(request.topics, at: wall)
    } else {
      discovery.show(board, at: wall)
    }
    discovery.stopAwaiting(request.sessionID)
    // The keyboard has moved on meanwhile, or the session is gone and the next one is not ranked yet.
    let isLeft = discovery.document == nil && discovery.selectedSessionID != request.sessionID
    if isLeft { return reload([]) }
    return isFrozen ? [] : continueReloading()
  }

  private mutating func finish(_ job: Job, accepted claim: Claim) -> [Effect] {
    guard let deed = deeds.removeValue(forKey: job) else { return [] }
    if clock.run != nil { clock.deeds += 1 }
    dialogs.append(.claim(ClaimNotice(claim: claim, offerTitle: deed.offerTitle, personName: deed.personName)))
    return refresh([.claims, .interactions, .offers])
  }

  private mutating func finish(_ job: Job, _ sentence: (Deed) -> String) -> [Effect] {
    guard let deed = deeds.removeValue(forKey: job) else { return [] }
    if clock.run != nil { clock.deeds += 1 }
    notify(.success, sentence(deed))
    return refresh([.sessions, .interactions])
  }

  /// Says what went wrong. A failed read is tried again with the next change, minute or `r`.
  private mutating func fail(_ job: Job, _ reason: String) -> [Effect] {
    endProgress(of: job)
    if failForm(job, reason) {
      failOpening(job, nil)
      return []
    }
    if failPartnerOrder(job, reason) || failExperimentOrder(job, reason) || failCampaignOrder(job, reason)
      || failDealsOrder(job, reason)
    {
      return []
    }
    if failOrder(job, reason) || failOpening(job, reason) { return [] }
    if discovery.reloads.fail(job) {
      discovery.failure = reason
      notify(.failure, reason)
      return []
    }
    if let effects = failEdit(job, reason) { return effects }
    if failPartners(job, reason) || failExperiments(job, reason) || failCampaigns(job, reason)
      || failDeals(job, reason) || failAlerts(job, reason)
      || failFinding(job, reason) || failCounter(job, reason)
    {
      return []
    }
    guard deeds.removeValue(forKey: job) != nil else { return [] }
    notify(.failure, reason)
    return refresh([.offers, .claims])
  }
}

extension Deed {
  /// Minutes bought; 0 for other deeds.
  fileprivate var minutes: Int {
    if case .extend(let minutes) = kind { minutes } else { 0 }
  }
}
