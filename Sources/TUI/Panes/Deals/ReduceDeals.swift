import Canvas
import Core

extension State {
  /// The topics the Rules screen shows something of.
  private static let dealsTopics: Set<Topic> = [.deals, .people]

  /// Listings that are listed at most; of more, those that the rule finds or nearly finds.
  private static let mostListings = 10_000

  /// While the town's clock runs, the lists are read no more often than this.
  private static let shortestPause = TimeSpan.seconds(1)

  /// Takes note of changes, and reads them if the screen is looked at.
  mutating func refreshDeals(_ topics: Set<Topic>) -> [Effect] {
    guard !topics.isDisjoint(with: Self.dealsTopics), deals.board != nil else { return [] }
    deals.failure = nil
    deals.reloads.note(topics, at: wall)
    if deals.listingsPage != nil { deals.listingReloads.note(topics, at: wall) }
    return continueDeals()
  }

  /// Reads everything on the screen anew.
  mutating func reloadDeals() -> [Effect] {
    guard screen == .deals || deals.board != nil else { return [] }
    return noteDeals()
  }

  private mutating func noteDeals() -> [Effect] {
    deals.failure = nil
    deals.reloads.note([.deals], at: wall)
    if deals.listingsPage != nil { deals.listingReloads.note([.deals], at: wall) }
    return continueDeals()
  }

  /// Begins the reads that are due: of the lists, then of the page. Not while the view is frozen, and not for a screen
  /// that nobody looks at.
  mutating func continueDeals() -> [Effect] {
    guard screen == .deals, actor.role != .partner, welcome == nil, !isFrozen || deals.board == nil else { return [] }
    if deals.board == nil, deals.failure == nil, deals.reloads.inFlight == nil {
      deals.reloads.note([.deals], at: wall)
    }
    return readDeals() + readListings() + readDealsPage()
  }

  private mutating func readDeals() -> [Effect] {
    guard deals.reloads.canBegin, deals.failure == nil else { return [] }
    if clock.isMoving, let last = deals.readAt, wall >= last, wall - last < Self.shortestPause { return [] }
    let job = nextJob()
    deals.readAt = wall
    let request = DealsRequest(person: deals.person)
    return deals.reloads.begin(job) { _ in request }.map { [.loadDeals(job, $0)] } ?? []
  }

  /// The listings are many, so that they are read only for who looks at them.
  private mutating func readListings() -> [Effect] {
    guard deals.shelf == .listings, deals.board != nil, deals.failure == nil else { return [] }
    let wanted = ListingsRequest(
      rule: deals.rules.selectedID, limit: Self.mostListings, including: deals.sought)
    if deals.shownListings != wanted, deals.listingReloads.inFlight?.request != wanted {
      deals.listingReloads.note([], at: wall)
    }
    guard deals.listingReloads.canBegin else { return [] }
    let job = nextJob()
    return deals.listingReloads.begin(job) { _ in wanted }.map { [.loadListings(job, $0)] } ?? []
  }

  private mutating func readDealsPage() -> [Effect] {
    guard let subject = deals.subject, deals.failure == nil else { return [] }
    if deals.currentPage == nil, deals.pageSubject != subject, deals.pageReloads.inFlight?.request != subject {
      deals.pageReloads.note([], at: wall)
    }
    guard deals.pageReloads.canBegin else { return [] }
    let job = nextJob()
    let person = deals.board?.person?.id
    return deals.pageReloads.begin(job) { _ in subject }.map { [.loadDealsPage(job, $0, of: person)] } ?? []
  }

  /// Shows lists that were waited for; old ones are dropped.
  mutating func show(_ board: DealsBoard, from job: Job) -> [Effect] {
    guard let request = deals.reloads.finish(job, at: wall) else { return [] }
    if let old = deals.board, old.person?.id == board.person?.id {
      discovery.marks.mark(changesFrom: old, to: board, at: wall)
    }
    deals.show(board)
    if request.person != deals.person { deals.reloads.note([], at: wall) }
    // What the page tells may be another too.
    if deals.currentPage != nil { deals.pageReloads.note([], at: wall) }
    return continueDeals()
  }

  /// Shows listings that were waited for; if another rule is selected by now, they are read anew.
  mutating func show(_ page: ListingsPage, from job: Job) -> [Effect] {
    guard let request = deals.listingReloads.finish(job, at: wall) else { return [] }
    deals.show(page, of: request)
    return continueDeals()
  }

  /// Shows a page that was waited for; if something else is selected by now, that is read next.
  mutating func show(_ page: DealsPage?, from job: Job) -> [Effect] {
    guard let subject = deals.pageReloads.finish(job, at: wall) else { return [] }
    deals.show(page, of: subject)
    // It is gone, and so is its row as soon as the lists are read.
    if page == nil, deals.subject == subject { deals.reloads.note([.deals], at: wall) }
    return continueDeals()
  }

  /// A read that failed is tried again with the next change or `r`. False if nobody waits for the job.
  mutating func failDeals(_ job: Job, _ reason: String) -> Bool {
    guard deals.reloads.fail(job) || deals.listingReloads.fail(job) || deals.pageReloads.fail(job) else { return false }
    deals.failure = reason
    notify(.failure, reason)
    return true
  }
}
