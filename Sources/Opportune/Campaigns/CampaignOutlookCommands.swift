import Core
import Store

/// `campaign anomalies|forecast|pacing`.
enum CampaignOutlookCommands {
  /// All of them.
  static let all = [anomalies, forecast, pacing]

  private static let one = [
    Positional("CAMPAIGN", .id("CAMPAIGN"), "One campaign; without it every one.", isRequired: false)
  ]

  private static let anomalies = Command(
    ["campaign", "anomalies"], "List days that were far from what their own past predicts.", access: .staff,
    explanation: """
      A day is held against its weekday's median in the 8 weeks before it, and told where it is more than 3.5 robust \
      deviations away; only the past counts, never what came after. It takes four weeks of past. The running day is not \
      judged.
      """,
    positionals: one, flags: CampaignPeriodFlags.flags(usual: "the last 30 days"),
    examples: ["opportune campaign anomalies", "opportune campaign anomalies 3 --days 90 --json"],
    output: .object(
      DateSpan.properties + [
        .init("method", .string), .init("anomalies", .array(CampaignAnomaly.schema)), .init("judged", .integer),
        .init("not_judged", .array(.fields(["campaign": .named, "reason": .string]))),
      ])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let span = try CampaignPeriodFlags.span(invocation, in: store)
    let lives = try lives(invocation, in: store)
    let found = lives.map { ($0.campaign, $0.anomalies(over: span)) }
    let rows = found.flatMap { campaign, result in result.days.map { (campaign, $0) } }
      .sorted { ($1.1.day, $1.1.score.magnitude) < ($0.1.day, $0.1.score.magnitude) }
    let document: [JSON.Member] =
      span.members + [
        .init("method", .string(CampaignAnomalies.method)), .init("anomalies", .array(rows.map { $1.json(of: $0) })),
        .init("judged", .count(found.reduce(0) { $0 + $1.1.judged })),
        .init(
          "not_judged",
          .array(
            found.compactMap { campaign, result in
              result.reason.map { ["campaign": campaign.nameJSON, "reason": .string($0)] }
            })),
      ]
    return .document(.object(document)) { text(rows, found, over: span) }
  }

  private static let forecast = Command(
    ["campaign", "forecast"], "Forecast a campaign's spend and revenue of the next 14 days.", access: .staff,
    explanation: """
      Exponential smoothing with weekdays, tried on the past: every forecast that could have been made in the last weeks is \
      held against what came, and so is the naive one, which repeats last week. The interval is as wide as those errors ask. \
      It takes 28 whole days.
      """,
    positionals: CampaignPeriodFlags.position, examples: ["opportune campaign forecast 3 --json"],
    output: .object(Campaign.properties + [.init("forecasts", .array(SpendForecast.schema))])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let now = try invocation.now(in: store)
    let life = try store.campaignLife(invocation.arguments.id(at: "CAMPAIGN"), now: now)
    let forecasts = life.forecasts(now: now)
    let document = life.campaign.members + [.init("forecasts", .array(forecasts.map(\.json)))]
    return .document(.object(document)) {
      FieldList(["campaign": "\(life.campaign.id) \(life.campaign.name)"]).text + "\n"
        + forecasts.map { $0.text(life.campaign.currency) }.joined(separator: "\n")
    }
  }

  private static let pacing = Command(
    ["campaign", "pacing"], "Say whether budgets will last to their campaign's end.", access: .staff,
    explanation: """
      The mean spend of the last 28 whole days at most, without fixed costs, is taken on to the end. The interval is for \
      that many days to come. Without a campaign, all that have a budget and have not ended.
      """,
    positionals: one, examples: ["opportune campaign pacing", "opportune campaign pacing 3 --json"],
    output: .fields(["campaigns": .array(BudgetPacing.schema)])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let now = try invocation.now(in: store)
    let isOne = invocation.arguments.positional("CAMPAIGN") != nil
    let rows = try lives(invocation, in: store) { isOne || $0.budgetCents != nil && $0.standing(at: now) != .ended }
      .map { ($0.campaign, $0.pacing(now: now)) }
    return .document(["campaigns": .array(rows.map { $1.json(of: $0) })]) {
      var table = TextTable([
        .numbers("id"), .words("campaign"), .whole("pace"), .numbers("spent"), .numbers("budget"),
        .numbers("at the end"), .whole("95 % interval"), .whole("runs out"), .sentence(""),
      ])
      for (campaign, pacing) in rows { table.add(pacing.cells(of: campaign)) }
      return table.text(empty: "No campaign has a budget.")
    }
  }

  private static func lives(
    _ invocation: Invocation, in store: Store, where isMeant: (Campaign) -> Bool = { _ in true }
  ) throws -> [CampaignLife] {
    let now = try invocation.now(in: store)
    if invocation.arguments.positional("CAMPAIGN") != nil {
      return [try store.campaignLife(invocation.arguments.id(at: "CAMPAIGN"), now: now)]
    }
    return try store.campaigns().filter(isMeant).map { try store.campaignLife($0.id, now: now) }
  }

  private static func text(
    _ rows: [(Campaign, CampaignAnomaly)], _ found: [(Campaign, CampaignAnomalies)], over span: DateSpan
  ) -> String {
    var table = TextTable([
      .whole("day"), .numbers("id"), .words("campaign"), .whole("what"), .numbers("was"), .numbers("expected"),
      .whole("range"), .numbers("z"),
    ])
    for (campaign, anomaly) in rows {
      func words(_ value: Double) -> String { CampaignWords.value(value, anomaly.series, campaign.currency) }
      table.add([
        anomaly.day.description, "\(campaign.id)", campaign.name, anomaly.series.rawValue, words(anomaly.value),
        words(anomaly.expected), "[\(words(anomaly.range.low)), \(words(anomaly.range.high))]",
        CampaignWords.fixed(anomaly.score, 1),
      ])
    }
    let judged = found.reduce(0) { $0 + $1.1.judged }
    let open = found.count { $0.1.reason != nil }
    var fields = FieldList(["days": "\(span), \(ExperimentWords.whole(Int64(judged))) judged"])
    fields.add("not judged", open == 0 ? nil : "\(Words.count(open, "campaign")) with too short a past")
    return fields.text + "\n" + table.text(empty: "Nothing is out of the ordinary.")
  }
}

extension Campaign {
  /// `{"id","name"}`.
  var nameJSON: JSON { ["id": .id(id), "name": .string(name)] }
}

extension CampaignAnomaly {
  fileprivate func json(of campaign: Campaign) -> JSON {
    func number(_ value: Double) -> JSON { series.isMoney ? .amount(value) : .optional(value) }
    return [
      "campaign": campaign.nameJSON, "currency": .string(campaign.currency.code), "day": .day(day),
      "series": .string(series.rawValue), "value": number(value), "expected": number(expected),
      "range": .bounds(range, isMoney: series.isMoney), "score": .optional(score),
      "direction": .string(isHigh ? "high" : "low"), "history_days": .count(history),
    ]
  }

  fileprivate static let schema: Schema = .fields([
    "campaign": .named, "currency": .string, "day": .string, "series": .choice(CampaignSeries.allCases.map(\.rawValue)),
    "value": .number, "expected": .number, "range": .interval, "score": .number,
    "direction": .choice(["high", "low"]), "history_days": .integer,
  ])
}

extension SpendForecast {
  fileprivate var json: JSON {
    func number(_ value: Double) -> JSON { series.isMoney ? .amount(value) : .optional(value) }
    return [
      "series": .string(series.rawValue), "reason": .optional(reason), "method": .string(method),
      "days": .array(
        days.map { day in
          [
            "day": .day(day.day), "expected": number(day.expected),
            "interval": .bounds(day.interval, isMoney: series.isMoney), "naive": number(day.naive),
          ]
        }),
      "back_test": backTest.map { test in
        [
          "origins": .count(test.origins), "days": .count(test.days), "mean_absolute_error": .optional(test.error),
          "naive_mean_absolute_error": .optional(test.naiveError),
          "better": .string(test.isNaiveBetter ? "naive" : "smoothing"),
        ]
      } ?? .null,
    ]
  }

  fileprivate static let schema: Schema = .fields([
    "series": .choice(CampaignSeries.allCases.map(\.rawValue)), "reason": .nullable(.string), "method": .string,
    "days": .array(
      .fields(["day": .string, "expected": .number, "interval": .interval, "naive": .number])),
    "back_test": .nullable(
      .fields([
        "origins": .integer, "days": .integer, "mean_absolute_error": .number, "naive_mean_absolute_error": .number,
        "better": .choice(["naive", "smoothing"]),
      ])),
  ])

  fileprivate func text(_ currency: Currency) -> String {
    func words(_ value: Double) -> String { CampaignWords.value(value, series, currency) }
    guard let backTest else { return "\(series.rawValue): \(reason ?? CampaignWords.none)\n" }
    var table = TextTable([
      .whole(series.rawValue), .numbers("expected"), .whole("95 % interval"), .numbers("as last week"),
    ])
    for day in days {
      table.add([
        day.day.description, words(day.expected),
        day.interval.map { "[\(words($0.low)), \(words($0.high))]" } ?? CampaignWords.none, words(day.naive),
      ])
    }
    let better = backTest.isNaiveBetter ? "last week's day is the better guess" : "better than last week's day"
    return table.text(empty: "")
      + FieldList([
        "back-test":
          "\(Words.count(backTest.origins, "forecast")), off by \(words(backTest.error)) a day on average; as last week, by "
          + "\(words(backTest.naiveError)): \(better)"
      ]).text
  }
}

extension BudgetPacing {
  fileprivate func json(of campaign: Campaign) -> JSON {
    func micros(_ value: Double?) -> JSON { .amount(value.map { $0 / CampaignCounts.microsPerUnit }) }
    let interval = projectedInterval.map {
      Interval($0.low / CampaignCounts.microsPerUnit, $0.high / CampaignCounts.microsPerUnit)
    }
    return [
      "campaign": campaign.nameJSON, "currency": .string(campaign.currency.code), "pace": .string(state.rawValue),
      "budget": budgetCents.map { .amount(cents: $0) } ?? .null,
      "daily_budget": dailyBudgetCents.map { .amount(cents: $0) } ?? .null, "spent": .amount(micros: spentMicros),
      "even_by_now": evenMicros.map { .amount(micros: $0) } ?? .null, "per_day": micros(perDayMicros),
      "past_days": .count(pastDays), "last_day": .day(lastDay), "days_left": daysLeft.map { .count($0) } ?? .null,
      "projected": micros(projectedMicros), "interval": .bounds(interval, isMoney: true), "runs_out": .day(runsOut),
      "runs_out_earliest": .day(runsOutEarliest), "runs_out_latest": .day(runsOutLatest), "reason": .optional(reason),
      "method": .string(method),
    ]
  }

  fileprivate static let schema: Schema = .fields([
    "campaign": .named, "currency": .string, "pace": .choice(State.allCases.map(\.rawValue)), "budget": .measure,
    "daily_budget": .measure, "spent": .number, "even_by_now": .measure, "per_day": .measure, "past_days": .integer,
    "last_day": .nullable(.string), "days_left": .nullable(.integer), "projected": .measure, "interval": .interval,
    "runs_out": .nullable(.string), "runs_out_earliest": .nullable(.string), "runs_out_latest": .nullable(.string),
    "reason": .nullable(.string), "method": .string,
  ])

  fileprivate func cells(of campaign: Campaign) -> [String] {
    func money(_ micros: Double?) -> String {
      micros.map { CampaignWords.money($0 / CampaignCounts.microsPerUnit, campaign.currency) } ?? CampaignWords.none
    }
    return [
      "\(campaign.id)", campaign.name, state.words, money(Double(spentMicros)),
      budgetCents.map { Money(cents: $0, campaign.currency).description } ?? "none", money(projectedMicros),
      projectedInterval.map { "[\(money($0.low)), \(money($0.high))]" } ?? CampaignWords.none,
      runsOut?.description ?? "-", reason ?? "",
    ]
  }
}
