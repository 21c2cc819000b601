import Core

@testable import TUI

/// The Campaigns screen of the fixture's town, from days through the real analytics: one that surely earns, one that
/// surely loses, one with a single lucky sale, one in another currency, one that was never shown, and one that ended.
struct FixtureCampaigns {
  /// - Parameter name: of every campaign, segment and offer; nil is one each.
  private let name: String?
  var campaigns: [Campaign]
  var days: [Campaign.ID: [CampaignDay]]
  var views: [CampaignView] = []
  var monitors: [Monitor] = []
  var isFirstVisit = false

  /// Those of the fixture's town as it is.
  static let sample = FixtureCampaigns()

  static let dinners = Campaign.ID(1)
  static let tours = Campaign.ID(2)
  static let lucky = Campaign.ID(3)
  static let euros = Campaign.ID(4)
  static let unseen = Campaign.ID(5)
  static let spring = Campaign.ID(6)

  /// A second currency, which is never added to the first.
  static let euro = Currency("EUR") ?? .usd

  static let today = FixtureBoard.zone.localTime(at: FixtureBoard.now).date

  init(name: String? = nil) {
    self.name = name
    let start = FixtureBoard.now - .days(60)
    func campaign(
      _ id: Campaign.ID, _ title: String, _ type: CampaignType, state: CampaignState = .active,
      _ currency: Currency = .usd,
      budget: Int64? = nil, ends: Timestamp? = nil, costs: CampaignCosts = CampaignCosts(), offers: [Offer.ID] = []
    ) -> Campaign {
      Campaign(
        id: id, name: name ?? title, type: type, state: state, currency: currency, zone: FixtureBoard.zone.name,
        budgetCents: budget, startsAt: start, endsAt: ends, costs: costs, offers: offers, createdAt: start)
    }
    let offers = FixturePartners.sample.board.offers.prefix(4).map(\.offer.id)
    campaigns = [
      campaign(
        Self.dinners, "Sunset dinners", .timeLimited, budget: 200_000, ends: FixtureBoard.now + .days(20),
        costs: CampaignCosts(perViewMicros: 120_000, fixedMicros: 100_000_000), offers: Array(offers.prefix(2))),
      campaign(Self.tours, "Harbour tours", .locationDeal, budget: 90_000, offers: Array(offers.dropFirst(2))),
      campaign(Self.lucky, "Lucky ticket", .event), campaign(Self.euros, "Marina week", .event, Self.euro),
      campaign(Self.unseen, "Not yet seen", .loyalty), campaign(Self.spring, "Spring", .seasonal, state: .ended),
    ]
    days = [
      Self.dinners: Self.days(56) { day in
        let busy = day % 7 >= 5 ? 2 : 1
        let n = Int64(40 * busy + day % 5 * 3)
        return CampaignCounts(
          impressions: n, views: n / 2, acceptances: n / 6, dismissals: n / 10, redemptions: n / 8, expiries: 1,
          spendMicros: n * 300_000, revenueCents: n * 110 + Int64(day % 3) * 400)
      },
      Self.tours: Self.days(56) { day in
        let n = Int64(50 + day % 7 * 6)
        return CampaignCounts(
          impressions: n, views: n / 3, acceptances: n / 12, redemptions: n / 25, spendMicros: n * 250_000,
          revenueCents: n * 10 + Int64(day % 4) * 60)
      },
      Self.lucky: [
        CampaignDay(
          Self.today.adding(days: -3),
          CampaignCounts(
            impressions: 4, views: 1, acceptances: 1, redemptions: 1, spendMicros: 1_000_000, revenueCents: 12_000))
      ],
      Self.euros: Self.days(20) { day in
        CampaignCounts(
          impressions: 30, views: 12, acceptances: 4, redemptions: 2, spendMicros: 9_000_000,
          revenueCents: 1_500 + Int64(day % 4) * 100)
      },
      Self.spring: [],
    ]
  }

  private static func days(_ count: Int, _ counts: (Int) -> CampaignCounts) -> [CampaignDay] {
    (0..<count).map { CampaignDay(today.adding(days: $0 - count + 1), counts($0)) }
  }

  private func totals(_ id: Campaign.ID, _ span: DateSpan) -> CampaignTotals {
    CampaignTotals(days: (days[id] ?? []).filter { span.contains($0.day) }.map(\.counts))
  }

  private func span(_ request: CampaignsRequest) -> DateSpan {
    request.period.span(today: Self.today, first: Self.today.adding(days: -55))
  }

  /// What the store would read.
  func board(_ request: CampaignsRequest) -> CampaignsBoard {
    let span = span(request)
    let members = campaigns.map { campaign in
      Portfolio.Member(
        id: campaign.id, name: campaign.name, currency: campaign.currency, totals: totals(campaign.id, span),
        before: totals(campaign.id, span.before).counts)
    }
    let byCurrency = Dictionary(grouping: campaigns, by: \.currency).mapValues { campaigns in
      (span.first.dayNumber...span.last.dayNumber).map { number in
        let day = CivilDate(dayNumber: number)
        let all = campaigns.flatMap { days[$0.id] ?? [] }.filter { $0.day == day }
        return CampaignDay(day, all.reduce(.zero) { $0 + $1.counts })
      }.filter { !$0.counts.isZero }
    }
    let rows = CampaignRanking(members, by: request.metric).entries.compactMap { entry -> CampaignSummary? in
      guard let campaign = campaigns.first(where: { $0.id == entry.id }) else { return nil }
      let all = days[entry.id] ?? []
      return CampaignSummary(
        campaign: campaign, rank: entry.rank, totals: entry.totals, before: totals(entry.id, span.before).counts,
        sparkline: all.suffix(30).map(\.counts.revenueCents),
        spentMicros: all.reduce(0) { $0 + $1.counts.spendMicros }, spentTodayMicros: 0)
    }
    let since = FixtureBoard.now - .hours(20)
    let change = SinceLastVisit.Change(
      id: Self.dinners, name: name ?? "Sunset dinners", currency: .usd,
      counts: CampaignCounts(
        impressions: 61, views: 30, acceptances: 9, redemptions: 6, spendMicros: 18_300_000, revenueCents: 7_110))
    let alerts = monitors.map {
      MonitorAlert(
        id: MonitorAlert.ID(1), monitor: $0, campaign: Self.tours, campaignName: name ?? "Harbour tours",
        at: FixtureBoard.now - .hours(3), value: 0.43, clearedAt: nil, seenAt: nil)
    }
    return CampaignsBoard(
      span: span, portfolio: Portfolio(span: span, members: members, days: byCurrency), rows: rows, views: views,
      monitors: monitors, alerts: alerts,
      since: isFirstVisit
        ? nil : SinceLastVisit(since: since, changes: [change], events: [], alerts: []), readAt: FixtureBoard.now)
  }

  /// What the store would read of one.
  func sheet(_ id: Campaign.ID, _ request: CampaignsRequest) -> CampaignSheet? {
    guard let campaign = campaigns.first(where: { $0.id == id }) else { return nil }
    let span = span(request)
    let all = days[id] ?? []
    let days = all.filter { span.contains($0.day) }
    let totals = totals(id, span)
    let zone = FixtureBoard.zone
    let hours = days.enumerated().map { index, day in
      CampaignHour(
        zone.instant(on: day.day, millisecondOfDay: (11 + index % 9) * 3_600_000), day.counts)
    }
    let members = ([id] + request.others).compactMap { id in
      campaigns.first { $0.id == id }.map {
        CampaignComparison.Member(id: id, name: $0.name, currency: $0.currency, totals: self.totals(id, span))
      }
    }
    let first = all.first?.day
    return CampaignSheet(
      campaign: campaign, span: span, totals: totals, before: self.totals(id, span.before).counts,
      lifetime: CampaignTotals(days: all.map(\.counts)), days: days,
      returns: ReturnAnalysis(totals: totals, days: days, currency: campaign.currency),
      trend: request.grain == .hour
        ? CampaignTrend(hours: hours, over: span, zone: zone, now: FixtureBoard.now)
        : CampaignTrend(days: days, by: request.grain, over: span, zone: zone, today: Self.today),
      hours: CampaignHours(hours, zone: zone), segments: segments(days),
      cohorts: CohortTriangle(
        all.isEmpty ? [] : cohorts, currency: campaign.currency, anonymousAcceptances: 37, today: Self.today),
      offers: campaign.offers.map {
        .init(id: $0, title: name ?? "Sunset dinner 20 %", totals: totals)
      }, comparison: members.count > 1 ? CampaignComparison(members) : nil,
      pacing: BudgetPacing(
        BudgetPacing.Facts(
          budgetCents: campaign.budgetCents, dailyBudgetCents: campaign.dailyBudgetCents,
          spentMicros: all.reduce(0) { $0 + $1.counts.spendMicros }, fixedMicros: 0, first: first ?? Self.today,
          last: campaign.endsAt.map { zone.localTime(at: $0).date }, isOver: campaign.state == .ended),
        days: all, today: Self.today),
      forecasts: [.spend, .revenue].map { SpendForecast($0, days: all, first: first, today: Self.today) },
      anomalies: CampaignAnomalies(days: all, over: span, first: first, today: Self.today),
      events: [
        CampaignEvent(
          campaign: id, campaignName: campaign.name, at: FixtureBoard.now - .days(2), author: name ?? "analyst:ana",
          what: name ?? "changed: budget")
      ], oddities: name.map { [$0] } ?? [])
  }

  /// Three kinds of people: who is new earns, who lapsed loses, and of some nothing is known.
  private func segments(_ days: [CampaignDay]) -> CampaignSegments {
    func part(_ value: String, _ share: Double, revenue: Double) -> SegmentTotals {
      SegmentTotals(
        "standing", name ?? value,
        CampaignTotals(
          days: days.map { day in
            CampaignCounts(
              impressions: Int64(Double(day.counts.impressions) * share),
              views: Int64(Double(day.counts.views) * share),
              acceptances: Int64(Double(day.counts.acceptances) * share),
              redemptions: Int64(Double(day.counts.redemptions) * share),
              spendMicros: Int64(Double(day.counts.spendMicros) * share),
              revenueCents: Int64(Double(day.counts.revenueCents) * revenue))
          }))
    }
    guard !days.isEmpty else { return CampaignSegments([]) }
    return CampaignSegments([
      part("new", 0.5, revenue: 0.8), part("lapsed", 0.4, revenue: 0.05), part("unknown", 0.1, revenue: 0.15),
    ])
  }

  private var cohorts: [CohortCount] {
    let monday = CivilDate(dayNumber: Self.today.dayNumber - (Self.today.dayNumber + 3) % 7)
    return (0..<6).flatMap { cohort in
      (0...cohort).map { age in
        CohortCount(
          cohort: monday.adding(days: -7 * cohort), week: monday.adding(days: -7 * (cohort - age)),
          people: Int64(max(1, (40 + cohort * 3) / (age + 1))), revenueCents: Int64(12_000 / (age + 1)))
      }
    }
  }

  /// What the store would say.
  static func answer(_ job: Job, _ order: CampaignOrder) -> Action {
    switch order {
    case .open(let id): .campaign(job, .draft(draft(id)))
    case .save(let form, _): .campaign(job, .saved(form.id ?? dinners))
    case .pause(let id): .campaign(job, .done(id, "Sunset dinners was paused"))
    case .resume(let id): .campaign(job, .done(id, "Sunset dinners was resumed"))
    case .end(let id): .campaign(job, .done(id, "Sunset dinners was ended"))
    case .keepView(let name, _, _, _): .campaign(job, .done(nil, "View \(name) is kept"))
    case .forgetView(let name): .campaign(job, .done(nil, "View \(name) is forgotten"))
    case .watch: .campaign(job, .done(nil, "You will be told"))
    case .forgetMonitor: .campaign(job, .done(nil, "It is watched no more"))
    case .report(let request): .campaign(job, .reported(request, .written(path: request.name)))
    }
  }

  static func draft(_ id: Campaign.ID? = nil) -> CampaignFormDraft {
    let campaign = id.flatMap { id in sample.campaigns.first { $0.id == id } }
    return CampaignFormDraft(
      id: id, version: campaign?.version, draft: campaign.map { CampaignDraft($0) } ?? CampaignDraft(name: ""),
      offers: FixturePartners.sample.board.offers.map {
        .init(id: $0.offer.id, title: $0.offer.title, partnerName: $0.partnerName)
      }, zone: FixtureBoard.zone)
  }
}
