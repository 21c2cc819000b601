import Core

extension State {
  /// Runs to a time as fast as can be, with the progress in sight; one that lies behind is reached from the last bookmark
  /// before it, or from the start.
  mutating func jump(to target: Timestamp) -> [Effect] {
    clock.isRunning = false
    endJump()
    clock.pace = ClockPace()
    let job = nextJob()
    let here = clock.run?.now ?? now
    clock.jump = TownClock.Jump(job: job, from: here, target: target)
    begin(Progress(job, "Jumping to \(timeText(of: target))", part: 0, detail: timeText(of: here)))
    guard let run = clock.run, target < run.now else { return continueClock() }
    let bookmark = run.bookmarks.filter { $0.at <= target }.max { $0.at < $1.at }
    return give(bookmark.map { .go(to: $0) } ?? .backToStart)
  }

  /// Gives up a jump where it is; nothing if there is none.
  mutating func endJump() {
    guard let jump = clock.jump else { return }
    endProgress(of: jump.job)
    clock.jump = nil
  }

  /// Gives up a jump because a person asked for it.
  mutating func cancelJump() -> [Effect] {
    let effects = pauseClock()
    notify(.information, "The jump was stopped at \(timeText(of: clock.run?.now ?? now))")
    return effects
  }

  /// After a leap through time whoever was looked at may be long gone: then somebody who is there is chosen.
  mutating func leaveWhoIsGone() -> [Effect] {
    guard !isFrozen, discovery.session?.hasEnded(at: now) ?? true else { return [] }
    discovery.deselectSession()
    return reload([.sessions])
  }

  /// Notes how far a jump is, and ends it where it has got there.
  mutating func noteJump(after order: ClockOrder, _ report: TownRunReport) {
    guard var jump = clock.jump else { return }
    guard report.now < jump.target else { return endJump() }
    switch order {
    case .backToStart, .go:
      // The way begins anew from the place that was gone back to.
      jump = TownClock.Jump(job: jump.job, from: report.now, target: jump.target)
      clock.jump = jump
    default: break
    }
    note(jump.part(at: report.now), timeText(of: report.now), of: jump.job)
  }
}

extension TownClock.Jump {
  /// How much of the way is behind, 0 to 1.
  func part(at now: Timestamp) -> Double {
    let whole = Double((target - from).milliseconds)
    return whole > 0 ? min(1, max(0, Double((now - from).milliseconds) / whole)) : 1
  }
}
