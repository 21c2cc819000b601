/// All campaigns together over some days, beside as many days before. Currencies stand apart and are never added.
package struct Portfolio: Equatable, Sendable {
  /// One campaign's share of it, as it comes in.
  package struct Member: Hashable, Sendable {
    package let id: Campaign.ID
    package let name: String
    package let currency: Currency
    package let totals: CampaignTotals
    /// Of as many days before.
    package let before: CampaignCounts

    package init(id: Campaign.ID, name: String, currency: Currency, totals: CampaignTotals, before: CampaignCounts) {
      self.id = id
      self.name = name
      self.currency = currency
      self.totals = totals
      self.before = before
    }
  }

  /// A figure beside what it was in as many days before.
  package struct Change: Hashable, Sendable {
    package let now: Double?
    package let before: Double?

    package init(now: Double?, before: Double?) {
      self.now = now
      self.before = before
    }

    /// now / before - 1; nil where one is missing or before is not above zero.
    package var relative: Double? {
      guard let now, let before, before > 0 else { return nil }
      return now / before - 1
    }

    /// now - before; nil where one is missing.
    package var difference: Double? {
      guard let now, let before else { return nil }
      return now - before
    }
  }

  /// The five campaigns that earn most, and how much of all revenue is theirs.
  package struct Concentration: Hashable, Sendable {
    /// By revenue, the greatest first; five at most, each with revenue.
    package let top: [Campaign.ID]
    package let revenueCents: Int64
    package let ofCents: Int64

    package init(top: [Campaign.ID], revenueCents: Int64, ofCents: Int64) {
      self.top = top
      self.revenueCents = revenueCents
      self.ofCents = ofCents
    }

    /// Nil without revenue.
    package var share: Double? { ofCents > 0 ? Double(revenueCents) / Double(ofCents) : nil }
  }

  /// The campaigns of one currency.
  package struct Group: Equatable, Sendable {
    package let currency: Currency
    /// Of the group's days together.
    package let totals: CampaignTotals
    /// Of as many days before.
    package let before: CampaignCounts
    /// The mean of the campaigns' own ROAS, of those with spend; never instead of the pooled one. Nil without any.
    package let meanROAS: Double?
    /// How many it is the mean of.
    package let meanOf: Int
    package let concentration: Concentration
    /// Campaigns with anything in these days.
    package let active: Int
    /// Every day of the range, those without anything too, in order.
    package let days: [CampaignDay]

    package init(
      currency: Currency, totals: CampaignTotals, before: CampaignCounts, meanROAS: Double?, meanOf: Int,
      concentration: Concentration, active: Int, days: [CampaignDay]
    ) {
      self.currency = currency
      self.totals = totals
      self.before = before
      self.meanROAS = meanROAS
      self.meanOf = meanOf
      self.concentration = concentration
      self.active = active
      self.days = days
    }

    /// A figure of the whole group with its interval over days.
    package func reading(_ metric: CampaignMetric) -> MetricReading { totals.reading(metric) }

    /// Revenue over spend of all together.
    package var pooledROAS: MetricReading { reading(.roas) }

    /// A figure beside what it was before.
    package func change(_ metric: CampaignMetric) -> Change {
      Change(
        now: reading(metric).value, before: CampaignTotals(counts: before, moments: .zero).reading(metric).value)
    }

    /// Spend beside what it was before, in currency units.
    package var spendChange: Change {
      Change(
        now: CampaignSeries.spend.value(of: totals.counts), before: CampaignSeries.spend.value(of: before))
    }
  }

  package let span: DateSpan
  package let before: DateSpan
  /// The one with most campaigns at work first.
  package let groups: [Group]

  package init(span: DateSpan, before: DateSpan, groups: [Group]) {
    self.span = span
    self.before = before
    self.groups = groups
  }
}

extension Portfolio {
  /// All campaigns over a range.
  /// - Parameters:
  ///   - members: every campaign, also those without anything in the range.
  ///   - days: of each currency all its campaigns together, those with anything, of the range.
  package init(span: DateSpan, members: [Member], days: [Currency: [CampaignDay]]) {
    let byCurrency = Dictionary(grouping: members, by: \.currency)
    let groups = byCurrency.map { currency, members in
      Group(currency: currency, members: members, days: days[currency] ?? [], span: span)
    }
    self.init(
      span: span, before: span.before,
      groups: groups.sorted { ($1.active, $0.currency.code) < ($0.active, $1.currency.code) })
  }
}

extension Portfolio.Group {
  fileprivate init(currency: Currency, members: [Portfolio.Member], days: [CampaignDay], span: DateSpan) {
    let known = Dictionary(days.map { ($0.day, $0.counts) }) { $0 + $1 }
    let returns = members.compactMap { member in
      member.totals.counts.spendMicros > 0
        ? Double(member.totals.counts.revenueMicros) / Double(member.totals.counts.spendMicros) : nil
    }
    self.init(
      currency: currency, totals: CampaignTotals(days: days.lazy.filter { span.contains($0.day) }.map(\.counts)),
      before: members.reduce(.zero) { $0 + $1.before },
      meanROAS: returns.isEmpty ? nil : returns.reduce(0, +) / Double(returns.count), meanOf: returns.count,
      concentration: Portfolio.Concentration(members), active: members.count { !$0.totals.counts.isZero },
      days: span.days.map { CampaignDay($0, known[$0] ?? .zero) })
  }
}

extension Portfolio.Concentration {
  /// Of campaigns of one currency; those that were given back more than they earned are left out of the whole.
  package init(_ members: [Portfolio.Member]) {
    let earning = members.filter { $0.totals.counts.revenueCents > 0 }
      .sorted { ($1.totals.counts.revenueCents, $0.id) < ($0.totals.counts.revenueCents, $1.id) }
    let top = earning.prefix(5)
    func sum(_ members: some Sequence<Portfolio.Member>) -> Int64 {
      members.reduce(0) { $0 + $1.totals.counts.revenueCents }
    }
    self.init(top: top.map(\.id), revenueCents: sum(top), ofCents: sum(earning))
  }
}
