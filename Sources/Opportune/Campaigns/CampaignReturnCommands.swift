import Core
import Store

/// `campaign roi|shift`.
enum CampaignReturnCommands {
  /// Both of them.
  static let all = [roi, shift]

  private static let roi = Command(
    ["campaign", "roi"], "Show what a campaign costs and brings, and when it paid back.", access: .staff,
    explanation: """
      Profit is revenue less spend, ROAS revenue / spend, margin profit / revenue. Break-even redemptions pay for the \
      spend at the revenue each redemption brought; break-even spend is the spend at which profit is zero. It paid back on \
      the first day on which all revenue so far reached all spend so far and stayed there. Ratios have Fieller's interval \
      with days as the units. What is undefined is null, and reasons say why.
      """,
    positionals: CampaignPeriodFlags.position, flags: CampaignPeriodFlags.flags(usual: "all days it had"),
    examples: ["opportune campaign roi 3", "opportune campaign roi 3 --days 90 --json"],
    output: .object(
      [.init("campaign_id", .integer), .init("name", .string), .init("currency", .string)] + DateSpan.properties
        + ReturnAnalysis.properties)
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let life = try store.campaignLife(
      invocation.arguments.id(at: "CAMPAIGN"), now: try invocation.now(in: store))
    let span = try CampaignPeriodFlags.span(invocation.arguments, of: life)
    let campaign = life.campaign
    let returns = ReturnAnalysis(
      totals: try store.campaignTotals(of: campaign.id, span), days: life.days.filter { span.contains($0.day) },
      currency: campaign.currency)
    let document: [JSON.Member] =
      [
        .init("campaign_id", .id(campaign.id)), .init("name", .string(campaign.name)),
        .init("currency", .string(campaign.currency.code)),
      ] + span.members + returns.members
    return .document(.object(document)) { campaign.heading(span) + "\n" + returns.text }
  }

  private static let shift = Command(
    ["campaign", "shift"], "Say what moving money from one campaign to another would change.", access: .staff,
    explanation: """
      What one more unit of spend brought is the slope of a day's revenue on its spend; where spend hardly varies from day \
      to day it is revenue over spend. It is an extrapolation: more money may bring less. Nothing is changed.
      """,
    positionals: [
      Positional("FROM", .id("FROM"), "The campaign the money is taken from."),
      Positional("TO", .id("TO"), "The campaign it is given to."),
      Positional("AMOUNT", .text("AMOUNT"), "How much, as 100 or 42.50."),
    ],
    flags: CampaignPeriodFlags.flags(usual: "the last 90 days"),
    examples: ["opportune campaign shift 3 5 100", "opportune campaign shift 3 5 100 --days 30 --json"],
    output: BudgetShift.schema
  ) { invocation in
    let arguments = invocation.arguments
    let store = try invocation.store(readOnly: true)
    let span = try CampaignPeriodFlags.span(invocation, in: store, days: 90)
    let (from, to): (Campaign.ID, Campaign.ID) = (try arguments.id(at: "FROM"), try arguments.id(at: "TO"))
    guard from != to else { throw InvalidInput(field: "TO", "is the campaign the money is taken from; give another") }
    let cents = try Money.cents(parsing: arguments.positional("AMOUNT") ?? "", field: "AMOUNT")
    guard cents > 0 else { throw InvalidInput(field: "AMOUNT", "must be above 0") }
    let (source, target) = (try member(from, span, in: store), try member(to, span, in: store))
    guard source.totals.counts.spendCents >= cents else {
      throw InvalidInput(
        field: "AMOUNT",
        "is more than '\(source.name)' spent from \(span.first) to \(span.last): "
          + "\(Money(cents: source.totals.counts.spendCents, source.currency))")
    }
    guard source.currency == target.currency else {
      throw InvalidInput(
        field: "TO", "spends \(target.currency), and '\(source.name)' \(source.currency); give one of the same currency"
      )
    }
    let shift = BudgetShift(cents, from: source, to: target)
    return .document(shift.json(over: span)) { shift.text(over: span) }
  }

  private static func member(
    _ id: Campaign.ID, _ span: DateSpan, in store: Store
  ) throws -> Portfolio.Member {
    let campaign = try store.campaign(id)
    return Portfolio.Member(
      id: id, name: campaign.name, currency: campaign.currency, totals: try store.campaignTotals(of: id, span),
      before: .zero)
  }
}

extension ReturnAnalysis {
  /// The figures by the names of the document.
  private var readings: [(name: String, reading: MetricReading)] {
    [profit, roas, margin, costPerRedemption, breakEvenRedemptions, breakEvenSpend].map { ($0.metric.rawValue, $0) }
  }

  /// The analysis as a document.
  fileprivate var members: [JSON.Member] {
    let undefined =
      readings.compactMap { name, reading in (reading.reason ?? reading.intervalReason).map { (name, $0) } }
      + (paybackReason.map { [("payback_date", $0)] } ?? [])
    return [
      .init("total_cost", .amount(micros: totals.counts.spendMicros)),
      .init("total_revenue", .amount(cents: totals.counts.revenueCents)),
    ] + readings.map { .init($0.name, $0.reading.number) } + [
      .init("payback_date", .day(paybackDay)),
      .init("intervals", .object(readings.map { JSON.Member($0.name, $0.reading.bounds) })),
      .init("methods", .object(readings.map { JSON.Member($0.name, .string($0.reading.method)) })),
      .init("reasons", .object(undefined.map { JSON.Member($0.0, .string($0.1)) })),
    ]
  }

  /// The shape of ``members``.
  fileprivate static var properties: [Schema.Property] {
    let metrics: [CampaignMetric] = [
      .profit, .roas, .margin, .costPerRedemption, .breakEvenRedemptions, .breakEvenSpend,
    ]
    return [.init("total_cost", .number), .init("total_revenue", .number)]
      + metrics.map { .init($0.rawValue, .measure) } + [
        .init("payback_date", .nullable(.string)),
        .init("intervals", .object(metrics.map { Schema.Property($0.rawValue, .interval) })),
        .init("methods", .map(.string)), .init("reasons", .map(.string)),
      ]
  }

  /// For people.
  fileprivate var text: String {
    var fields = FieldList([
      "spend": Money(cents: totals.counts.spendCents, currency).description,
      "revenue": Money(cents: totals.counts.revenueCents, currency).description,
    ])
    for (_, reading) in readings {
      let why = reading.reason ?? reading.intervalReason
      fields.add(
        reading.metric.title, CampaignWords.reading(reading, currency) + (why.map { " (\($0))" } ?? ""))
    }
    fields.add("paid back", paybackDay?.description ?? "not yet: \(paybackReason ?? "")")
    fields.add("intervals", "95 %; \(roas.method) for ratios of money, \(profit.method) for profit")
    return fields.text
  }
}

extension BudgetShift {
  fileprivate func json(over span: DateSpan) -> JSON {
    .object(
      [
        .init("from_campaign", from.json), .init("to_campaign", to.json), .init("currency", .string(currency.code)),
        .init("amount", .amount(cents: amountCents)),
      ] + span.members + [
        .init("revenue_change", .amount(change)), .init("interval", .bounds(interval, isMoney: true)),
        .init("reason", .optional(reason)), .init("caution", .string(Self.caution)),
      ])
  }

  fileprivate static let schema: Schema = .object(
    [
      .init("from_campaign", Margin.schema), .init("to_campaign", Margin.schema), .init("currency", .string),
      .init("amount", .number),
    ] + DateSpan.properties + [
      .init("revenue_change", .measure), .init("interval", .interval), .init("reason", .nullable(.string)),
      .init("caution", .string),
    ])

  fileprivate func text(over span: DateSpan) -> String {
    func words(_ margin: Margin) -> String {
      let value = CampaignWords.value(margin.value, .roas, currency)
      let bounds = margin.interval.map { " " + CampaignWords.interval($0, .roas, currency) } ?? ""
      return "\(margin.id) \(margin.name): \(value)\(bounds), \(margin.method)"
    }
    var fields = FieldList([
      "from": words(from), "to": words(to), "days": span.description,
      "moved": Money(cents: amountCents, currency).description,
    ])
    let bounds = interval.map { " " + CampaignWords.interval($0, .profit, currency) } ?? ""
    fields.add("revenue changes by", CampaignWords.value(change, .profit, currency) + bounds)
    fields.add("because", reason)
    fields.add("mind", Self.caution)
    return fields.text
  }
}

extension BudgetShift.Margin {
  fileprivate var json: JSON {
    [
      "id": .id(id), "name": .string(name), "marginal_return": .optional(value), "interval": .bounds(interval),
      "is_slope": .bool(isSlope), "method": .string(method), "reason": .optional(reason),
    ]
  }

  fileprivate static let schema: Schema = .fields([
    "id": .integer, "name": .string, "marginal_return": .measure, "interval": .interval, "is_slope": .boolean,
    "method": .string, "reason": .nullable(.string),
  ])
}
