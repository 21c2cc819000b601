import Canvas
import Core

extension State {
  /// The topics the Campaigns screen shows something of.
  private static let campaignTopics: Set<Topic> = [.campaigns, .interactions, .claims, .clock]

  /// While the town's clock runs, so much changes that the screen is read no more often than this.
  private static let shortestPause = TimeSpan.seconds(1)

  /// Takes note of changes, and reads them if the screen is looked at.
  mutating func refreshCampaigns(_ topics: Set<Topic>) -> [Effect] {
    guard !topics.isDisjoint(with: Self.campaignTopics), campaigns.isRead else { return [] }
    // Figures speak of days, so that a new minute changes none but the first of a day.
    guard topics != [.clock] || isAnotherCampaignDay else { return [] }
    campaigns.failure = nil
    campaigns.reloads.note(topics, at: wall)
    return continueCampaigns()
  }

  /// Reads everything on the screen anew.
  mutating func reloadCampaigns() -> [Effect] {
    guard screen == .campaigns || campaigns.isRead else { return [] }
    campaigns.failure = nil
    campaigns.reloads.note([.campaigns], at: wall)
    return continueCampaigns()
  }

  /// Takes note that somebody comes to the screen, which is a visit.
  mutating func arriveAtCampaigns() -> [Effect] {
    campaigns.isArriving = true
    if campaigns.isRead { campaigns.reloads.note([], at: wall) }
    return continueCampaigns()
  }

  /// What is asked for now.
  var campaignsRequest: CampaignsRequest {
    CampaignsRequest(
      period: campaigns.period, metric: campaigns.metric, viewer: actor.description,
      isVisit: campaigns.isArriving && screen == .campaigns)
  }

  private var sheetRequest: CampaignsState.SheetRequest? {
    campaigns.table.selectedID.map { id in
      CampaignsState.SheetRequest(
        id: id,
        request: CampaignsRequest(
          period: campaigns.period, metric: campaigns.metric, viewer: actor.description, grain: campaigns.grain,
          others: campaigns.others))
    }
  }

  /// Begins the reads that are due: of the board, then of the selected campaign. Not while the view is frozen, and not for
  /// a screen that nobody looks at; the Overview shows the board only.
  mutating func continueCampaigns() -> [Effect] {
    guard screen == .campaigns || screen == .overview, actor.role != .partner, welcome == nil,
      !isFrozen || !campaigns.isRead, campaigns.failure == nil
    else { return [] }
    return readCampaigns() + (screen == .campaigns ? readCampaign() : [])
  }

  private mutating func readCampaigns() -> [Effect] {
    var wanted = campaignsRequest
    wanted.isVisit = campaigns.shownRequest?.isVisit ?? false
    if campaigns.reloads.inFlight == nil, campaigns.shownRequest != wanted { campaigns.reloads.note([], at: wall) }
    guard campaigns.reloads.canBegin else { return [] }
    if clock.isMoving, let last = campaigns.readAt, wall >= last, wall - last < Self.shortestPause,
      campaigns.shownRequest == wanted
    {
      return []
    }
    let job = nextJob()
    campaigns.readAt = wall
    let request = campaignsRequest
    return campaigns.reloads.begin(job) { _ in request }.map { [.loadCampaigns(job, $0)] } ?? []
  }

  private mutating func readCampaign() -> [Effect] {
    guard let wanted = sheetRequest, campaigns.isRead else { return [] }
    if campaigns.shownSheetRequest != wanted, campaigns.sheetReloads.inFlight?.request != wanted {
      campaigns.sheetReloads.note([], at: wall)
    }
    guard campaigns.sheetReloads.canBegin else { return [] }
    let job = nextJob()
    return campaigns.sheetReloads.begin(job) { _ in wanted }.map { [.loadCampaign(job, $0.id, $0.request)] } ?? []
  }

  /// Shows a board that was waited for; old ones are dropped.
  mutating func show(_ board: CampaignsBoard, from job: Job) -> [Effect] {
    guard let request = campaigns.reloads.finish(job, at: wall) else { return [] }
    if request.isVisit { campaigns.isArriving = false }
    // Other days are no change of the world.
    if let old = campaigns.board, campaigns.shownRequest?.period == request.period, old.span == board.span {
      discovery.marks.mark(changesFrom: old, to: board, at: wall)
    }
    let before = campaigns.table.selectedID
    campaigns.shownRequest = request
    campaigns.show(board, now: now)
    if campaigns.table.selectedID != before { keepCampaignInSight() }
    // What the page tells may be another too.
    if campaigns.currentSheet != nil { campaigns.sheetReloads.note([], at: wall) }
    return continueCampaigns()
  }

  /// Shows a campaign that was waited for; if another is selected by now, that one is read next.
  mutating func show(_ sheet: CampaignSheet?, from job: Job) -> [Effect] {
    guard let request = campaigns.sheetReloads.finish(job, at: wall) else { return [] }
    campaigns.shownSheetRequest = request
    if sheet == nil, campaigns.table.selectedID == request.id {
      // It is gone, and so is its row as soon as the list is read.
      campaigns.reloads.note([.campaigns], at: wall)
      return readCampaigns()
    }
    campaigns.show(sheet)
    return continueCampaigns()
  }

  /// A read that failed is tried again with the next change or `r`. False if nobody waits for the job.
  mutating func failCampaigns(_ job: Job, _ reason: String) -> Bool {
    guard campaigns.reloads.fail(job) || campaigns.sheetReloads.fail(job) else { return false }
    campaigns.failure = reason
    notify(.failure, reason)
    return true
  }

  /// Selects a row of the list: another campaign is read.
  mutating func selectCampaignsRow(_ row: Int) -> [Effect] {
    campaigns.failure = nil
    campaigns.table.select(row: row)
    keepCampaignInSight()
    return continueCampaigns()
  }

  mutating func keepCampaignInSight() {
    campaigns.table.keepInSight(height: CampaignsLayout(self).listHeight(self))
  }

  /// Whether another day has begun on the town's clock since the list was read.
  private var isAnotherCampaignDay: Bool {
    guard let last = campaigns.listedAt else { return false }
    return zone.localTime(at: last).date != zone.localTime(at: now).date
  }

  /// Selects a campaign on its screen, as soon as it is in the list.
  mutating func goTo(campaign id: Campaign.ID) -> [Effect] {
    campaigns.expect(id)
    if campaigns.table.selectedID != id { campaigns.reloads.note([], at: wall) }
    return continueCampaigns()
  }

  /// Goes to a campaign that was found elsewhere, and remembers the way.
  mutating func follow(campaign id: Campaign.ID) -> [Effect] {
    rememberPlace()
    dialogs.removeAll()
    screen = .campaigns
    campaigns.isZoomed = false
    campaigns.wayBack = []
    campaigns.focus(on: .list)
    return arriveAtCampaigns() + goTo(campaign: id)
  }
}
