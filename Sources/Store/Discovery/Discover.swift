import Core

extension Store {
  /// Decides what a driver is shown now, and why not the rest.
  ///
  /// Writes one decision, and one impression for each ranked offer, once for each session and offer; nothing at all
  /// for a dry run, for browsing and for what-ifs.
  package func discover(
    session id: ParkingSession.ID, options: DiscoverOptions = DiscoverOptions(), now: Timestamp
  ) throws(StoreError) -> DiscoverDocument {
    guard (0...1000).contains(options.limit) else {
      throw .invalid(InvalidInput(field: "limit", "must be between 0 and 1,000"))
    }
    try StoreError.checking { () throws(InvalidInput) in try options.whatIf.check() }
    guard options.isWritten else {
      return try read { () throws(StoreError) in
        try decide(session: session(id), options: options, now: now).document
      }
    }
    return try write { () throws(StoreError) in
      try decideAndRecord(session: id, options: options, now: now).document
    }
  }

  /// The same, and how many of the offers were shown for the first time in this session.
  func decideAndRecord(
    session id: ParkingSession.ID, options: DiscoverOptions, now: Timestamp
  ) throws(StoreError) -> (document: DiscoverDocument, impressions: Int) {
    // A claim whose time is over gives its place back before anything is decided.
    try expireClaims(of: nil, now: now)
    let session = try session(id)
    let (document, record) = try decide(session: session, options: options, now: now)
    let decision = try insertDecision(record, kind: .discover)
    try expose(document, decision: decision, limit: options.limit)
    let impressions = try recordImpressions(document, decision: decision)
    let written = DiscoverDocument(
      context: document.context, decisionID: decision, profile: document.profile, ranking: document.ranking,
      partnerNames: document.partnerNames, personName: document.personName)
    return (written, impressions)
  }

  private func decide(
    session: ParkingSession, options: DiscoverOptions, now: Timestamp
  ) throws(StoreError) -> (document: DiscoverDocument, record: DecisionRecord) {
    var context = try context(
      of: session, now: now, weather: try weather(at: now).weather, browsing: options.browse)
    var index = try offerIndex()
    // What is decided without being written sees overdue claims as closed, though nobody has closed them yet.
    for claim in try overdueClaims(of: nil, now: now) {
      if let left = index[claim.offerID]?.capacityLeft { index.setCapacityLeft(left + 1, of: claim.offerID) }
      if claim.subject == session.subject { context.person.history[claim.offerID]?.hasOpenClaim = false }
    }
    var profile = try currentProfile()
    var comparison: WhatIfComparison?
    if !options.whatIf.isEmpty {
      let real = index.ranking(for: context, profile: profile, limit: .max)
      comparison = WhatIfComparison(options.whatIf, real: real, limit: options.limit)
      context = options.whatIf.applied(to: context)
      let inUse = profile
      profile = try StoreError.checking { () throws(InvalidInput) in try inUse.supposing(options.whatIf.weights) }
    }
    var ranking = index.ranking(for: context, profile: profile, limit: options.limit, allReasons: options.allReasons)
    // What one campaign cannot pay for lets another's offer in, which may not be paid for either.
    while case let payable = try payable(ranking, context), payable != context.campaigns.payable {
      context.campaigns.payable = payable
      ranking = index.ranking(for: context, profile: profile, limit: options.limit, allReasons: options.allReasons)
    }
    let document = DiscoverDocument(
      context: context, decisionID: nil, profile: profile, ranking: ranking, partnerNames: try partnerNames(),
      personName: memory.people[session.subject]?.name, comparison: comparison)
    let record = DecisionRecord(context: context, profile: profile, limit: options.limit, ranking: ranking)
    return (document, record)
  }

  private func recordImpressions(
    _ document: DiscoverDocument, decision: DecisionRecord.ID
  ) throws(StoreError) -> Int {
    let session = document.context.session
    let day = document.context.personTime.date.dayNumber
    var count = 0
    for ranked in document.ranking.ranked {
      let shown = document.context.person.history[ranked.offer.id]?.shownInSession ?? false
      if shown { continue }
      var entry = LogEntry(.impression, of: ranked.offer, in: session, at: document.context.now)
      entry.decisionID = decision
      entry.weather = document.context.weather
      entry.walk = ranked.walk
      entry.score = ranked.score
      guard try append(entry) != nil else { continue }
      try learnImpression(of: ranked.offer.id, in: session, day: day)
      count += 1
    }
    try learnImpressions(count, in: session, day: day)
    return count
  }
}
