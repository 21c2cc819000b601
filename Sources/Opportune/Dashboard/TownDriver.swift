import Core
import Store
import TUI

/// Carries out the orders of the town's clock on one ``TownRun``, which the first order begins. From then on whoever
/// reads or writes must do so in ``store`` and at ``now``.
final class TownDriver {
  private let seed: UInt64
  /// The database as it was opened.
  private let opened: Store
  private var run: TownRun
  private var start: Timestamp
  private var story: TownStory
  private var takenOver: ParkingSession.ID?
  /// What the last board was read at: nothing new is read while both stay as they are.
  private var shown: Shown?

  private struct Shown: Equatable {
    let request: BoardRequest
    let events: Int
    let minute: Int64
  }

  /// Begins a run.
  /// - Parameters:
  ///   - opened: the database; a live one is copied.
  ///   - now: the town's time.
  /// - Throws: ``Failure`` where there is no car park to arrive at.
  init(_ opened: Store, seed: UInt64, now: Timestamp, story: TownStory = .ordinaryDays) throws {
    self.opened = opened
    self.seed = seed
    self.story = story
    run = try Self.run(opened, story, seed: seed, now: now)
    start = run.now
  }

  /// Where the town lives.
  var store: Store { run.store }

  /// The town's clock.
  var now: Timestamp { run.now }

  /// Does what is ordered and tells how the town stands then, with the screen as it is asked for.
  func carryOut(_ order: ClockOrder, _ request: BoardRequest?) throws -> ClockNews {
    var report: TownRunReport?
    switch order {
    case .advance(let instant, let milliseconds):
      try run.advance(to: instant, for: milliseconds == .max ? nil : .milliseconds(milliseconds))
    case .step:
      let event = try run.step()
      report = self.report
      report?.event = event
    case .backToStart: try run.backToStart()
    case .bookmark(let title): try run.bookmark(title)
    case .go(let bookmark): try run.go(to: bookmark)
    case .remove(let bookmark): run.remove(bookmark)
    case .begin(let story): try begin(story)
    case .takeOver(let session): takeOver(session)
    case .handBack: takeOver(nil)
    }
    return ClockNews(report ?? self.report, try board(request, isStride: order.isStride))
  }

  /// How the town stands where it was just begun.
  func news(_ request: BoardRequest?) throws -> ClockNews { ClockNews(report, try board(request, isStride: false)) }

  /// A claim was made for a session's driver by the person at the screen.
  func accepted(_ claim: Claim, in session: ParkingSession.ID) throws { try run.accepted(claim, in: session) }

  /// The person at the screen paid for more time.
  func extended(_ session: ParkingSession) { run.extended(session.id, until: session.expiresAt) }

  private var report: TownRunReport {
    var report = TownRunReport(now: run.now, start: start, seed: seed, story: story, isCopy: run.isCopy)
    report.bookmarks = run.bookmarks
    report.takenOver = takenOver.flatMap { run.isTakenOver($0) ? $0 : nil }
    return report
  }

  private func begin(_ story: TownStory) throws {
    try run.backToStart()
    let new = try Self.run(opened, story, seed: seed, now: run.now)
    run = new
    start = new.now
    self.story = story
    takenOver = nil
  }

  private func takeOver(_ session: ParkingSession.ID?) {
    if let takenOver { run.handBack(takenOver) }
    takenOver = session.flatMap { run.takeOver($0) ? $0 : nil }
  }

  /// The screen; nil where a stride changed nothing that it shows.
  private func board(_ request: BoardRequest?, isStride: Bool) throws -> DiscoverBoard? {
    guard let request else { return nil }
    let minute = run.now.milliseconds / 60_000
    let new = Shown(request: request, events: run.report.events, minute: minute)
    guard !isStride || new != shown else { return nil }
    shown = new
    // Only operators and analysts let the town live.
    return try BoardReader(store, for: Actor(.simulator, "town")).board(request, now: run.now)
  }

  private static func run(_ opened: Store, _ story: TownStory, seed: UInt64, now: Timestamp) throws -> TownRun {
    var options = TownPlan.Options()
    options.seed = seed
    switch story {
    case .ordinaryDays: break
    case .scenario(let scenario): options.scenario = scenario
    case .recorded: options.isRecorded = true
    }
    return try TownRun(opened, options, now: now)
  }
}

extension ClockOrder {
  /// Whether it only lets time pass.
  fileprivate var isStride: Bool {
    if case .advance = self { true } else { false }
  }
}
