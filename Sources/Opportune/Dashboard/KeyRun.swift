import Core
import Store
import TUI

/// A visit without a terminal: keys are pressed one after the other, and what they ask for is done before the next, on a
/// copy of the database in memory. The same keys on the same database end in the same picture.
struct KeyRun {
  private(set) var state: State
  private let work: DashboardWork

  /// What stands between two frames of a running clock, in milliseconds.
  private static let frame: Int64 = 33
  /// Longest wait, in seconds.
  private static let longestWait = 3600

  /// - Parameters:
  ///   - who: who presses the keys.
  ///   - open: opens the database, with the first key that needs it.
  init(_ state: State, seed: UInt64, who: @escaping (Store) throws -> Actor, open: @escaping () throws -> Store) {
    self.state = state
    work = DashboardWork(generator: AnyGenerator(SeededGenerator(seed: seed)), seed: seed, files: .nowhere, who: who) {
      try open().copyInMemory(zones: SystemZones.zones)
    }
  }

  /// Reads what the screen shows.
  mutating func start() { send(.started) }

  /// Plays words parted by blanks: names of keys, text where text is typed, and `+5` for five seconds that pass.
  /// - Throws: ``InvalidInput`` for a word that is none of these where it stands.
  mutating func play(_ words: String) throws(InvalidInput) {
    for word in words.split(separator: " ") { try play(word: String(word)) }
  }

  private mutating func play(word: String) throws(InvalidInput) {
    if word.hasPrefix("+"), let seconds = Int(word.dropFirst()), (1...Self.longestWait).contains(seconds) {
      let end = state.wall + .seconds(Int64(seconds))
      while state.wall < end { send(.tick(min(end, state.wall + TimeSpan(milliseconds: Self.frame)))) }
    } else if let key = Key(parsing: word) {
      send(.input(.key(key)))
    } else if state.isTyping {
      for scalar in word.unicodeScalars { send(.input(.key(.character(scalar)))) }
    } else {
      throw InvalidInput(
        field: "--keys",
        "has '\(word)', which is no key, and no text is typed there; 'opportune help keys' lists the keys")
    }
  }

  /// Gives the state an action, and the answers to all that follows from it.
  private mutating func send(_ action: Action) {
    var waiting = [action]
    while !waiting.isEmpty {
      let effects = state.reduce(waiting.removeFirst())
      waiting += effects.compactMap { work.answer($0.unhurried, now: state.now) }
    }
  }
}

extension Effect {
  /// The same, but a stride of the clock goes as far as it is meant to, however long that takes.
  fileprivate var unhurried: Effect {
    guard case .clock(let job, .advance(let target, _), let request) = self else { return self }
    return .clock(job, .advance(to: target, milliseconds: .max), request)
  }
}
