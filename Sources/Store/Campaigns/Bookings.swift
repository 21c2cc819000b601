import Core

/// What one interaction counts for: its campaign, its driver's segments and what it costs.
struct Booking {
  let entry: OfferCampaigns.Entry
  let segments: DriverSegments
  let spendMicros: Int64

  var campaign: Campaign { entry.campaign }
}

/// What a campaign may still spend, in micros, as the running transaction sees it.
struct Purse {
  /// Nil is no limit.
  var left: Int64?
  /// Of each local day that was asked for.
  var leftOfDay: [Int: Int64] = [:]

  /// Nil is no limit.
  func left(onDay day: Int) -> Int64? {
    guard let ofDay = leftOfDay[day] else { return left }
    return left.map { min($0, ofDay) } ?? ofDay
  }

  mutating func take(_ micros: Int64, onDay day: Int) {
    left = left.map { $0 - micros }
    leftOfDay[day] = leftOfDay[day].map { $0 - micros }
  }
}

extension Store {
  /// What an interaction would count for; nil for an offer that is in no campaign. Inside a write. The last interaction
  /// a budget pays for is charged what is left of it.
  func booking(of entry: LogEntry) throws(StoreError) -> Booking? {
    guard let campaign = try offerCampaigns()[entry.offerID] else { return nil }
    let cost = campaign.campaign.costs.micros(of: entry.type)
    let left = cost == 0 ? nil : try purse(of: campaign, at: entry.at).left(onDay: campaign.zone.localDay(at: entry.at))
    return Booking(
      entry: campaign, segments: try decideSegments(of: entry.session, now: entry.at),
      spendMicros: min(cost, left ?? cost))
  }

  /// Counts an interaction that was written, and takes its cost from the budget.
  func book(_ booking: Booking, of entry: LogEntry) throws(StoreError) {
    campaignCounts.add(booking, of: entry)
    try spend(booking.spendMicros, of: booking.entry, at: entry.at)
  }

  /// Takes money from a campaign's purse; where nothing is left of a budget its offers are held back from now on.
  func spend(_ micros: Int64, of entry: OfferCampaigns.Entry, at instant: Timestamp) throws(StoreError) {
    guard micros != 0, entry.campaign.isLimited else { return }
    let day = entry.zone.localDay(at: instant)
    _ = try purse(of: entry, at: instant)
    campaignCounts.purses[entry.campaign.id]?.take(micros, onDay: day)
    if let known = try offerCampaigns()[entry.campaign.id] { try noticeSpent(known, at: instant) }
  }

  /// Notes that a budget is used up, where that is news.
  private func noticeSpent(_ entry: OfferCampaigns.Entry, at instant: Timestamp) throws(StoreError) {
    // What came late uses up a day that is over: what holds beyond it stays.
    guard let until = try spentUntil(entry, at: instant), entry.campaign.spentUntil.map({ $0 < until }) ?? true
    else { return }
    try write(spentUntil: until, of: entry.campaign.id)
  }

  /// Finds out anew whether a campaign's budgets are used up, after its facts were changed.
  func renewSpent(_ id: Campaign.ID, at now: Timestamp) throws(StoreError) {
    guard let entry = try offerCampaigns()[id] else { return }
    let until = try spentUntil(entry, at: now)
    if until != entry.campaign.spentUntil { try write(spentUntil: until, of: id) }
  }

  private func spentUntil(_ entry: OfferCampaigns.Entry, at instant: Timestamp) throws(StoreError) -> Timestamp? {
    let day = entry.zone.localDay(at: instant)
    let purse = try purse(of: entry, at: instant)
    if let left = purse.left, left <= 0 { return Campaign.never }
    if let left = purse.leftOfDay[day], left <= 0 { return entry.zone.start(ofDay: day + 1) }
    return nil
  }

  private func write(spentUntil until: Timestamp?, of id: Campaign.ID) throws(StoreError) {
    try connection.run(
      """
      UPDATE campaign
         SET spent_until = :until,
             spent_revision = :revision
       WHERE id = :id
      """,
      [":until": .instant(until), ":revision": .integer(revisions[.budgets] + 1), ":id": .id(id)])
    memory.campaigns?.setSpentUntil(until, of: id)
    touch(.budgets)
  }

  /// What a campaign may still spend in all, and on the local day of an instant. Plan: one seek in
  /// `rollup_campaign_total`, one row of `rollup_campaign_day`, one day of `campaign_charge_at`; once a transaction.
  func purse(of entry: OfferCampaigns.Entry, at instant: Timestamp) throws(StoreError) -> Purse {
    let campaign = entry.campaign
    guard campaign.isLimited else { return Purse() }
    var purse = campaignCounts.purses[campaign.id] ?? Purse()
    if let budget = campaign.budgetCents, purse.left == nil {
      purse.left = budget * CampaignCounts.microsPerCent - (try spentInAll(by: campaign.id))
    }
    let day = entry.zone.localDay(at: instant)
    if let daily = campaign.dailyBudgetCents, purse.leftOfDay[day] == nil {
      purse.leftOfDay[day] = daily * CampaignCounts.microsPerCent - (try spentByInteractions(of: entry, onDay: day))
    }
    campaignCounts.purses[campaign.id] = purse
    return purse
  }

  /// What a campaign has spent, in micros. Within a transaction, what that has added is not in it.
  func spentInAll(by id: Campaign.ID) throws(StoreError) -> Int64 {
    try connection.integer(
      """
      SELECT spend_micros
        FROM rollup_campaign_total
       WHERE campaign_id = :id
       ORDER BY day DESC
       LIMIT 1
      """,
      [":id": .id(id)])
  }

  /// A fixed cost is no matter of a single day: a daily budget is one of interactions.
  func spentByInteractions(of entry: OfferCampaigns.Entry, onDay day: Int) throws(StoreError) -> Int64 {
    let spent = try connection.integer(
      """
      SELECT spend_micros
        FROM rollup_campaign_day
       WHERE campaign_id = :id
         AND day = :day
      """,
      [":id": .id(entry.campaign.id), ":day": .count(day)])
    let charged = try connection.integer(
      """
      SELECT ifnull(sum(spend_micros), 0)
        FROM campaign_charge
       WHERE campaign_id = :id
         AND at >= :from
         AND at < :until
      """,
      [
        ":id": .id(entry.campaign.id), ":from": .instant(entry.zone.start(ofDay: day)),
        ":until": .instant(entry.zone.start(ofDay: day + 1)),
      ])
    return spent - charged
  }

  /// How many new impressions each campaign of a ranking can still pay for, of those that cannot pay for all it shows.
  /// Beside what is known already. Plan: as ``purse(of:at:)``, for campaigns with a budget and a price alone.
  func payable(_ ranking: Ranking, _ context: Context) throws(StoreError) -> [Int: Int] {
    let campaigns = try offerCampaigns()
    var payable = context.campaigns.payable
    guard !campaigns.isEmpty else { return payable }
    var shown: [Int: Int] = [:]
    for ranked in ranking.ranked where context.person.history[ranked.offer.id]?.shownInSession != true {
      if let place = campaigns.places[ranked.offer.id] { shown[place, default: 0] += 1 }
    }
    for (place, count) in shown {
      let entry = campaigns.entries[place]
      let price = entry.campaign.costs.perImpressionMicros
      guard price > 0, entry.campaign.isLimited else { continue }
      let left = try purse(of: entry, at: context.now).left(onDay: entry.zone.localDay(at: context.now))
      let most = left.map { max(0, ($0 + price - 1) / price) } ?? .max
      if most < count { payable[place] = Int(most) }
    }
    return payable
  }
}

extension Campaign {
  /// Whether it has any budget.
  var isLimited: Bool { budgetCents != nil || dailyBudgetCents != nil }
}

extension CampaignCounts {
  /// One interaction.
  init(of type: InteractionType, spendMicros: Int64, revenueCents: Int64) {
    self.init(spendMicros: spendMicros, revenueCents: type == .redemption ? revenueCents : 0)
    switch type {
    case .impression: impressions = 1
    case .view: views = 1
    case .acceptance: acceptances = 1
    case .dismissal: dismissals = 1
    case .redemption: redemptions = 1
    case .expiry: expiries = 1
    }
  }
}
