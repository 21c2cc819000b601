import Canvas
import Core

extension State {
  /// Does what a command of the clock means.
  mutating func perform(_ intent: ClockIntent) -> [Effect] {
    switch intent {
    case .toggle: return toggleClock()
    case .faster: return setSpeed(clock.speed.faster)
    case .slower: return setSpeed(clock.speed.slower)
    case .step: return stand(then: .step)
    case .backToStart:
      guard clock.deeds > 0 else { return stand(then: .backToStart) }
      askToGoBack()
    case .jump: dialogs.append(.form(JumpForm.form(self)))
    case .bookmarks: askForBookmark()
    case .stories: askForStory()
    case .takeOver: return toggleTakeOver()
    }
    return []
  }

  private mutating func toggleClock() -> [Effect] {
    guard !clock.isMoving else { return pauseClock() }
    clock.isRunning = true
    clock.pace = ClockPace()
    return continueClock()
  }

  /// Lets the clock stand where it is.
  mutating func pauseClock() -> [Effect] {
    guard clock.isMoving else { return [] }
    clock.isRunning = false
    clock.pace = ClockPace()
    endJump()
    return showStanding()
  }

  private mutating func setSpeed(_ speed: ClockSpeed) -> [Effect] {
    clock.speed = speed
    clock.pace = ClockPace()
    return continueClock()
  }

  /// Pauses the clock, then gives an order.
  mutating func stand(then order: ClockOrder) -> [Effect] {
    clock.isRunning = false
    endJump()
    return give(order)
  }

  /// Gives an order, at once or when those before it are carried out.
  mutating func give(_ order: ClockOrder) -> [Effect] {
    clock.waiting.append(order)
    return continueClock()
  }

  /// Gives the next order if none is under way: first those of the person, then a stride of the clock if one is due.
  mutating func continueClock() -> [Effect] {
    guard clock.flight == nil else { return [] }
    if !clock.waiting.isEmpty { return hand(out: clock.waiting.removeFirst()) }
    let town = clock.run?.now ?? now
    if let jump = clock.jump { return hand(out: .advance(to: jump.target, milliseconds: ClockPace.work)) }
    guard clock.isRunning else { return [] }
    if let due = clock.pace.due(at: clock.speed), due > wall { return [] }
    let target = clock.pace.stride(at: clock.speed, wall: wall, town: town)
    return hand(out: .advance(to: target, milliseconds: ClockPace.work))
  }

  private mutating func hand(out order: ClockOrder) -> [Effect] {
    let job = nextJob()
    clock.flight = TownClock.Flight(job: job, order: order)
    var showsTown = !isFrozen
    if case .advance = order { showsTown = showsTown && clock.pace.bringsBoard(wall: wall, every: clock.frame) }
    return [.clock(job, order, showsTown ? discovery.request([], includesDay: screen == .overview) : nil)]
  }

  /// Reads the screen once more where the clock came to stand: not every stride has brought it.
  private mutating func showStanding() -> [Effect] {
    clock.flight == nil && clock.run != nil ? refresh([.clock]) : []
  }

  /// Takes in how the town stands after an order.
  mutating func take(_ news: ClockNews, from job: Job) -> [Effect] {
    guard let flight = clock.flight, flight.job == job else { return [] }
    let before = clock.run
    clock.flight = nil
    clock.course = .simulated(news.report)
    if before == nil { greet(news.report) }
    if !isFrozen { now = news.report.now }
    if !isFrozen, let board = news.board { discovery.show(board, at: wall, isHasty: clock.isHasty) }
    tell(flight.order, news.report)
    let wasJumping = clock.jump != nil
    noteJump(after: flight.order, news.report)
    noteTakeOver(after: flight.order, from: before?.takenOver, to: news.report.takenOver)
    let hasLeapt = wasJumping ? clock.jump == nil : flight.order.isLeap
    let next = presentAnother() + (hasLeapt ? leaveWhoIsGone() : []) + continueClock()
    let isStanding = next.isEmpty && !clock.isMoving && news.board == nil
    return next + (isStanding ? showStanding() : rankIfLeft())
  }

  /// Says what came of an order, in few words; what a running clock does all the time needs none.
  private mutating func tell(_ order: ClockOrder, _ report: TownRunReport) {
    switch order {
    case .backToStart, .begin: clock.deeds = 0
    default: break
    }
    switch order {
    case .advance(let target, _): clock.pace.note(wall: wall, town: report.now, target: target)
    case .step:
      if let event = report.event { notify(.information, eventText(event)) }
    // A jump back goes on from there, and says itself how far it is.
    case .backToStart where clock.jump == nil: notify(.information, "Back at the start, \(timeText(of: report.now))")
    case .go(let bookmark) where clock.jump == nil:
      notify(.information, "Back at \(bookmark.title), \(timeText(of: bookmark.at))")
    case .bookmark(let title): notify(.success, "\(title) is bookmarked; B goes back to it")
    case .remove(let bookmark): notify(.information, "The bookmark \(bookmark.title) is gone")
    case .begin(let story): notify(.success, "\(story.title): space lets it run")
    case .backToStart, .go, .takeOver, .handBack: break
    }
  }

  /// An order could not be carried out: the clock stands. False if nobody waits for the job.
  mutating func failOrder(_ job: Job, _ reason: String) -> Bool {
    guard clock.flight?.job == job else { return false }
    clock.flight = nil
    clock.waiting = []
    clock.isRunning = false
    endJump()
    notify(.failure, reason)
    return true
  }

  /// Tells once what a run means for what is kept.
  private mutating func greet(_ run: TownRunReport) {
    guard run.isCopy else { return }
    let why =
      discovery.board?.town.kind == .live
      ? "This is a live database" : isReadOnly || actor.role == .analyst ? "Opened read-only" : "A replay"
    announce(.warning, "\(why): the clock runs on a copy in memory, and nothing of it is kept")
  }

  /// Reads the ranking of the session the keyboard is on, where the board has another one's.
  private mutating func rankIfLeft() -> [Effect] {
    discovery.document == nil && discovery.session != nil ? reload([]) : []
  }
}
