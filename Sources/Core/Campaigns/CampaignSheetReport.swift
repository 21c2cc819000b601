extension CampaignReport {
  /// Of one campaign: all that its detail shows.
  package init(_ sheet: CampaignSheet, world: WorldKind, now: Timestamp) {
    let campaign = sheet.campaign
    let currency = campaign.currency
    let parts: [[Block]] = [
      [
        .paragraph(
          "\(campaign.type.title), \(campaign.standing(at: now).rawValue). \(sheet.span), days of the clock of "
            + "\(campaign.zone). Amounts in \(currency)."),
        .heading("Figures"), .table(Self.figures(sheet.totals, currency)),
        .heading("Funnel"), .table(Self.funnel(sheet.totals.counts)),
        .heading("Return"), .table(Self.returns(sheet.returns)),
        .heading("Budget"), .paragraph(Self.pacing(sheet.pacing, currency)),
      ],
      [.heading("By \(sheet.trend.grain.rawValue)"), .table(Self.trend(sheet.trend, currency))],
      sheet.segments.dimensions.flatMap { [.heading("By \($0.name)"), .table(Self.segments($0, currency))] },
      sheet.cohorts.cohorts.isEmpty
        ? [] : [.heading("People who came back"), .table(Self.cohorts(sheet.cohorts))],
      sheet.offers.isEmpty ? [] : [.heading("Offers"), .table(Self.offers(sheet.offers, currency))],
      sheet.anomalies.days.isEmpty
        ? [] : [.heading("Days out of the ordinary"), .table(Self.anomalies(sheet.anomalies.days, currency))],
      sheet.forecasts.flatMap { Self.forecast($0, currency) },
      sheet.oddities.isEmpty ? [] : [.heading("Mind"), .paragraph(sheet.oddities.joined(separator: ". ") + ".")],
      Self.definitions,
    ]
    self.init(title: campaign.name, world: world, blocks: parts.flatMap(\.self))
  }

  /// Every figure with its interval and what it is made of.
  static func figures(_ totals: CampaignTotals, _ currency: Currency) -> Table {
    Table(
      [.words("metric"), .numbers("value"), .numbers("95 % interval"), .words("made of"), .words("why not")],
      CampaignMetric.allCases.map { metric in
        let reading = totals.reading(metric)
        return [
          metric.title, CampaignWords.value(reading.value, metric, currency),
          CampaignWords.interval(reading.interval, metric, currency), CampaignWords.parts(reading, currency),
          reading.reason ?? reading.intervalReason ?? "",
        ]
      })
  }

  private static func funnel(_ counts: CampaignCounts) -> Table {
    let steps = [
      ("shown", counts.impressions), ("viewed", counts.views), ("accepted", counts.acceptances),
      ("redeemed", counts.redemptions),
    ]
    return Table(
      [.words("step"), .numbers("people"), .numbers("of the step before"), .numbers("of all shown")],
      steps.indices.map { index in
        func share(_ base: Int64) -> String {
          base > 0 ? CampaignWords.percent(Double(steps[index].1) / Double(base)) : CampaignWords.none
        }
        return [
          steps[index].0, ExperimentWords.whole(steps[index].1), index == 0 ? "" : share(steps[index - 1].1),
          index == 0 ? "" : share(counts.impressions),
        ]
      })
  }

  private static func returns(_ returns: ReturnAnalysis) -> Table {
    let (counts, currency) = (returns.totals.counts, returns.currency)
    let readings = [
      returns.profit, returns.roas, returns.margin, returns.costPerRedemption, returns.breakEvenRedemptions,
      returns.breakEvenSpend,
    ]
    return Table(
      [.words(""), .numbers("value")],
      [
        ["spend", Money(cents: counts.spendCents, currency).description],
        ["revenue", Money(cents: counts.revenueCents, currency).description],
      ] + readings.map { [$0.metric.title, CampaignWords.reading($0, currency)] } + [
        ["paid back", returns.paybackDay?.description ?? "not yet: \(returns.paybackReason ?? "")"]
      ])
  }

  private static func pacing(_ pacing: BudgetPacing, _ currency: Currency) -> String {
    func money(_ micros: Double) -> String { CampaignWords.money(micros / CampaignCounts.microsPerUnit, currency) }
    var sentences = ["Spent so far: \(money(Double(pacing.spentMicros)))"]
    if let budget = pacing.budgetCents { sentences[0] += " of \(Money(cents: budget, currency))" }
    if pacing.state != .unknown { sentences.append("It is \(pacing.state.words)") }
    if let projected = pacing.projectedMicros, let interval = pacing.projectedInterval {
      sentences.append("At the end \(money(projected)) [\(money(interval.low)), \(money(interval.high))] at this pace")
    }
    if let day = pacing.runsOut { sentences.append("The budget runs out on \(day)") }
    if let reason = pacing.reason { sentences.append("No more can be said: \(reason)") }
    return sentences.joined(separator: ". ") + "."
  }

  private static let counts: [Column] = ["shown", "viewed", "accepted", "redeemed", "spend", "revenue"]
    .map { .numbers($0) }

  private static func cells(_ counts: CampaignCounts, _ currency: Currency) -> [String] {
    [counts.impressions, counts.views, counts.acceptances, counts.redemptions].map(ExperimentWords.whole)
      + [
        Money(cents: counts.spendCents, currency).description, Money(cents: counts.revenueCents, currency).description,
      ]
  }

  private static func trend(_ trend: CampaignTrend, _ currency: Currency) -> Table {
    Table(
      [.words(trend.grain.rawValue)] + counts + [.words("")],
      trend.buckets.map { bucket in
        [bucket.label] + cells(bucket.counts, currency)
          + [bucket.isMissing ? "nothing counted" : bucket.isPartial ? "partial" : ""]
      })
  }

  private static func segments(_ dimension: CampaignSegments.Dimension, _ currency: Currency) -> Table {
    Table(
      [.words(dimension.name)] + counts + [.numbers("ROAS"), .words("is")],
      dimension.rows.map {
        [$0.value] + cells($0.totals.counts, currency)
          + [CampaignWords.reading($0.reading(.roas), currency), $0.earning.words]
      })
  }

  private static func cohorts(_ triangle: CohortTriangle) -> Table {
    let ages = min(9, triangle.cohorts.map(\.cells.count).max() ?? 0)
    return Table(
      [.words("first accepted in"), .numbers("people")] + (0..<ages).map { .numbers("week \($0)") },
      triangle.cohorts.map { cohort in
        [cohort.label, ExperimentWords.whole(cohort.people)]
          + (0..<ages).map { cohort.rate(at: $0)?.value.map(CampaignWords.percent) ?? "" }
      })
  }

  private static func offers(_ offers: [CampaignSheet.OfferRow], _ currency: Currency) -> Table {
    Table([.words("offer")] + counts, offers.map { [$0.title] + cells($0.totals.counts, currency) })
  }

  private static func anomalies(_ days: [CampaignAnomaly], _ currency: Currency) -> Table {
    Table(
      [.words("day"), .words("what"), .numbers("was"), .numbers("expected"), .numbers("range")],
      days.map { anomaly in
        func words(_ value: Double) -> String { CampaignWords.value(value, anomaly.series, currency) }
        return [
          anomaly.day.description, anomaly.series.rawValue, words(anomaly.value), words(anomaly.expected),
          "[\(words(anomaly.range.low)), \(words(anomaly.range.high))]",
        ]
      })
  }

  private static func forecast(_ forecast: SpendForecast, _ currency: Currency) -> [Block] {
    guard let test = forecast.backTest else { return [] }
    func words(_ value: Double) -> String { CampaignWords.value(value, forecast.series, currency) }
    return [
      .heading("The next \(forecast.days.count) days of \(forecast.series.rawValue)"),
      .table(
        Table(
          [.words("day"), .numbers("expected"), .numbers("95 % interval"), .numbers("as last week")],
          forecast.days.map { day in
            [
              day.day.description, words(day.expected),
              day.interval.map { "[\(words($0.low)), \(words($0.high))]" } ?? CampaignWords.none, words(day.naive),
            ]
          })),
      .paragraph(
        "Tried on the past it was off by \(words(test.error)) a day on average; repeating last week by "
          + "\(words(test.naiveError))."),
    ]
  }

  /// What each figure means, and how intervals are found.
  static let definitions: [Block] = [
    .heading("What the figures mean"),
    .table(Table([.words("metric"), .words("meaning")], CampaignMetric.allCases.map { [$0.title, $0.definition] })),
    .paragraph(
      "Intervals are at 95 %: Wilson's for shares of counts, Fieller's with local days as the units for ratios of money, "
        + "Student's over days for profit and revenue."),
  ]
}
