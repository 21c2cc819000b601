import Core
import Store

/// `campaign compare|cohorts`.
enum CampaignComparisonCommands {
  /// Both of them.
  static let all = [compare, cohorts]

  private static let compare = Command(
    ["campaign", "compare"], "Compare two to four campaigns, with intervals of every difference.", access: .staff,
    explanation: """
      Differences are second less first. Rates have Newcombe's interval and the p of chi-squared or Fisher; ratios of money \
      have both Fieller intervals combined and the p of Welch's t. Of each metric, intervals are adjusted for all pairs by \
      Bonferroni and p by Holm. Amounts in two currencies are not compared.
      """,
    positionals: [Positional("CAMPAIGN", .id("CAMPAIGN"), "Two to four campaigns.", isRepeatable: true)],
    flags: CampaignPeriodFlags.flags(usual: "the last 30 days"),
    examples: ["opportune campaign compare 1 2", "opportune campaign compare 1 2 3 --days 90 --json"],
    output: CampaignComparison.schema
  ) { invocation in
    let ids: [Campaign.ID] = invocation.arguments.positionals("CAMPAIGN").compactMap {
      Int64($0).map { Campaign.ID($0) }
    }
    guard Set(ids).count == ids.count else {
      throw InvalidInput(field: "CAMPAIGN", "is given twice; name each campaign once")
    }
    guard (2...4).contains(ids.count) else {
      throw InvalidInput(field: "CAMPAIGN", "needs two to four campaigns, not \(ids.count)")
    }
    let store = try invocation.store(readOnly: true)
    let span = try CampaignPeriodFlags.span(invocation, in: store)
    let comparison = try store.compareCampaigns(ids, span)
    return .document(comparison.json(over: span)) { comparison.text(over: span) }
  }

  private static let cohorts = Command(
    ["campaign", "cohorts"], "Show how many people came back, by the week of their first acceptance.", access: .staff,
    explanation: """
      Weeks are ISO weeks of the campaign's clock. Somebody is active in a week in which they accepted or redeemed. People \
      nobody knows are in no cohort; how often they accepted stands beside it. The running week is marked, and left out of \
      the line for all cohorts.
      """,
    positionals: CampaignPeriodFlags.position, examples: ["opportune campaign cohorts 3"], output: CohortTriangle.schema
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let life = try store.campaignLife(
      invocation.arguments.id(at: "CAMPAIGN"), now: try invocation.now(in: store))
    let campaign = life.campaign
    let triangle = CohortTriangle(
      try store.campaignCohorts(campaign.id), currency: campaign.currency,
      anonymousAcceptances: try store.anonymousAcceptances(campaign.id), today: life.today)
    return .document(.object(campaign.members + triangle.members)) { triangle.text(of: campaign) }
  }
}

extension CampaignComparison {
  fileprivate func json(over span: DateSpan) -> JSON {
    .object(
      span.members + [
        .init(
          "campaigns",
          .array(
            members.map { member in
              [
                "id": .id(member.id), "name": .string(member.name), "currency": .string(member.currency.code),
                "totals": member.totals.counts.json,
              ]
            })),
        .init("metrics", .array(lines.map { $0.json(of: members) })),
        .init("pair_confidence", .number(pairConfidence)), .init("adjustment", .string(adjustment)),
      ])
  }

  fileprivate static let schema: Schema = .object(
    DateSpan.properties + [
      .init(
        "campaigns",
        .array(
          .fields(["id": .integer, "name": .string, "currency": .string, "totals": CampaignCounts.schema]))),
      .init("metrics", .array(Line.schema)), .init("pair_confidence", .number), .init("adjustment", .string),
    ])

  fileprivate func text(over span: DateSpan) -> String {
    var values = TextTable([
      .whole("metric"), .numbers("id"), .words("campaign"), .numbers("value"), .whole("95 % interval"),
    ])
    var pairs = TextTable([
      .whole("difference"), .words("of"), .numbers("is"), .whole("adjusted interval"), .numbers("adjusted p"),
      .sentence(""),
    ])
    /// A difference of two shares is in points of a percent.
    func points(_ text: String, of metric: CampaignMetric) -> String {
      metric.unit == .share ? text.replacing(" %", with: " pt") : text
    }
    for line in lines {
      for (member, reading) in zip(members, line.readings) {
        values.add([
          line.metric.title, "\(member.id)", member.name,
          CampaignWords.value(reading.value, line.metric, member.currency),
          CampaignWords.interval(reading.interval, line.metric, member.currency),
        ])
      }
      for pair in line.pairs {
        let (first, second) = (members[pair.first], members[pair.second])
        pairs.add([
          line.metric.title, "\(second.id) - \(first.id)",
          points(CampaignWords.value(pair.difference, line.metric, first.currency), of: line.metric),
          points(CampaignWords.interval(pair.interval, line.metric, first.currency), of: line.metric),
          pair.pAdjusted?.words ?? CampaignWords.none,
          pair.reason ?? (pair.isDifferent ? "they differ" : "no difference shown"),
        ])
      }
    }
    return FieldList(["days": span.description, "adjusted": adjustment]).text + "\n" + values.text(empty: "") + "\n"
      + pairs.text(empty: "")
  }
}

extension CampaignComparison.Line {
  fileprivate func json(of members: [CampaignComparison.Member]) -> JSON {
    let isMoney = metric == .costPerRedemption
    return [
      "metric": .string(metric.rawValue), "method": .string(method), "values": .array(readings.map(\.json)),
      "pairs": .array(
        pairs.map { pair in
          [
            "first": .id(members[pair.first].id), "second": .id(members[pair.second].id),
            "difference": isMoney ? .amount(pair.difference) : .optional(pair.difference),
            "interval": .bounds(pair.interval, isMoney: isMoney), "p": .optional(pair.p?.value),
            "p_adjusted": .optional(pair.pAdjusted?.value), "different": .bool(pair.isDifferent),
            "reason": .optional(pair.reason),
          ]
        }),
    ]
  }

  fileprivate static let schema: Schema = .fields([
    "metric": .choice(CampaignMetric.allCases.map(\.rawValue)), "method": .string,
    "values": .array(MetricReading.schema),
    "pairs": .array(
      .fields([
        "first": .integer, "second": .integer, "difference": .measure, "interval": .interval, "p": .measure,
        "p_adjusted": .measure, "different": .boolean, "reason": .nullable(.string),
      ])),
  ])
}

extension CohortTriangle {
  fileprivate var members: [JSON.Member] {
    [
      .init(
        "cohorts",
        .array(
          cohorts.map { cohort in
            [
              "week": .string(cohort.label), "monday": .day(cohort.week), "people": .integer(cohort.people),
              "cells": .array(
                cohort.cells.map { cell in
                  [
                    "age": .count(cell.age), "people": .integer(cell.people),
                    "rate": .optional(cohort.rate(at: cell.age)?.value), "revenue": .amount(cents: cell.revenueCents),
                    "running": .bool(cell.isRunning),
                  ]
                }),
            ]
          })),
      .init(
        "all",
        .array(
          pooled.map { line in
            [
              "age": .count(line.age), "people": .integer(line.people), "base": .integer(line.base),
              "rate": .optional(line.rate.value),
              "interval": .bounds(line.rate.interval.map { Interval($0.low, $0.high) }),
              "revenue_per_person": .amount(line.revenuePerPersonCents.map { $0 / 100 }),
            ]
          })), .init("anonymous_acceptances", .integer(anonymousAcceptances)),
    ]
  }

  fileprivate static let schema: Schema = .object(
    Campaign.properties + [
      .init(
        "cohorts",
        .array(
          .fields([
            "week": .string, "monday": .string, "people": .integer,
            "cells": .array(
              .fields([
                "age": .integer, "people": .integer, "rate": .measure, "revenue": .number, "running": .boolean,
              ])),
          ]))),
      .init(
        "all",
        .array(
          .fields([
            "age": .integer, "people": .integer, "base": .integer, "rate": .measure, "interval": .interval,
            "revenue_per_person": .measure,
          ]))), .init("anonymous_acceptances", .integer),
    ])

  /// Weeks after the first that fit a page.
  private static let shownWeeks = 12

  fileprivate func text(of campaign: Campaign) -> String {
    let ages = min(Self.shownWeeks, cohorts.map(\.cells.count).max() ?? 0)
    var table = TextTable(
      [.whole("week"), .numbers("people"), .numbers("revenue")] + (0..<ages).map { .numbers("+\($0)") })
    for cohort in cohorts {
      let cells = (0..<ages).map { age -> String in
        guard let value = cohort.rate(at: age)?.value else { return "" }
        return CampaignWords.fixed(value * 100, 0) + " %" + (cohort.cells[age].isRunning ? "*" : "")
      }
      table.add(
        [
          cohort.label, ExperimentWords.whole(cohort.people), Money(cents: cohort.revenueCents, currency).description,
        ] + cells)
    }
    let all = pooled.prefix(ages).map { $0.rate.value.map { CampaignWords.fixed($0 * 100, 0) + " %" } ?? "" }
    if !cohorts.isEmpty {
      table.add(["all", "", ""] + all + [String](repeating: "", count: ages - all.count))
    }
    var notes = FieldList(["campaign": "\(campaign.id) \(campaign.name)", "clock": campaign.zone])
    notes.add("not in it", "\(ExperimentWords.whole(anonymousAcceptances)) acceptances of people nobody knows")
    notes.add("* ", "the week still runs")
    return notes.text + "\n" + table.text(empty: "Nobody who is known has accepted yet.")
  }
}
