import Core

@testable import TUI

/// A person's rules, watches and inbox, written by hand: gaming computers, and a market of seven things.
struct FixtureDeals {
  static let sample = FixtureDeals()

  static let person = Person(id: Person.ID(7), name: "You", zone: "America/Cayman")
  static let gaming = AlertRule.ID(1)
  static let cameras = AlertRule.ID(2)
  static let everything = AlertRule.ID(3)
  static let georgeTown = Coordinate(latitude: 19.2951, longitude: -81.3826) ?? .origin

  let listings: [Listing]
  let rules: [RuleSummary]
  let watches: [WatchSummary]
  let items: [InboxItem]

  private static func ago(minutes: Int64) -> Timestamp { FixtureBoard.now - .minutes(minutes) }

  private static func listing(
    _ id: Int64, _ title: String, cents: Int64?, _ category: String, _ condition: ListingCondition?, north: Double?,
    score: Double?, minutes: Int64
  ) -> Listing {
    Listing(
      id: Listing.ID(id), source: id.isMultiple(of: 2) ? "ecay" : "islandlist", externalID: "x\(id)", title: title,
      description: "In good order, sold because we move.", tags: ["local"], price: cents.map { Money(cents: $0) },
      category: category, condition: condition, place: north == nil ? nil : "George Town",
      position: north.flatMap { Coordinate(latitude: $0, longitude: -81.38) }, seller: "Marla", sellerRating: 4.5,
      url: "https://example.org/\(id)", postedAt: ago(minutes: minutes), firstSeenAt: ago(minutes: minutes),
      seenAt: ago(minutes: 5), dealScore: score)
  }

  private static func words(_ texts: [String]) -> [RuleKeyword] {
    texts.compactMap { try? RuleKeyword(.words, $0) }
  }

  private static func rule(
    _ id: AlertRule.ID, _ name: String, _ terms: RuleTerms, isEnabled: Bool = true, isUrgent: Bool = false,
    last: Int64?
  ) -> AlertRule {
    AlertRule(
      id: id, person: person.id, name: name, isEnabled: isEnabled, isUrgent: isUrgent, terms: terms,
      channels: [.email, .push], createdAt: ago(minutes: 40_000), updatedAt: ago(minutes: 4000),
      lastTriggeredAt: last.map { ago(minutes: $0) }, fromSequence: 1)
  }

  init() {
    let listings = [
      Self.listing(
        11, "Gaming PC, RTX 4070", cents: 75_000, "electronics", .good, north: 19.30, score: 0.82, minutes: 12),
      Self.listing(
        12, "Mac mini gaming setup", cents: 50_000, "electronics", .good, north: 19.31, score: 0.6, minutes: 90),
      Self.listing(13, "Office PC", cents: 95_000, "electronics", .fair, north: 19.29, score: 0.3, minutes: 300),
      Self.listing(14, "Café racer bike", cents: 42_000, "bikes", .excellent, north: 19.32, score: 0.7, minutes: 700),
      Self.listing(15, "Sony α7 camera", cents: nil, "cameras", .likeNew, north: nil, score: nil, minutes: 2000),
      Self.listing(16, "מצלמה GoPro", cents: 15_000, "cameras", nil, north: 19.3, score: 0.9, minutes: 3000),
      Self.listing(17, "🎮 PC for parts", cents: 21_000, "electronics", .parts, north: 19.3, score: 0.5, minutes: 9000),
    ]
    self.listings = listings
    var gaming = RuleTerms(
      keywords: Self.words(["gaming", "pc"]), excludes: Self.words(["mac"]), categories: ["electronics"],
      minCondition: .good, minPriceCents: 20_000, maxPriceCents: 80_000, minDealScore: 0.7)
    gaming.area = RuleArea(center: Self.georgeTown, radius: 10, unit: .miles, place: "George Town")
    let cameras = RuleTerms(keywords: Self.words(["camera", "go-pro"]), categories: ["cameras"])
    let everything = RuleTerms(maxPriceCents: 100_000)
    rules = [
      RuleSummary(
        Self.rule(Self.gaming, "gaming pc", gaming, isUrgent: true, last: 12), alertsToday: 2, expectedPerDay: 0.75),
      RuleSummary(
        Self.rule(Self.everything, "everything", everything, last: 60), alertsToday: 40, expectedPerDay: 42.4),
      RuleSummary(
        Self.rule(Self.cameras, "cameras", cameras, isEnabled: false, last: nil), alertsToday: 0, expectedPerDay: nil),
    ]
    watches = [
      WatchSummary(
        Watch(
          id: Watch.ID(21), person: Self.person.id, target: .listing(Listing.ID(14)), threshold: Money(cents: 45_000),
          isArmed: false, triggers: 1, createdAt: Self.ago(minutes: 50_000), lastTriggeredAt: Self.ago(minutes: 700)),
        title: "Café racer bike", price: Money(cents: 42_000), lowest: Money(cents: 42_000),
        record: Self.history.lowest(now: FixtureBoard.now),
        course: [60_000, 60_000, nil, 55_000, 50_000, 42_000]),
      WatchSummary(
        Watch(
          id: Watch.ID(22), person: Self.person.id, target: .listing(Listing.ID(13)), threshold: Money(cents: 80_000),
          createdAt: Self.ago(minutes: 50_000)),
        title: "Office PC", price: Money(cents: 95_000), lowest: Money(cents: 90_000), record: nil,
        course: [99_000, 90_000, 95_000]),
    ]
    items = [
      Self.item(31, rule: Self.gaming, listing: listings[0], "gaming pc", .sent, minutes: 12, isUrgent: true),
      Self.item(
        32, rule: Self.everything, listing: listings[1], "everything", .held, minutes: 60,
        reason: AlertReason(.quietHours, "quiet hours until 07:00")),
      Self.item(
        33, rule: Self.everything, listing: listings[3], "everything", .digest, minutes: 200,
        reason: AlertReason(.dailyCap, "10 alerts were sent today already"), isRead: true),
    ]
  }

  private static func item(
    _ id: Int64, rule: AlertRule.ID, listing: Listing, _ because: String, _ state: Alert.State, minutes: Int64,
    reason: AlertReason? = nil, isRead: Bool = false, isUrgent: Bool = false
  ) -> InboxItem {
    InboxItem(
      Alert(
        id: Alert.ID(id), person: person.id, rule: rule, watch: nil, kind: .deal, listing: listing.id, origin: because,
        priceEpoch: 1, triggerNumber: nil, price: listing.price, matchedWords: ["gaming", "pc"],
        at: ago(minutes: minutes), state: state,
        dueAt: FixtureBoard.now + .minutes(60), decidedAt: ago(minutes: minutes), reason: reason,
        readAt: isRead ? ago(minutes: 1) : nil, snoozedUntil: nil, moreCount: nil, collapsedInto: nil, digest: nil),
      title: listing.title, because: because, isUrgent: isUrgent, url: listing.url)
  }

  /// The first item of the inbox after it was read.
  static var readItem: InboxItem {
    item(31, rule: gaming, listing: sample.listings[0], "gaming pc", .sent, minutes: 12, isRead: true, isUrgent: true)
  }

  var board: DealsBoard {
    DealsBoard(
      person: Self.person,
      hunters: [
        DealsBoard.Hunter(Self.person, rules: rules.count),
        DealsBoard.Hunter(Person(id: Person.ID(13), name: "Ana R.", zone: "America/Cayman"), rules: 1),
      ], zone: FixtureBoard.zone, rules: rules, watches: watches,
      inbox: InboxPage(items: items, unread: 1, today: 42, held: 3),
      listings: listings.count, wishes: Self.summary)
  }

  static var summary: PreferencesSummary {
    PreferencesSummary(
      person: person, preferences: Preferences(), now: FixtureBoard.now, sentToday: 4,
      nextSend: FixtureBoard.now + .minutes(60), holds: [AlertReason(.quietHours, "quiet hours until 07:00")],
      held: [], nextDigest: nil)
  }

  /// What the rule of gaming computers finds, counted by hand over 5,000.
  static let preview = RulePreview(
    total: 5000, matchingCount: 12,
    samples: [
      RulePreview.Sample(
        listing: Listing.ID(11), title: "Gaming PC, RTX 4070", price: Money(cents: 75_000), dealScore: 0.82,
        position: georgeTown, matchedWords: ["gaming", "pc"])
    ],
    funnel: RuleFunnel(steps: [
      RuleFunnel.Step(criterion: .keywords, count: 4100, alone: 30),
      RuleFunnel.Step(criterion: .excludes, count: 3, alone: 1),
      RuleFunnel.Step(criterion: .category, count: 60, alone: 2),
      RuleFunnel.Step(criterion: .condition, count: 13, alone: 0),
      RuleFunnel.Step(criterion: .price, count: 812, alone: 7),
    ]), expectedPerDay: 0.75)

  func page(_ subject: DealsSubject) -> DealsPage? {
    switch subject {
    case .rule(let id):
      return rules.first { $0.rule.id == id }.map {
        .rule(RuleSheet($0.rule, preview: Self.preview, alerts: items.filter { $0.alert.rule == id }))
      }
    case .alert(let id):
      return items.first { $0.alert.id == id }.map { item in
        .alert(
          AlertSheet(
            item,
            deliveries: [
              AlertDelivery(channel: .terminal, state: .sent, at: item.alert.at),
              AlertDelivery(
                channel: .email, state: .skipped, at: item.alert.at,
                reason: AlertReason(.unverifiedChannel, "no verified email address")),
            ], listing: item.alert.listing.flatMap { sheet($0, item.alert.rule) }))
      }
    case .watch(let id):
      return watches.first { $0.watch.id == id }.map { summary in
        .watch(
          WatchSheet(
            summary, listing: nil, history: Self.history, trend: nil, alerts: []))
      }
    case .listing(let id, let rule): return sheet(id, rule).map(DealsPage.listing)
    }
  }

  static let history = PriceHistory(
    currency: .usd,
    points: [
      PriceHistory.Point(at: ago(minutes: 80 * 1440), cents: 60_000),
      PriceHistory.Point(at: ago(minutes: 50 * 1440), cents: nil),
      PriceHistory.Point(at: ago(minutes: 40 * 1440), cents: 55_000),
      PriceHistory.Point(at: ago(minutes: 10 * 1440), cents: 42_000),
    ])

  func sheet(_ id: Listing.ID, _ rule: AlertRule.ID?) -> ListingSheet? {
    guard let listing = listings.first(where: { $0.id == id }) else { return nil }
    let rule = rules.first { $0.rule.id == rule }?.rule
    let draft = ListingDraft(source: listing.source, externalID: listing.externalID, title: listing.title)
    return ListingSheet(
      listing,
      score: DealScore(
        draft, firstSeenAt: listing.firstSeenAt, comparables: ComparablePrices([]), now: FixtureBoard.now),
      history: Self.history, elsewhere: [], rule: rule,
      verdict: rule.map { RuleVerdict(of: $0.terms, for: PackedListing(listing)) }, watch: nil)
  }

  func listings(_ request: ListingsRequest) -> ListingsPage {
    let terms = rules.first { $0.rule.id == request.rule }?.rule.terms
    let rows = listings.map { listing -> ListingsPage.Row in
      guard let terms else { return ListingsPage.Row(listing, matches: nil, unmet: [], reason: "") }
      let verdict = RuleVerdict(of: terms, for: PackedListing(listing))
      let unmet = verdict.findings.filter { !$0.isMet }
      return ListingsPage.Row(
        listing, matches: verdict.isMatch, unmet: unmet.map(\.criterion), reason: unmet.first?.reason ?? "")
    }
    return ListingsPage(rule: request.rule, rows: rows, total: rows.count)
  }

  static let places = KnownPlaces([
    KnownPlaces.Place("George Town", georgeTown),
    KnownPlaces.Place("Bodden Town", Coordinate(latitude: 19.2833, longitude: -81.25) ?? .origin),
  ])

  static func draft(_ id: AlertRule.ID?, isCopy: Bool = false) -> RuleFormDraft {
    let rule = sample.rules.first { $0.rule.id == id }?.rule
    return RuleFormDraft(
      id: isCopy ? nil : id, person: person.id, draft: rule.map { RuleDraft($0) } ?? RuleDraft(), places: places,
      categories: ["bikes", "cameras", "electronics"], currency: .usd)
  }

  /// What the store says to an order.
  static func answer(_ job: Job, _ order: DealsOrder) -> Action {
    switch order {
    case .open(let id, let isCopy): .deals(job, .draft(draft(id, isCopy: isCopy)))
    case .save(let draft, _): .deals(job, .saved(draft.id ?? AlertRule.ID(9)))
    case .wishes(let id): .deals(job, .wishes(FixturePerson.wishes(of: id), summary))
    case .preview: .deals(job, .preview(preview))
    case .pause(let id): .deals(job, .done(.rule(id), "gaming pc is paused"))
    case .resume(let id, _): .deals(job, .done(.rule(id), "gaming pc is on again"))
    case .delete: .deals(job, .done(nil, "1 rule was deleted"))
    case .watch: .deals(job, .done(.watch(Watch.ID(22)), "Its price is watched"))
    case .unwatch: .deals(job, .done(nil, "1 watch has ended"))
    case .read, .unread: .deals(job, .done(nil, ""))
    case .snooze: .deals(job, .done(nil, "You are told again later"))
    }
  }
}
