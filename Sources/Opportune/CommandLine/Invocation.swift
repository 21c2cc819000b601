import Core
import Glibc
import Store

/// One run of one command: what was asked, and what the machine around it offers.
struct Invocation {
  let arguments: Arguments
  let globals: GlobalFlags
  let environment: Environment
  let output: StandardOutput
  /// The fixed clock, or what the machine's showed when the run began. With a database open it is ``now(in:)`` that
  /// counts.
  let now: Timestamp

  init(arguments: Arguments, globals: GlobalFlags, environment: Environment, output: StandardOutput) {
    self.arguments = arguments
    self.globals = globals
    self.environment = environment
    self.output = output
    now = globals.now ?? Self.machineClock()
  }

  /// What the clock of a database's town shows, unless it is fixed: a demo keeps its own time, see
  /// ``Store/townClock(machine:)``.
  func now(in store: Store) throws(StoreError) -> Timestamp {
    if let fixed = globals.now { return fixed }
    return try store.townClock(machine: now)
  }

  /// What the machine's clock shows.
  static func machineClock() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// Where random choices come from: the seed if one is given, mixed with what the choice is for so that no two
  /// choices are the same; else the machine.
  func generator(for purpose: Int64...) -> AnyGenerator {
    guard let seed = globals.seed else { return AnyGenerator(SystemRandomNumberGenerator()) }
    let mixed = (purpose + [now.milliseconds]).reduce(seed) { mixed, part in
      (mixed ^ UInt64(bitPattern: part)) &* 0x9E37_79B9_7F4A_7C15
    }
    return AnyGenerator(SeededGenerator(seed: mixed))
  }
}

/// Random bits from the machine or from a seed.
struct AnyGenerator: RandomNumberGenerator {
  private var generator: any RandomNumberGenerator

  init(_ generator: any RandomNumberGenerator) {
    self.generator = generator
  }

  mutating func next() -> UInt64 {
    generator.next()
  }
}
