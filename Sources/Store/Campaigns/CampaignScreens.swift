import Core

/// What the Campaigns screen and the commands beside it read.
extension Store {
  /// Every campaign with its totals over some days and what was counted in as many days before. Plan: for each campaign
  /// three seeks in the running totals.
  package func campaignMembers(_ span: DateSpan) throws(StoreError) -> [Portfolio.Member] {
    try read { () throws(StoreError) in try members(of: knownCampaigns(), span) }
  }

  /// All campaigns together, beside as many days before; currencies stand apart.
  package func campaignPortfolio(_ span: DateSpan) throws(StoreError) -> Portfolio {
    try read { () throws(StoreError) in try portfolio(of: campaignMembers(span), span) }
  }

  /// All of the screen but one campaign's detail. Asks the monitors first and notes the visit, where the file may be
  /// written.
  package func campaignsBoard(
    _ request: CampaignsRequest = CampaignsRequest(), now: Timestamp
  ) throws(StoreError) -> CampaignsBoard {
    if !isReadOnly { try evaluateMonitors(now: now) }
    let (board, lifetimes) = try read { () throws(StoreError) in
      let span = request.period.span(today: try today(now), first: try firstDay())
      let campaigns = try knownCampaigns()
      let members = try members(of: campaigns, span)
      let lifetimes = try runningTotals(upTo: .max)
      let board = CampaignsBoard(
        span: span, portfolio: try portfolio(of: members, span),
        rows: try summaries(
          of: campaigns, CampaignRanking(members, by: request.metric), members, lifetimes, span, now: now),
        views: try request.viewer.map { viewer throws(StoreError) in try campaignViews(of: viewer) } ?? [],
        monitors: try monitors(), alerts: try monitorAlerts(holdingOnly: true),
        since: try request.viewer.flatMap { viewer throws(StoreError) in
          try sinceLastVisit(of: viewer, lifetimes, now: now)
        },
        readAt: now)
      return (board, lifetimes)
    }
    if !isReadOnly, request.isVisit, let viewer = request.viewer {
      try visitCampaigns(viewer, lifetimes, now: now)
    }
    return board
  }

  /// Every campaign by number, as it is kept for decisions.
  private func knownCampaigns() throws(StoreError) -> [Campaign] {
    try offerCampaigns().entries.map(\.campaign)
  }

  private func members(of campaigns: [Campaign], _ span: DateSpan) throws(StoreError) -> [Portfolio.Member] {
    let totals = try runningTotals(upTo: span.last.dayNumber)
    let before = try runningTotals(upTo: span.first.dayNumber - 1)
    let start = try runningTotals(upTo: span.before.first.dayNumber - 1)
    return campaigns.map { campaign in
      let earlier = before[campaign.id] ?? .zero
      return Portfolio.Member(
        id: campaign.id, name: campaign.name, currency: campaign.currency,
        totals: (totals[campaign.id] ?? .zero) - earlier,
        before: earlier.counts - (start[campaign.id]?.counts ?? .zero))
    }
  }

  private func portfolio(of members: [Portfolio.Member], _ span: DateSpan) throws(StoreError) -> Portfolio {
    var days: [Currency: [CampaignDay]] = [:]
    for currency in Set(members.map(\.currency)) { days[currency] = try portfolioDays(currency, span) }
    return Portfolio(span: span, members: members, days: days)
  }

  private func summaries(
    of campaigns: [Campaign], _ ranking: CampaignRanking, _ members: [Portfolio.Member],
    _ lifetimes: [Campaign.ID: CampaignTotals], _ span: DateSpan, now: Timestamp
  ) throws(StoreError) -> [CampaignSummary] {
    let lately = DateSpan(days: min(span.count, 30), upTo: span.last)
    let sparklines = try sparklines(lately)
    let none = [Int64](repeating: 0, count: lately.count)
    let byID = Dictionary(campaigns.map { ($0.id, $0) }) { first, _ in first }
    let before = Dictionary(members.map { ($0.id, $0.before) }) { first, _ in first }
    var summaries: [CampaignSummary] = []
    for entry in ranking.entries {
      guard let campaign = byID[entry.id] else { continue }
      summaries.append(
        CampaignSummary(
          campaign: campaign, rank: entry.rank, totals: entry.totals, before: before[entry.id] ?? .zero,
          sparkline: sparklines[entry.id] ?? none, spentMicros: lifetimes[entry.id]?.counts.spendMicros ?? 0,
          spentTodayMicros: try spentToday(by: campaign, now: now)))
    }
    return summaries
  }

  /// Revenue of each day of every campaign. Plan: for each campaign its days in the primary key.
  private func sparklines(_ span: DateSpan) throws(StoreError) -> [Campaign.ID: [Int64]] {
    var lines: [Campaign.ID: [Int64]] = [:]
    var current: Campaign.ID?
    var line: [Int64] = []
    try connection.each(
      """
      SELECT campaign.id, rollup_campaign_day.day, rollup_campaign_day.revenue_cents
        FROM campaign
       CROSS JOIN rollup_campaign_day
          ON rollup_campaign_day.campaign_id = campaign.id
         AND rollup_campaign_day.day BETWEEN :first AND :last
       ORDER BY campaign.id
      """,
      [":first": .count(span.first.dayNumber), ":last": .count(span.last.dayNumber)]
    ) { row throws(StoreError) in
      let id: Campaign.ID = row.id(0)
      if id != current {
        if let current { lines[current] = line }
        current = id
        line = [Int64](repeating: 0, count: span.count)
      }
      line[row.count(1) - span.first.dayNumber] = row.integer(2)
    }
    if let current { lines[current] = line }
    return lines
  }

  /// What a campaign's interactions cost on its own day so far, where it has a budget for the day; else nothing is read.
  private func spentToday(by campaign: Campaign, now: Timestamp) throws(StoreError) -> Int64 {
    guard campaign.dailyBudgetCents != nil else { return 0 }
    let entry = OfferCampaigns.Entry(campaign: campaign, zone: try zone(campaign.zone))
    return try spentByInteractions(of: entry, onDay: entry.zone.localDay(at: now))
  }

  /// The first day anything was counted on; nil before it.
  private func firstDay() throws(StoreError) -> CivilDate? {
    try connection.row(
      """
      SELECT min(day)
        FROM rollup_portfolio_day
      """
    ) { row throws(StoreError) in row.optional(0) { CivilDate(dayNumber: row.count($0)) } } ?? nil
  }
}
