import Canvas
import Core

/// Views that are kept, reports that are written, and what is watched.
extension State {
  // MARK: Views

  mutating func askForView() {
    let views = campaigns.board?.views ?? []
    var options = views.map { view in
      Choice.Option(
        title: view.name, detail: "\(view.period.shortWords), by \(view.metric.title)",
        outcome: .campaigns(.view(view.id)))
    }
    options.append(
      Choice.Option(title: "Keep this view …", detail: "under a name", outcome: .campaigns(.nameView)))
    if !views.isEmpty {
      options.append(Choice.Option(title: "Forget one …", detail: "", outcome: .campaigns(.askForget)))
    }
    dialogs.append(
      .choice(
        Choice(
          "Views",
          lines: [
            views.isEmpty ? "None is kept yet. A view is its days, columns, rank and filter." : "Go to which one?"
          ],
          cancel: "Leave it", options: options, isQuestion: false)))
  }

  /// Looks at campaigns as a view that was kept does.
  mutating func show(view id: CampaignView.ID) {
    guard let view = campaigns.board?.views.first(where: { $0.id == id }) else { return }
    campaigns.period = view.period
    campaigns.metric = view.metric
    if !view.columns.isEmpty {
      let metrics = Set(CampaignMetric.allCases.map(\.rawValue))
      let others = (campaigns.columns ?? CampaignListRow.usual).subtracting(metrics)
      campaigns.columns = others.union(view.columns.map(\.rawValue))
    }
    campaigns.table.sort(by: nil)
    campaigns.table.editFilter {
      $0.clear()
      $0.insert(view.filter)
    }
    notify(.information, "View: \(Printable.sanitised(view.name))")
  }

  mutating func askForViewName() {
    dialogs.append(
      .note(
        NoteEntry(
          title: "Keep this view", prompt: "Its name; one of the same name is replaced:", purpose: .viewName)))
  }

  mutating func askToForgetView() {
    let options = (campaigns.board?.views ?? []).map {
      Choice.Option(title: $0.name, detail: "", outcome: .campaigns(.forgetView($0.name)))
    }
    dialogs.append(
      .choice(
        Choice(
          "Forget a view", lines: ["Which one? Nothing but the view is lost."], cancel: "Keep all", options: options,
          isQuestion: false)))
  }

  /// Keeps how campaigns are looked at now.
  mutating func keepView(_ name: String) -> [Effect] {
    let chosen = campaigns.columns ?? CampaignListRow.usual
    let columns = CampaignMetric.allCases.filter { chosen.contains($0.rawValue) }
    return order(.keepView(name, campaignsRequest, columns: columns, filter: campaigns.table.filter.text))
  }

  // MARK: Reports

  mutating func askForReport() {
    let isOfOne = ![.list, .portfolio, .returns].contains(campaigns.focus)
    let sheet = isOfOne ? campaigns.currentSheet : nil
    guard let board = campaigns.board else { return }
    let world = discovery.board?.town.kind ?? .live
    let chosen = campaigns.columns ?? CampaignListRow.usual
    let report =
      sheet.map { CampaignReport($0, world: world, now: now) }
      ?? CampaignReport(board, columns: CampaignMetric.allCases.filter { chosen.contains($0.rawValue) }, world: world)
    let kind = world == .demo ? "demo-" : ""
    let subject = sheet.map { "campaign-\($0.campaign.id)" } ?? "campaigns"
    let options = CampaignReport.Format.allCases.map { format in
      let name = "opportune-\(kind)\(subject)-\(zone.localTime(at: now).date).\(format.suffix)"
      return Choice.Option(
        title: format.title, detail: name,
        outcome: .campaigns(.nameReport(CampaignReportRequest(report, as: format, name: name))))
    }
    let what = sheet.map { "All of \($0.campaign.name)" } ?? "The portfolio and every campaign in it"
    dialogs.append(
      .choice(
        Choice(
          "Report",
          lines: [
            "\(what), \(campaigns.period.words(board.span)), as it is shown.", "The file goes to \(view.exportFolder).",
          ], cancel: "Cancel", options: options, isQuestion: false)))
  }

  mutating func askForName(of request: CampaignReportRequest) {
    dialogs.append(
      .note(
        NoteEntry(
          title: "Report, \(request.format.title)", prompt: "Name of the file, in \(view.exportFolder), or a path:",
          purpose: .reportName(request), entry: TextEntry(request.name, limit: 250))))
  }

  /// Says where a report is now, or why it is not. Nothing is written over without a question.
  mutating func finish(_ request: CampaignReportRequest, _ result: ExportResult) {
    switch result {
    case .written(let path): notify(.success, "Report written to \(path)")
    case .failed(let reason): notify(.failure, reason)
    case .exists(let path):
      var again = request
      again.replaces = true
      let option = Choice.Option(title: "Replace", detail: "y", outcome: .campaigns(.report(again)))
      dialogs.append(
        .choice(
          Choice(
            "Replace the file?", lines: ["\(path) is there already.", "What is in it now would be lost."],
            cancel: "Keep it", options: [option], isQuestion: true)))
    }
  }

  // MARK: Monitors

  mutating func askForMonitor() {
    let monitors = campaigns.board?.monitors ?? []
    guard !monitors.isEmpty else {
      dialogs.append(.form(CampaignMonitorForm.form(self)))
      return
    }
    let forget = monitors.map { monitor in
      let name = monitor.campaign.map { campaigns.campaign($0)?.name ?? "campaign \($0)" } ?? "every campaign"
      return Choice.Option(
        title: monitor.words(formats), detail: "forget it; \(name)", outcome: .campaigns(.forgetMonitor(monitor.id)))
    }
    let new = Choice.Option(
      title: "Watch something else …", detail: "a form", outcome: .campaigns(.newMonitor))
    dialogs.append(
      .choice(
        Choice(
          "Tell me when", lines: ["What is watched now, and what else is to be watched?"], cancel: "Leave it",
          options: [new] + forget, isQuestion: false)))
  }
}

extension CampaignPeriod {
  /// `last 30 days`, `2026-10-23 to 2026-11-21`, `everything`.
  var shortWords: String {
    switch self {
    case .last(let days): "last \(days) days"
    case .span(let span): span.description
    case .lifetime: "everything"
    }
  }
}
