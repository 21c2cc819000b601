import Canvas
import Core

/// The page that says what changed since the last visit, what somebody asked to be told, and what was done.
struct NewsPage {
  private let state: State
  private let board: CampaignsBoard
  private let glyphs: Glyphs

  init(_ state: State, _ board: CampaignsBoard, glyphs: Glyphs) {
    self.state = state
    self.board = board
    self.glyphs = glyphs
  }

  /// What changed, and beside it alerts and what was done.
  var columns: [[PagePart]] { [[changes], [alerts, monitors, events]] }

  private func moment(_ instant: Timestamp) -> String { state.formats.moment(instant, in: state.zone) }

  private var changes: PagePart {
    guard let since = state.campaigns.since else {
      return .text(
        "Since your last visit", [StyledLine("This is your first visit: from now on changes are told here.", .muted)],
        glyphs: glyphs)
    }
    let (state, changes) = (state, since.changes)
    let columns = [
      Column("campaign", minimum: 14, ideal: 24, isFlexible: true, priority: 9),
      Column("shown", align: .right, minimum: 8, priority: 4),
      Column("accepted", align: .right, minimum: 8, priority: 5),
      Column("redeemed", align: .right, minimum: 8, priority: 6),
      Column("spend", align: .right, minimum: 10, priority: 7),
      Column("revenue", align: .right, minimum: 10, priority: 8),
    ]
    return .table(
      "Since your last visit, \(moment(since.since))", columns, rows: changes.count,
      emptyText: "Nothing was counted since.",
      note: { row in
        let change = changes[row]
        return NumberNote(
          "\(change.name), since \(moment(since.since))",
          value: CampaignCells.money(cents: change.counts.revenueCents, change.currency, state.formats),
          lines: ["Everything counted since your last visit."],
          rows: .init(
            list: "campaign-changes", headings: [.init("campaign", isText: true)] + NumberNote.countHeadings,
            rows: changes.map { change in
              [.init(change.name, .string(change.name))]
                + NumberNote.countCells(change.counts, change.currency, state.formats)
            }))
      },
      cell: { row, column in
        let (change, counts) = (changes[row], changes[row].counts)
        switch column {
        case 0: return StyledLine(change.name)
        case 1: return StyledLine("+" + CampaignCells.count(counts.impressions))
        case 2: return StyledLine("+" + CampaignCells.count(counts.acceptances))
        case 3: return StyledLine("+" + CampaignCells.count(counts.redemptions))
        case 4: return StyledLine(CampaignCells.money(micros: counts.spendMicros, change.currency, state.formats))
        default: return StyledLine(CampaignCells.money(cents: counts.revenueCents, change.currency, state.formats))
        }
      })
  }

  private var alerts: PagePart {
    let alerts = board.alerts
    guard !alerts.isEmpty else {
      return .text("Alerts", [StyledLine("Nothing you asked to be told has come true.", .muted)], glyphs: glyphs)
    }
    let state = state
    let columns = [
      Column("since", minimum: 16, priority: 6),
      Column("campaign", minimum: 14, ideal: 22, isFlexible: true, priority: 9),
      Column("it is so", minimum: 14, ideal: 24, priority: 8), Column("was", align: .right, minimum: 9, priority: 7),
    ]
    return .table(
      "Alerts: \(Quantity.count(alerts.count, "condition")) hold now", columns, rows: alerts.count,
      note: { row in
        let alert = alerts[row]
        let campaign = state.campaigns.campaign(alert.campaign)
        return NumberNote(
          "\(alert.monitor.words(state.formats)), \(alert.campaignName)",
          value: CampaignCells.value(alert.value, alert.monitor.metric.unit, campaign?.currency ?? .usd, state.formats),
          lines: [
            alert.monitor.metric.definition,
            "It is looked at over \(Quantity.count(alert.monitor.days, "day")), as \(alert.monitor.author) asked.",
          ])
      },
      cell: { row, column in
        let alert = alerts[row]
        let campaign = state.campaigns.campaign(alert.campaign)
        switch column {
        case 0: return StyledLine(moment(alert.at), .muted)
        case 1: return [Span("! ", Style.negative.bold), Span(alert.campaignName)]
        case 2: return StyledLine(alert.monitor.words(state.formats), .warning)
        default:
          return StyledLine(
            CampaignCells.value(alert.value, alert.monitor.metric.unit, campaign?.currency ?? .usd, state.formats))
        }
      })
  }

  private var monitors: PagePart {
    let lines: [StyledLine] = board.monitors.map { monitor in
      let name = monitor.campaign.map { state.campaigns.campaign($0)?.name ?? "campaign \($0)" } ?? "every campaign"
      return [Span(monitor.words(state.formats)), Span("  \(name)", .muted)]
    }
    let empty = [StyledLine("None: A asks to be told, as when a return falls below 1.", .muted)]
    return .text("What is watched", lines.isEmpty ? empty : lines, glyphs: glyphs)
  }

  private var events: PagePart {
    let own = state.campaigns.currentSheet?.events ?? []
    let lines: [StyledLine] = own.prefix(12).map { event in
      [Span(moment(event.at) + "  ", .muted), Span(event.what), Span("  \(event.author)", .muted)]
    }
    let name = state.campaigns.selected?.campaign.name ?? "it"
    return .text(
      "What was done to \(Printable.sanitised(name))", lines.isEmpty ? [StyledLine("Nothing yet.", .muted)] : lines,
      glyphs: glyphs)
  }
}

extension Monitor {
  /// `ROAS below 1.00 over 7 days, for certain`.
  func words(_ formats: Formats) -> String {
    let value = CampaignCells.value(threshold, metric.unit, .usd, formats)
    return
      "\(metric.title) \(side.rawValue) \(value) over \(Quantity.count(days, "day"))\(isCertain ? ", for certain" : "")"
  }
}
