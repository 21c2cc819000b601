import Core
import Glibc

/// One run of one command: what was asked, and what the machine around it offers.
struct Invocation {
  let arguments: Arguments
  let globals: GlobalFlags
  let environment: Environment
  let output: StandardOutput

  /// The fixed clock, or the machine's.
  var now: Timestamp { globals.now ?? Self.machineClock() }

  /// What the machine's clock shows.
  static func machineClock() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// Who acts: by flag, by environment, or the operator of this account.
  /// - Throws: ``InvalidInput`` for an OPPORTUNE_ACTOR that is no operator or analyst.
  func actor() throws(InvalidInput) -> Actor {
    if let actor = globals.actor { return actor }
    guard let text = environment["OPPORTUNE_ACTOR"] else { return Actor(.operator, environment["USER"] ?? "local") }
    guard let actor = Actor(parsing: text) else {
      throw InvalidInput(field: "OPPORTUNE_ACTOR", "must be operator:NAME or analyst:NAME, not '\(text)'")
    }
    return actor
  }
}
