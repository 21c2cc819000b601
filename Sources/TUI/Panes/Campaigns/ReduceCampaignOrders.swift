import Canvas
import Core

/// What is done with campaigns.
extension State {
  /// Whether whoever acts may plan and run campaigns: analysts may.
  var campaigning: Availability {
    if actor.role == .partner { return .unavailable("campaigns are the operators' and analysts'") }
    return isReadOnly ? .unavailable("opened read-only") : .available
  }

  /// Does what a command on campaigns means.
  mutating func perform(_ intent: CampaignsIntent) -> [Effect] {
    switch intent {
    case .new: return order(CampaignOrder.open(nil))
    case .edit: return campaigns.selected.map { order(CampaignOrder.open($0.id)) } ?? []
    case .pause: askToPause()
    case .end: askToEndCampaign()
    case .range: askForPeriod()
    case .finer: return step(-1)
    case .coarser: return step(1)
    case .measure: askForMeasure()
    case .rank: askForRank()
    case .columns: dialogs.append(.form(CampaignColumnsForm.form(campaigns)))
    case .views: askForView()
    case .whatIf: return openShift()
    case .report: askForReport()
    case .monitor: askForMonitor()
    case .follow: return followOffers()
    case .exportNumber: exportNumber()
    }
    return []
  }

  /// Hands out an order whose answer is waited for.
  mutating func order(_ order: CampaignOrder) -> [Effect] {
    let job = nextJob()
    campaignOrders[job] = order
    return [.campaign(job, order)]
  }

  /// Takes what became of an order.
  mutating func take(_ answer: CampaignAnswer, from job: Job) -> [Effect] {
    if case .saved(let id) = answer {
      campaigns.expect(id)
      return finishForm(job)
    }
    guard campaignOrders.removeValue(forKey: job) != nil else { return [] }
    switch answer {
    case .draft(let draft):
      guard dialogs.isEmpty else { return [] }
      dialogs.append(.form(CampaignForm.form(draft)))
      return []
    case .done(let id, let sentence):
      if clock.run != nil { clock.deeds += 1 }
      notify(.success, sentence)
      if let id { campaigns.expect(id) }
      return reloadCampaigns() + reload([.offers])
    case .reported(let request, let result):
      finish(request, result)
      return []
    case .saved: return []
    }
  }

  /// An order that was not carried out. False if nobody waits for the job.
  mutating func failCampaignOrder(_ job: Job, _ reason: String) -> Bool {
    guard campaignOrders.removeValue(forKey: job) != nil else { return false }
    notify(.failure, reason)
    // What it was about may be another by now.
    if campaigns.isRead { campaigns.reloads.note([.campaigns], at: wall) }
    return true
  }

  /// Carries out the answer to a question.
  mutating func carryOut(_ outcome: CampaignsOutcome) -> [Effect] {
    switch outcome {
    case .period(let period): campaigns.period = period
    case .askPeriod: dialogs.append(.form(CampaignPeriodForm.form(self)))
    case .measure(let measure): campaigns.measure = measure
    case .rank(let metric):
      campaigns.metric = metric
      campaigns.table.sort(by: nil)
    case .pause(let id): return order(CampaignOrder.pause(id))
    case .resume(let id): return order(CampaignOrder.resume(id))
    case .end(let id): return order(CampaignOrder.end(id))
    case .view(let id): show(view: id)
    case .nameView: askForViewName()
    case .askForget: askToForgetView()
    case .forgetView(let name): return order(.forgetView(name))
    case .newMonitor: dialogs.append(.form(CampaignMonitorForm.form(self)))
    case .forgetMonitor(let id): return order(.forgetMonitor(id))
    case .nameReport(let request): askForName(of: request)
    case .report(let request): return order(.report(request))
    }
    return continueCampaigns()
  }

  // MARK: Steps of a life

  private mutating func askToPause() {
    guard let campaign = campaigns.selected?.campaign else { return }
    let isPaused = campaign.state == .paused
    let offers = Quantity.count(campaign.offers.count, "offer")
    let option = Choice.Option(
      title: isPaused ? "Resume" : "Pause", detail: "y",
      outcome: .campaigns(isPaused ? .resume(campaign.id) : .pause(campaign.id)))
    dialogs.append(
      .choice(
        Choice(
          isPaused ? "Resume this campaign?" : "Pause this campaign?",
          lines: [
            campaign.name,
            isPaused
              ? "Its \(offers) may be shown again."
              : "Nobody is shown its \(offers) until it is resumed; claims stay good.",
          ], cancel: "Cancel", options: [option], isQuestion: true)))
  }

  private mutating func askToEndCampaign() {
    guard let campaign = campaigns.selected?.campaign else { return }
    let option = Choice.Option(title: "End", detail: "y", outcome: .campaigns(.end(campaign.id)))
    dialogs.append(
      .choice(
        Choice(
          "End this campaign?",
          lines: [
            campaign.name,
            "Its \(Quantity.count(campaign.offers.count, "offer")) are shown no more until another campaign takes them up.",
            "What it counted stays; it cannot be begun again.",
          ], cancel: "Go on with it", options: [option], isQuestion: true)))
  }

  // MARK: Ways of looking

  private mutating func askForPeriod() {
    let days = [7, 30, 90, 365]
    var options = days.map { days in
      Choice.Option(
        title: "last \(days) days", detail: "beside the \(days) before", outcome: .campaigns(.period(.last(days))))
    }
    options.append(
      Choice.Option(title: "from … to …", detail: "any days", outcome: .campaigns(.askPeriod)))
    options.append(
      Choice.Option(title: "everything", detail: "since the first day", outcome: .campaigns(.period(.lifetime))))
    var choice = Choice(
      "Days", lines: ["Which days are looked at, everywhere on this screen?"], cancel: "Leave it", options: options,
      isQuestion: false)
    let present: Int? =
      switch campaigns.period {
      case .last(let count): days.firstIndex(of: count)
      case .span: days.count
      case .lifetime: days.count + 1
      }
    choice.selection = present.map { $0 + 1 } ?? 1
    dialogs.append(.choice(choice))
  }

  private mutating func askForMeasure() {
    let options = TrendMeasure.all.map {
      Choice.Option(title: $0.title, detail: "", outcome: .campaigns(.measure($0)))
    }
    var choice = Choice(
      "Another number", lines: ["Which number do the trend, the hours and the forecast draw?"], cancel: "Leave it",
      options: options, isQuestion: false)
    choice.selection = (TrendMeasure.all.firstIndex(of: campaigns.measure) ?? 0) + 1
    dialogs.append(.choice(choice))
  }

  private mutating func askForRank() {
    let options = CampaignMetric.allCases.map {
      Choice.Option(title: $0.title, detail: $0.isCost ? "lowest first" : "", outcome: .campaigns(.rank($0)))
    }
    var choice = Choice(
      "Rank by",
      lines: ["By the bound of the interval that luck does not lift; without an interval a campaign is last."],
      cancel: "Leave it", options: options, isQuestion: false)
    choice.selection = (CampaignMetric.allCases.firstIndex(of: campaigns.metric) ?? 0) + 1
    dialogs.append(.choice(choice))
  }

  /// Smaller or larger steps of the trend.
  private mutating func step(_ direction: Int) -> [Effect] {
    let grains = CampaignTrend.Grain.allCases
    let here = grains.firstIndex(of: campaigns.grain) ?? 1
    let next = grains[min(max(0, here + direction), grains.count - 1)]
    guard next != campaigns.grain else {
      notify(.information, direction < 0 ? "The trend goes by the hour already" : "The trend goes by the month already")
      return []
    }
    campaigns.grain = next
    campaigns.cursors[.trend]?.column = nil
    notify(.information, "The trend goes by the \(next.rawValue)")
    return continueCampaigns()
  }

  private mutating func followOffers() -> [Effect] {
    guard let offer = campaigns.selected?.campaign.offers.first else {
      notify(.information, "It has no offers; e adds some")
      return []
    }
    rememberPlace()
    screen = .partners
    partners.isZoomed = false
    partners.wayBack = []
    partners.focus = .offer
    return goTo(partner: nil, offer: offer)
  }

  private mutating func openShift() -> [Effect] {
    guard let form = CampaignShiftForm.form(self) else {
      notify(.information, "What if: it takes two campaigns of one currency with money spent in these days")
      return []
    }
    dialogs.append(.form(form))
    return []
  }
}
