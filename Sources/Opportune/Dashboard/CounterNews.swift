import Core
import Store
import TUI

extension Store {
  /// Carries out what a counter wants, on the partner's own clock.
  func news(_ order: CounterOrder, for actor: Actor, now: Timestamp) throws(StoreError) -> CounterNews {
    switch order {
    case .look(let id):
      let coming = try claimsOnTheWay(of: id, for: actor, now: now)
      let slip = try daySlip(of: id, onDayOf: now, for: actor)
      return .board(CounterBoard(onTheWay: coming, slip: slip, zone: try zone(slip.zone)))
    case .check(let code, let partner): return .checked(try validate(code: code, at: partner, for: actor, now: now))
    case .redeem(let claim, let cents):
      return .redeemed(try redeem(code: claim.code.description, amountCents: cents, by: actor, now: now))
    }
  }
}
