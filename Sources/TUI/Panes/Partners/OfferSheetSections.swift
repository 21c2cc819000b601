import Canvas
import Core

/// The parts of one offer's page: what it is, what it earned, whom it reaches, and what happened to it.
struct OfferSheetSections {
  private let state: State
  private let row: OfferRow
  private let glyphs: Glyphs
  private var offer: Offer { row.offer }
  private var formats: Formats { state.formats }

  private static let labelColumns = 9
  /// Rows of the days of a week, with the hours above and the legend below.
  private static let weekRows = 9
  private static let mostEvents = 8
  private static let mostVersions = 4
  private static let mostCosts = 5

  init(_ state: State, _ row: OfferRow, glyphs: Glyphs) {
    self.state = state
    self.row = row
    self.glyphs = glyphs
  }

  /// In the order of one column.
  var all: [PageSection] { about + reach + earned + past }

  /// What it is.
  var about: [PageSection] {
    var head: [StyledLine] = [
      [Span(row.summary.partnerName, Style.accent.bold), Span("  \(offer.category), \(offer.type.title)", .muted)]
    ]
    if row.standing == .rejected, let reason = state.partners.currentSheet?.versions.first?.reason {
      head.append([Span("rejected: ", .negative), Span(reason)])
    }
    if !offer.description.isEmpty { head.append(StyledLine(offer.description)) }
    return [PageSection({ head + [.empty] + facts(width: $0) }, glyphs: glyphs)]
  }

  /// Whom it could reach, and when.
  var reach: [PageSection] {
    guard let reach = state.partners.currentSheet?.reach else {
      let words = state.partners.failure == nil ? "Reading …" : "Could not be read; r tries again."
      return [PageSection("Reach", [StyledLine(words, .muted)], glyphs: glyphs)]
    }
    guard reach.sessions > 0 else {
      return [
        PageSection(
          "Reach", [StyledLine("Nobody parked in the last 7 days, so there is nothing to estimate from.", .muted)],
          glyphs: glyphs)
      ]
    }
    return [reachSection(reach), week(reach)]
  }

  /// How far people went with it.
  var earned: [PageSection] {
    let summary = row.summary
    let days = state.partners.board?.days ?? 30
    guard summary.impressions > 0 else {
      return [
        PageSection(
          "Last \(days) days", [StyledLine("It was shown to nobody. \(row.standing.nextStep)", .muted)], glyphs: glyphs)
      ]
    }
    let stages = [
      ("shown", summary.impressions), ("viewed", summary.views), ("accepted", summary.acceptances),
      ("redeemed", summary.redemptions),
    ].map { FunnelStrip.Stage($0, Int($1)) }
    let revenue = formats.money(Money(cents: summary.revenueCents, offer.currency))
    let line: StyledLine = [
      Span("earned ", .muted), Span(revenue, Style.positive.bold),
      Span(summary.acceptances > 0 ? "   accepted a day " : "", .muted),
    ]
    let trend = Sparkline(summary.trend.map(Double.init))
    return [
      PageSection("Last \(days) days", height: stages.count + 1) { canvas, area in
        let (bottom, rest) = area.splitBottom(1)
        FunnelChart(stages).draw(on: &canvas, in: rest)
        let used = canvas.put(line, at: bottom.origin)
        // The latest days that fit.
        let room = summary.acceptances > 0 ? max(0, min(summary.trend.count, bottom.width - used)) : 0
        canvas.put(trend.text(width: room, glyphs: glyphs), at: Point(x: bottom.x + used, y: bottom.y), style: .accent)
      }
    ]
  }

  /// What happened to it last, and what it was before.
  var past: [PageSection] {
    guard let sheet = state.partners.currentSheet else { return [] }
    let events = sheet.events.prefix(Self.mostEvents).map { event -> StyledLine in
      let local = state.zone.localTime(at: event.at)
      return [
        Span("\(local.weekday.title) \(formats.clock(local)) ", .muted),
        Span(TextWidth.pad(event.type.pastTense, to: 10), event.type.style), Span(formats.text(event.detail)),
      ]
    }
    let history = OfferHistoryText(state, sheet)
    let more = sheet.versions.count - Self.mostVersions
    let versions =
      history.summaries.prefix(Self.mostVersions)
      + (more > 0 ? [StyledLine("and \(Number.grouped(more)) before; H shows all", .muted)] : [])
    return [
      PageSection(
        "Last events", events.isEmpty ? [StyledLine("Nothing happened to it yet.", .muted)] : Array(events),
        glyphs: glyphs),
      PageSection("Versions", Array(versions), glyphs: glyphs),
    ]
  }

  /// Its facts, each with a label; what takes several lines hangs beside it.
  private func facts(width: Int) -> [StyledLine] {
    var facts: [(label: String, words: String)] = [
      ("gives", OfferWords.value(offer, formats)), ("appears", OfferWords.trigger(offer.trigger, formats)),
      ("valid", OfferWords.window(offer, zone: state.zone, formats)), ("places", OfferWords.places(offer)),
    ]
    if offer.useMinutes > 0 { facts.append(("takes", "\(Words.number(offer.useMinutes)) min there")) }
    if let spend = offer.typicalSpendCents {
      facts.append(("spend", "\(formats.money(Money(cents: spend, offer.currency))) as a rule"))
    }
    facts.append(("limits", limitWords.joined(separator: ", ")))
    if offer.priority != 0 { facts.append(("priority", "\(offer.priority)")) }
    facts.append(("terms", offer.terms))
    facts.append(("number", "offer \(offer.id), version \(offer.version)"))
    return facts.filter { !$0.words.isEmpty }.flatMap { fact($0.label, $0.words, width: width) }
  }

  private var limitWords: [String] {
    var words: [String] = []
    if let limit = offer.claimLimit { words.append("\(Quantity.count(limit, "claim")) a person") }
    if let cap = offer.impressionCap {
      words.append("shown \(Quantity.count(cap.count, "time")) a person\(cap.perDay ? " and day" : "")")
    }
    if let hours = offer.cooldownHours { words.append("\(Words.number(hours)) h away after a dismissal") }
    if offer.claimMinutes != Offer.defaultClaimMinutes {
      words.append("a claim lives \(Quantity.minutes(offer.claimMinutes))")
    }
    return words
  }

  private func fact(_ label: String, _ text: String, width: Int) -> [StyledLine] {
    let lines = TextWidth.wrap(text, width: max(16, width - Self.labelColumns), glyphs: glyphs)
    return lines.enumerated().map { row, line in
      [Span(TextWidth.pad(row == 0 ? label : "", to: Self.labelColumns), .muted), Span(line)]
    }
  }

  /// `1,204 of 4,212 sessions ███░░░ 28.6 %`, and the rules that cost most.
  private func reachSection(_ reach: ReachEstimate) -> PageSection {
    let costs = Array(reach.costs.prefix(Self.mostCosts))
    let share = Double(reach.eligible) / Double(reach.sessions)
    let label: StyledLine = [
      Span(Number.grouped(reach.eligible), Style.text.bold),
      Span(" of \(Number.grouped(reach.sessions)) parked, \(Number.percent(share))", .muted),
    ]
    return PageSection("Reach, last 7 days", height: costs.count + (costs.isEmpty ? 1 : 2)) { canvas, area in
      Gauge(label, fraction: share).draw(on: &canvas, in: area.splitTop(1).top)
      guard !costs.isEmpty else { return }
      ReachCosts(costs, of: reach.sessions).draw(on: &canvas, in: area.inset(top: 1))
    }
  }

  private func week(_ reach: ReachEstimate) -> PageSection {
    PageSection("By the hour: may appear (left), cars near (right)", height: Self.weekRows) { canvas, area in
      HeatMap.week(
        HeatMap.Layer("may appear", values: reach.open.byDay), second: HeatMap.Layer("cars", values: reach.parked.byDay)
      ).draw(on: &canvas, in: area)
    }
  }
}

extension [Double] {
  /// Hours of a week as seven rows.
  fileprivate var byDay: [[Double?]] {
    stride(from: 0, to: count, by: 24).map { Array(self[$0..<Swift.min($0 + 24, count)]) }
  }
}

extension OfferState {
  /// What to do with an offer that nobody has seen.
  fileprivate var nextStep: String {
    switch self {
    case .draft: "It is a draft; i hands it in."
    case .pending: "It waits for approval."
    case .rejected: "It was rejected; mend it and hand it in again."
    case .scheduled: "Its window has not begun."
    case .approved, .active: "The rules above say when it may appear."
    case .paused: "It is paused; p resumes it."
    case .ended, .archived: "C makes a draft with the same facts."
    }
  }
}
