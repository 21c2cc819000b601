import Canvas
import Core

extension State {
  /// Does what a command of the clock means.
  mutating func perform(_ intent: ClockIntent) -> [Effect] {
    switch intent {
    case .toggle:
      clock.isRunning.toggle()
      return [.clock(clock.isRunning ? .run(clock.speed) : .pause)]
    case .step:
      clock.isRunning = false
      return [.clock(.step)]
    case .faster: return setSpeed(clock.speed.faster)
    case .slower: return setSpeed(clock.speed.slower)
    case .backToStart:
      clock.isRunning = false
      return [.clock(.backToStart)]
    }
  }

  private mutating func setSpeed(_ speed: ClockSpeed) -> [Effect] {
    clock.speed = speed
    return clock.isRunning ? [.clock(.run(speed))] : []
  }

  /// Takes in what the simulated town tells.
  mutating func take(_ news: ClockNews) -> [Effect] {
    switch news {
    case .moved(let report, let board):
      clock.course = .simulated(report)
      now = report.now
      if !isFrozen { discovery.show(board, at: wall) }
    case .failed(let reason):
      clock.isRunning = false
      notify(.failure, reason)
    }
    return []
  }
}
