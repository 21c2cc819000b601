import Canvas
import Core

extension State {
  /// The topics the Experiments screen shows something of.
  private static let experimentsTopics: Set<Topic> = [.experiments, .interactions, .claims, .clock]

  /// While the town's clock runs, so much changes that the list is read no more often than this.
  private static let shortestPause = TimeSpan.seconds(1)

  /// Takes note of changes, and reads them if the screen is looked at.
  mutating func refreshExperiments(_ topics: Set<Topic>) -> [Effect] {
    guard !topics.isDisjoint(with: Self.experimentsTopics), experiments.board != nil else { return [] }
    // A verdict speaks of days, so that a new minute changes none but the first of a day.
    guard topics != [.clock] || isAnotherDay else { return [] }
    experiments.failure = nil
    experiments.reloads.note(topics, at: wall)
    return continueExperiments()
  }

  /// Reads everything on the screen anew.
  mutating func reloadExperiments() -> [Effect] {
    guard screen == .experiments || experiments.board != nil else { return [] }
    experiments.failure = nil
    experiments.reloads.note([.experiments], at: wall)
    return continueExperiments()
  }

  /// Begins the reads that are due: of the list, then of the selected experiment. Not while the view is frozen, and not
  /// for a screen that nobody looks at; the Overview shows the list only.
  mutating func continueExperiments() -> [Effect] {
    guard screen == .experiments || screen == .overview, actor.role != .partner, welcome == nil,
      !isFrozen || experiments.board == nil
    else { return [] }
    if experiments.board == nil, experiments.failure == nil, experiments.reloads.inFlight == nil {
      experiments.reloads.note([], at: wall)
    }
    return readExperiments() + (screen == .experiments ? readExperiment() : [])
  }

  private mutating func readExperiments() -> [Effect] {
    guard experiments.reloads.canBegin, experiments.failure == nil else { return [] }
    if clock.isMoving, let last = experiments.readAt, wall >= last, wall - last < Self.shortestPause { return [] }
    let job = nextJob()
    experiments.readAt = wall
    return experiments.reloads.begin(job) { _ in true }.map { _ in [.loadExperiments(job)] } ?? []
  }

  private mutating func readExperiment() -> [Effect] {
    guard let id = experiments.table.selectedID, experiments.failure == nil else { return [] }
    if experiments.currentSheet == nil, experiments.sheetReloads.inFlight?.request != id {
      experiments.sheetReloads.note([], at: wall)
    }
    guard experiments.sheetReloads.canBegin else { return [] }
    let job = nextJob()
    return experiments.sheetReloads.begin(job) { _ in id }.map { [.loadExperiment(job, $0)] } ?? []
  }

  /// Shows a list that was waited for; old ones are dropped.
  mutating func show(_ board: ExperimentsBoard, from job: Job) -> [Effect] {
    guard experiments.reloads.finish(job, at: wall) != nil else { return [] }
    if let old = experiments.board { discovery.marks.mark(changesFrom: old, to: board, at: wall) }
    let before = experiments.table.selectedID
    experiments.show(board, now: now)
    if experiments.table.selectedID != before { keepExperimentInSight() }
    // What the page tells may be another too.
    if experiments.currentSheet != nil { experiments.sheetReloads.note([], at: wall) }
    return continueExperiments()
  }

  /// Shows an experiment that was waited for; if another is selected by now, that one is read next.
  mutating func show(_ sheet: ExperimentSheet?, from job: Job) -> [Effect] {
    guard let id = experiments.sheetReloads.finish(job, at: wall) else { return [] }
    if sheet == nil, experiments.table.selectedID == id {
      // It is gone, and so is its row as soon as the list is read.
      experiments.reloads.note([.experiments], at: wall)
      return readExperiments()
    }
    experiments.show(sheet)
    return continueExperiments()
  }

  /// A read that failed is tried again with the next change or `r`. False if nobody waits for the job.
  mutating func failExperiments(_ job: Job, _ reason: String) -> Bool {
    guard experiments.reloads.fail(job) || experiments.sheetReloads.fail(job) else { return false }
    experiments.failure = reason
    notify(.failure, reason)
    return true
  }

  /// Moves within the pane with the keyboard: rows of the list, lines of a page.
  mutating func moveExperiments(by rows: Int) -> [Effect] {
    guard experiments.focus == .list else {
      experiments.scroll = min(max(0, experiments.scroll + rows), ExperimentPagePane(self).longestScroll)
      return []
    }
    let table = experiments.table
    guard table.count > 0 else { return [] }
    let start = table.startingRow ?? (rows > 0 ? -1 : table.count)
    return selectExperimentsRow(min(max(0, start + rows), table.count - 1))
  }

  /// Selects a row of the list: another experiment is read.
  mutating func selectExperimentsRow(_ row: Int) -> [Effect] {
    experiments.failure = nil
    experiments.table.select(row: row)
    keepExperimentInSight()
    return continueExperiments()
  }

  private mutating func keepExperimentInSight() {
    experiments.table.keepInSight(height: ExperimentsLayout(self).listHeight(self))
  }

  /// Gives the keyboard to another pane: the next ones by Tab, the pages beside by the arrows.
  mutating func moveExperimentsPane(_ intent: Intent) {
    let panes = ExperimentsPane.allCases
    let here = panes.firstIndex(of: experiments.focus) ?? 0
    experiments.wayBack = []
    switch intent {
    case .nextPane: experiments.focus(on: panes[(here + 1) % panes.count])
    case .previousPane: experiments.focus(on: panes[(here + panes.count - 1) % panes.count])
    case .paneLeft: experiments.focus(on: panes[max(0, here - 1)])
    default:
      experiments.focus(on: experiments.focus == .list ? experiments.page : panes[min(panes.count - 1, here + 1)])
    }
  }

  /// Goes on to the pages of the selected experiment, and from one page to the next.
  mutating func openExperiment() -> [Effect] {
    guard dialogs.isEmpty, experiments.focus == .list else { return [] }
    experiments.wayBack.append(.list)
    experiments.focus(on: experiments.page)
    return []
  }

  /// Takes away what narrows the view, then goes back to where Enter came from.
  mutating func leaveExperiments() -> [Effect] {
    let table = experiments.table
    if experiments.focus == .list, table.isFiltering || (table.isFiltered && !experiments.isZoomed) {
      clearFilter()
      return continueExperiments()
    }
    if experiments.isZoomed {
      experiments.isZoomed = false
    } else if experiments.focus == .list, table.markCount > 0 {
      changeList { $0.clearMarks() }
    } else if let before = experiments.wayBack.popLast() {
      experiments.focus(on: before)
    } else {
      return returnAlongTrail()
    }
    return []
  }

  /// Whether another day has begun on the town's clock since the list was read.
  private var isAnotherDay: Bool {
    guard let last = experiments.listedAt else { return false }
    return zone.localTime(at: last).date != zone.localTime(at: now).date
  }
}
