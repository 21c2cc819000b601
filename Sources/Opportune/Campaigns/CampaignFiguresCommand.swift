import Core
import Store

/// `campaign metrics`: what came of a campaign, whole and in parts.
enum CampaignFiguresCommand {
  /// Hours are told apart over so many days at most.
  private static let mostDaysOfHours = 92

  private static let segment = "segment"

  private static let parts = Flag(
    "by", .choice(CampaignTrend.Grain.allCases.map(\.rawValue) + [segment]), "Parts to tell apart.")

  private static let output: Schema = .object(
    Campaign.properties + DateSpan.properties + [
      .init("totals", CampaignCounts.schema), .init("metrics", CampaignTotals.metricsSchema),
      .init("trend", .nullable(CampaignTrend.schema)), .init("segments", .nullable(CampaignSegments.schema)),
      .init("oddities", .array(.string)),
    ])

  /// The command.
  static let command = Command(
    ["campaign", "metrics"], "Show a campaign's figures, each with what it is made of and an interval.", access: .staff,
    explanation: """
      The eleven metrics, and beside them conversion rate and revenue. Days are those of the campaign's clock. Rates have \
      Wilson's interval, ratios of money Fieller's with days as the units; what is undefined is null with a reason. With \
      --by, parts with nothing counted are zero and marked missing; a week or month cut by the days or not over yet is \
      partial. Segments of one dimension sum to the total.
      """,
    positionals: CampaignPeriodFlags.position,
    flags: CampaignPeriodFlags.flags(usual: "all days it had") + [parts],
    examples: [
      "opportune campaign metrics 3 --days 30", "opportune campaign metrics 3 --from 2026-10-01 --by week --json",
      "opportune campaign metrics 3 --by segment",
    ],
    output: output
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let now = try invocation.now(in: store)
    let life = try store.campaignLife(invocation.arguments.id(at: "CAMPAIGN"), now: now)
    let span = try CampaignPeriodFlags.span(invocation.arguments, of: life)
    let campaign = life.campaign
    let totals = try store.campaignTotals(of: campaign.id, span)
    let by = invocation.arguments.text("by")
    let grain = by.flatMap(CampaignTrend.Grain.init(rawValue:))
    let trend = try grain.map { try CampaignFiguresCommand.trend(by: $0, of: life, span, in: store, now: now) }
    let segments = by == segment ? try store.campaignSegments(campaign.id, span) : nil
    let oddities = try store.oddities(of: campaign.id)
    let document: [JSON.Member] =
      campaign.members + span.members + [
        .init("totals", totals.counts.json), .init("metrics", totals.metrics), .init("trend", trend?.json ?? .null),
        .init("segments", segments?.json ?? .null), .init("oddities", .array(oddities.map(JSON.string))),
      ]
    return .document(.object(document)) {
      [
        campaign.heading(span), totals.counts.text(campaign.currency), totals.text(campaign.currency),
        trend?.text(campaign.currency), segments?.text(campaign.currency),
        oddities.isEmpty ? nil : oddities.map { $0 + "\n" }.joined(),
      ].compactMap(\.self).joined(separator: "\n")
    }
  }

  private static func trend(
    by grain: CampaignTrend.Grain, of life: CampaignLife, _ span: DateSpan, in store: Store, now: Timestamp
  ) throws -> CampaignTrend {
    guard grain == .hour else {
      return CampaignTrend(
        days: life.days.filter { span.contains($0.day) }, by: grain, over: span, zone: life.zone, today: life.today)
    }
    guard span.count <= mostDaysOfHours else {
      throw InvalidInput(field: "--by", "hours are of at most \(mostDaysOfHours) days; give --days or --from")
    }
    return CampaignTrend(
      hours: try store.campaignHours(life.campaign.id, span), over: span, zone: life.zone, now: now)
  }
}

extension CampaignCounts {
  /// The counts for people, on one line each.
  func text(_ currency: Currency) -> String {
    FieldList([
      "shown": [
        "\(ExperimentWords.whole(impressions)) impressions", "\(ExperimentWords.whole(views)) views",
        "\(ExperimentWords.whole(acceptances)) acceptances", "\(ExperimentWords.whole(redemptions)) redemptions",
      ].joined(separator: " > "),
      "spend": Money(cents: spendCents, currency).description,
      "revenue": Money(cents: revenueCents, currency).description
        + (refundedCents == 0 ? "" : ", \(Money(cents: refundedCents, currency)) given back taken off"),
    ]).text
  }

  /// The counts in a row of a table.
  func cells(_ currency: Currency) -> [String] {
    [impressions, views, acceptances, redemptions].map(ExperimentWords.whole)
      + [Money(cents: spendCents, currency).description, Money(cents: revenueCents, currency).description]
  }

  /// The headings of ``cells(_:)``.
  static let columns: [TextTable.Column] = ["impressions", "views", "accepted", "redeemed", "spend", "revenue"]
    .map { .numbers($0) }
}

extension CampaignTrend {
  /// The trend as a document.
  var json: JSON {
    [
      "by": .string(grain.rawValue), "zone": .string(zone),
      "buckets": .array(
        buckets.map { bucket in
          .object(
            [
              .init("label", .string(bucket.label)), .init("day", .day(bucket.day)),
              .init("start", .instant(bucket.start)), .init("missing", .bool(bucket.isMissing)),
              .init("partial", .bool(bucket.isPartial)),
            ] + bucket.counts.members)
        }),
    ]
  }

  /// The shape of ``json``.
  static let schema: Schema = .fields([
    "by": .choice(Grain.allCases.map(\.rawValue)), "zone": .string,
    "buckets": .array(
      .object(
        [
          .init("label", .string), .init("day", .string), .init("start", .nullable(.instant)),
          .init("missing", .boolean), .init("partial", .boolean),
        ] + CampaignCounts.properties)),
  ])

  /// For people.
  func text(_ currency: Currency) -> String {
    var table = TextTable([.whole(grain.rawValue)] + CampaignCounts.columns + [.words("")])
    for bucket in buckets {
      let note = bucket.isMissing ? "nothing counted" : bucket.isPartial ? "partial" : ""
      table.add([bucket.label] + bucket.counts.cells(currency) + [note])
    }
    return table.text(empty: "No day.")
  }
}

extension CampaignSegments {
  /// The segments as a document.
  var json: JSON {
    .array(
      dimensions.flatMap { dimension in
        dimension.rows.map { row in
          [
            "dimension": .string(dimension.name), "value": .string(row.value), "totals": row.totals.counts.json,
            "earning": .string(row.earning.rawValue), "metrics": row.totals.metrics,
          ]
        }
      })
  }

  /// The shape of ``json``.
  static let schema: Schema = .array(
    .fields([
      "dimension": .string, "value": .string, "totals": CampaignCounts.schema,
      "earning": .choice(Earning.allCases.map(\.rawValue)), "metrics": CampaignTotals.metricsSchema,
    ]))

  /// For people.
  func text(_ currency: Currency) -> String {
    var table = TextTable(
      [.words("dimension"), .words("segment")] + CampaignCounts.columns + [
        .numbers("ROAS"), .whole("95 % interval"), .whole("is"),
      ])
    for dimension in dimensions {
      for row in dimension.rows {
        let roas = row.reading(.roas)
        table.add(
          [dimension.name, row.value] + row.totals.counts.cells(currency) + [
            CampaignWords.value(roas.value, .roas, currency), CampaignWords.interval(roas.interval, .roas, currency),
            row.earning.words,
          ])
      }
    }
    return table.text(empty: "Nothing is told apart.")
  }
}
