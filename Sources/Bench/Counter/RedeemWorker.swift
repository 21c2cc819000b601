import Core
import Store

/// One of several processes that redeem claims at once.
enum RedeemWorker {
  static let flag = "--redeem-worker"

  /// What tells a worker at whose counter it stands and which claims are its own; their numbers follow each other.
  static func arguments(_ claims: ArraySlice<Claim.ID>, of partner: Partner.ID, in copy: WorkingCopy) -> [String] {
    [copy.path, "\(partner)", "\(claims.first ?? .init(0))", "\(claims.count)"]
  }

  /// The worker itself: the path of the database, the partner whose counter it is, the first claim and how many.
  static func main(_ arguments: [String]) throws {
    let numbers = arguments.dropFirst().compactMap { Int64($0) }
    guard let path = arguments.first, numbers.count == 3 else {
      throw BenchFailure("\(flag) needs a database, a partner, a claim and a count")
    }
    let store = try Store.open(at: path, now: Moment.now, zones: Moment.zones)
    let clerk = Actor(Partner.ID(numbers[0]))
    let claims = try store.claims(limit: Int(numbers[2]), after: .init(numbers[1] - 1), for: Actor(.operator, "bench"))
    try ProcessRace.work(calls: claims.count) { call in
      do throws(StoreError) {
        try store.redeem(code: claims[call].code.compact, amountCents: 4000, by: clerk, now: Moment.now)
        return true
      } catch {
        guard case .conflict = error else { throw error }
        return false
      }
    }
  }
}
