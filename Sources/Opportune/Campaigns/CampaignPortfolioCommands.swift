import Core
import Store

/// `campaign portfolio|top`.
enum CampaignPortfolioCommands {
  /// Both of them.
  static let all = [portfolio, top]

  private static let portfolio = Command(
    ["campaign", "portfolio"], "Show all campaigns together, beside as many days before.", access: .staff,
    explanation: """
      Pooled ROAS is all revenue over all spend; the mean of the campaigns' own ROAS stands beside it and weighs a small \
      campaign like a large one. Currencies are never added: with two of them the sums of money at the top are null, and \
      each group has its own.
      """,
    flags: CampaignPeriodFlags.flags(usual: "the last 30 days"),
    examples: ["opportune campaign portfolio", "opportune campaign portfolio --days 365 --json"],
    output: Portfolio.schema
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let span = try CampaignPeriodFlags.span(invocation, in: store)
    let (portfolio, names) = try store.campaignPortfolioWithNames(span)
    return .document(portfolio.json(names)) { portfolio.text(names) }
  }

  private static let top = Command(
    ["campaign", "top"], "Rank campaigns by a metric, so that one lucky sale does not win.", access: .staff,
    explanation: """
      Ranked by the lower bound of the metric's interval, or by the upper one where less is better; the raw value stands \
      beside it. Campaigns without an interval come last, with the reason. Amounts of money are ranked for each currency \
      by itself.
      """,
    flags: [
      Flag("metric", .choice(CampaignMetric.allCases.map(\.rawValue)), "What to rank by.", fallback: "roas"),
      Flag("limit", .integer("N", 1...10_000), "How many, of each currency where amounts are ranked.", fallback: "10"),
    ] + CampaignPeriodFlags.flags(usual: "the last 30 days"),
    examples: ["opportune campaign top --metric roas", "opportune campaign top --metric profit --limit 3 --json"],
    output: CampaignRanking.schema
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let span = try CampaignPeriodFlags.span(invocation, in: store)
    let metric = invocation.arguments.text("metric").flatMap(CampaignMetric.init(rawValue:)) ?? .roas
    let ranking = CampaignRanking(try store.campaignMembers(span), by: metric)
    let entries = ranking.first(Int(invocation.arguments.integer("limit") ?? 10))
    return .document(ranking.json(of: entries, over: span)) { ranking.text(of: entries, over: span) }
  }
}

extension Store {
  /// All campaigns together, and what each is called.
  fileprivate func campaignPortfolioWithNames(_ span: DateSpan) throws -> (Portfolio, [Campaign.ID: String]) {
    let portfolio = try campaignPortfolio(span)
    let names = try campaigns().map { ($0.id, $0.name) }
    return (portfolio, Dictionary(names) { first, _ in first })
  }
}

extension Portfolio {
  /// Changes that are shown, and whether they are relative.
  private static let changes: [(metric: CampaignMetric, isRelative: Bool)] = [
    (.revenue, true), (.profit, false), (.roas, false), (.margin, false),
  ]

  private static let mixed = "there are campaigns in several currencies, which are not added: see groups"

  fileprivate func json(_ names: [Campaign.ID: String]) -> JSON {
    let all = groups.reduce(CampaignCounts.zero) { $0 + $1.totals.counts }
    // Counts of people may be added whatever they paid with.
    let isMixed = groups.count > 1
    let only = groups.count == 1 ? groups.first : nil
    let money: [JSON.Member] = [
      .init("spend", isMixed ? .null : .amount(micros: all.spendMicros)),
      .init("revenue", isMixed ? .null : .amount(cents: all.revenueCents)),
    ]
    let reason = isMixed ? Self.mixed : only?.pooledROAS.reason ?? (groups.isEmpty ? "there is no campaign" : nil)
    return .object(
      span.members + [
        .init("days", .count(span.count)), .init("before_from", .day(before.first)),
        .init("before_to", .day(before.last)), .init("currency", .optional(only?.currency.code)),
        .init(
          "totals",
          .object(
            [
              .init("impressions", .integer(all.impressions)), .init("views", .integer(all.views)),
              .init("acceptances", .integer(all.acceptances)), .init("redemptions", .integer(all.redemptions)),
            ] + money)), .init("pooled_roas", .optional(only?.pooledROAS.value)),
        .init("mean_roas", .optional(only?.meanROAS)), .init("reason", .optional(reason)),
        .init("groups", .array(groups.map { $0.json(names) })),
      ])
  }

  fileprivate static let schema: Schema = .object(
    DateSpan.properties + [
      .init("days", .integer), .init("before_from", .string), .init("before_to", .string),
      .init("currency", .nullable(.string)),
      .init(
        "totals",
        .fields([
          "impressions": .integer, "views": .integer, "acceptances": .integer, "redemptions": .integer,
          "spend": .measure, "revenue": .measure,
        ])), .init("pooled_roas", .measure), .init("mean_roas", .measure), .init("reason", .nullable(.string)),
      .init("groups", .array(Group.schema)),
    ])

  fileprivate func text(_ names: [Campaign.ID: String]) -> String {
    guard !groups.isEmpty else { return "No campaign. 'opportune campaign create' makes one.\n" }
    let head = FieldList(["days": span.description, "compared with": before.description]).text
    return ([head] + groups.map { $0.text(names) }).joined(separator: "\n")
  }
}

extension Portfolio.Group {
  private static let metrics: [CampaignMetric] = [.profit, .roas, .margin]

  fileprivate func json(_ names: [Campaign.ID: String]) -> JSON {
    func change(_ change: Portfolio.Change, isMoney: Bool) -> JSON {
      [
        "now": isMoney ? .amount(change.now) : .optional(change.now),
        "before": isMoney ? .amount(change.before) : .optional(change.before),
        "relative": .optional(change.relative),
      ]
    }
    return [
      "currency": .string(currency.code), "campaigns": .count(active), "totals": totals.counts.json,
      "before": before.json, "pooled_roas": .optional(pooledROAS.value),
      "pooled_roas_interval": pooledROAS.bounds,
      "pooled_roas_reason": .optional(
        pooledROAS.reason ?? pooledROAS.intervalReason),
      "mean_roas": .optional(meanROAS), "mean_roas_of": .count(meanOf), "metrics": totals.metrics,
      "changes": [
        "revenue": change(self.change(.revenue), isMoney: true), "spend": change(spendChange, isMoney: true),
        "profit": change(self.change(.profit), isMoney: true), "roas": change(self.change(.roas), isMoney: false),
        "margin": change(self.change(.margin), isMoney: false),
      ],
      "concentration": [
        "top": .array(
          concentration.top.map { ["id": .id($0), "name": .string(names[$0] ?? "")] }),
        "revenue": .amount(cents: concentration.revenueCents), "share": .optional(concentration.share),
      ],
      "trend": .array(days.map { .object([.init("day", .day($0.day))] + $0.counts.members) }),
    ]
  }

  fileprivate static let schema: Schema = {
    let change: Schema = .fields(["now": .measure, "before": .measure, "relative": .measure])
    return .fields([
      "currency": .string, "campaigns": .integer, "totals": CampaignCounts.schema, "before": CampaignCounts.schema,
      "pooled_roas": .measure, "pooled_roas_interval": .interval, "pooled_roas_reason": .nullable(.string),
      "mean_roas": .measure, "mean_roas_of": .integer, "metrics": CampaignTotals.metricsSchema,
      "changes": .fields([
        "revenue": change, "spend": change, "profit": change, "roas": change, "margin": change,
      ]),
      "concentration": .fields(["top": .array(.named), "revenue": .number, "share": .measure]),
      "trend": .array(.object([.init("day", .string)] + CampaignCounts.properties)),
    ])
  }()

  fileprivate func text(_ names: [Campaign.ID: String]) -> String {
    let counts = totals.counts
    var fields = FieldList(["currency": currency.code, "campaigns": "\(active) with anything in these days"])
    func add(_ name: String, _ value: String, _ change: Portfolio.Change, isRelative: Bool) {
      let words =
        isRelative
        ? CampaignWords.change(change.relative)
        : change.difference.map { ($0 > 0 ? "+" : "") + CampaignWords.fixed($0, 2) } ?? CampaignWords.none
      fields.add(name, "\(value), \(words) against before")
    }
    add("revenue", Money(cents: counts.revenueCents, currency).description, change(.revenue), isRelative: true)
    add("spend", Money(cents: counts.spendCents, currency).description, spendChange, isRelative: true)
    add("profit", CampaignWords.reading(reading(.profit), currency), change(.profit), isRelative: false)
    add("pooled ROAS", CampaignWords.reading(pooledROAS, currency), change(.roas), isRelative: false)
    fields.add("", pooledROAS.reason ?? pooledROAS.intervalReason)
    fields.add(
      "mean of ROAS",
      "\(CampaignWords.value(meanROAS, .roas, currency)) over \(Words.count(meanOf, "campaign")) with spend, each alike"
    )
    add("margin", CampaignWords.reading(reading(.margin), currency), change(.margin), isRelative: false)
    if let share = concentration.share {
      let top = concentration.top.map { "\($0) \(names[$0] ?? "")" }
      fields.add("top five", "\(CampaignWords.percent(share)) of revenue: \(Words.all(top))")
    }
    return fields.text
  }
}

extension CampaignRanking {
  /// The best, of each currency where these stand apart.
  func first(_ limit: Int) -> [Entry] {
    var taken: [Currency: Int] = [:]
    return entries.filter { entry in
      let key = isByCurrency ? entry.currency : .usd
      taken[key, default: 0] += 1
      return taken[key, default: 0] <= limit
    }
  }

  private var bound: String { metric.isCost ? "upper bound" : "lower bound" }

  fileprivate func json(of entries: [Entry], over span: DateSpan) -> JSON {
    .object(
      [.init("metric", .string(metric.rawValue))] + span.members + [
        .init("ranked_by", .string(bound)),
        .init(
          "campaigns",
          .array(
            entries.map { entry in
              [
                "rank": entry.rank.map { .count($0) } ?? .null,
                "campaign": ["id": .id(entry.id), "name": .string(entry.name)],
                "currency": .string(entry.currency.code), "value": entry.reading.number,
                "bound": entry.reading.cents != nil
                  ? .amount(entry.reading.prudent) : .optional(entry.reading.prudent),
                "interval": entry.reading.bounds,
                "reason": .optional(entry.reading.reason ?? entry.reading.intervalReason),
                "totals": entry.totals.counts.json,
              ]
            })),
      ])
  }

  fileprivate static let schema: Schema = .object(
    [.init("metric", .choice(CampaignMetric.allCases.map(\.rawValue)))] + DateSpan.properties + [
      .init("ranked_by", .choice(["lower bound", "upper bound"])),
      .init(
        "campaigns",
        .array(
          .fields([
            "rank": .nullable(.integer), "campaign": .named, "currency": .string, "value": .measure,
            "bound": .measure, "interval": .interval, "reason": .nullable(.string), "totals": CampaignCounts.schema,
          ]))),
    ])

  fileprivate func text(of entries: [Entry], over span: DateSpan) -> String {
    var table = TextTable([
      .numbers("rank"), .numbers("id"), .words("campaign"), .numbers(metric.title), .numbers(bound),
      .whole("95 % interval"), .sentence(""),
    ])
    for entry in entries {
      let reading = entry.reading
      table.add([
        entry.rank.map(String.init) ?? "-", "\(entry.id)", entry.name,
        CampaignWords.value(reading.value, metric, entry.currency),
        CampaignWords.value(reading.prudent, metric, entry.currency),
        CampaignWords.interval(reading.interval, metric, entry.currency),
        reading.reason ?? reading.intervalReason ?? "",
      ])
    }
    return FieldList(["days": span.description, "ranked by": "\(bound) of \(metric.title)"]).text + "\n"
      + table.text(empty: "No campaign.")
  }
}
