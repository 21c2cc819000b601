import Core
import Store

/// Processes that redeem open claims of one offer at the same time, each its own or all the same.
struct RedeemRace {
  /// Redemptions a second of all processes together.
  let rate: Double
  /// The longest that a single redemption took, waiting included.
  let longest: Duration
  /// Redemptions that were answered or booked beyond one for each claim.
  let extra: Int
  /// Tries that found a claim redeemed already.
  let refused: Int

  static let claims = 2000

  /// Lets a race happen on a fresh copy of the standard town.
  /// - Parameter sharing: whether every process tries every claim.
  init(processes: Int, sharing: Bool = false) throws {
    let copy = try BenchTown.standard.copy()
    let store = try copy.store()
    let counter = try AcceptCounter(store, sessions: Self.claims, places: nil)
    let made = try counter.sessions.map { session throws(StoreError) in try counter.accept(in: session, store).id }
    let partner = try store.offer(counter.offer).partnerID
    let before = try Self.booked(store, partner)
    let share = sharing ? Self.claims : Self.claims / processes
    let race = try ProcessRace(
      RedeemWorker.flag,
      arguments: (0..<processes).map { worker in
        let first = sharing ? 0 : worker * share
        return RedeemWorker.arguments(made[first..<first + share], of: partner, in: copy)
      })
    let booked = try Self.booked(store, partner) - before
    guard race.done == booked else {
      throw BenchFailure("\(race.done) redemptions were answered, \(booked) are booked")
    }
    guard race.done >= Self.claims else { throw BenchFailure("only \(race.done) claims were redeemed") }
    rate = race.rate
    longest = race.longest
    extra = race.done - Self.claims
    refused = race.refused
  }

  /// Redemptions in the partner's ledger.
  private static func booked(_ store: Store, _ partner: Partner.ID) throws -> Int {
    try store.settlements(partner: partner, for: Actor(.operator, "bench")).reduce(0) { $0 + $1.redemptions }
  }
}
