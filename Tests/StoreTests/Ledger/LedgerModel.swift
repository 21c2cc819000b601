import Core

/// The ledger kept by hand beside the real one: a list of amounts for each partner and month, and no SQL.
struct LedgerModel {
  struct Booking: Equatable {
    let claim: Claim.ID
    let baseCents: Int64
    let commissionCents: Int64
  }

  /// A redeemed claim, with what is left to give back.
  struct Redeemed {
    let claim: Claim
    let partner: Int
    let basisPoints: Int
    var remaining: Int64
    var commission: Int64
  }

  private(set) var bookings: [Int: [Int: [Booking]]] = [:]
  private(set) var closed: [Int: Set<Int>] = [:]
  var redeemed: [Redeemed] = []

  /// Half up by long division: the whole part, and one more if the rest is half or more.
  static func commission(_ base: Int64, _ basisPoints: Int) -> Int64 {
    let (whole, rest) = (base * Int64(basisPoints)).quotientAndRemainder(dividingBy: 10_000)
    return rest >= 5000 ? whole + 1 : whole
  }

  /// Year x 100 + month of an instant at a fixed offset: days are counted off month by month from January 2026.
  static func month(of instant: Timestamp, offsetMinutes: Int64) -> Int {
    let start: Int64 = 1_767_225_600_000
    var days = (instant.milliseconds + offsetMinutes * 60_000 - start) / 86_400_000
    var (year, month) = (2026, 1)
    let lengths: [Int64] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    while days >= lengths[month - 1] {
      days -= lengths[month - 1]
      month += 1
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    return year * 100 + month
  }

  /// Books into the month, or the next one that is open.
  mutating func book(_ booking: Booking, partner: Int, month: Int) {
    var month = month
    while closed[partner, default: []].contains(month) { month = month % 100 == 12 ? month + 89 : month + 1 }
    bookings[partner, default: [:]][month, default: []].append(booking)
  }

  /// Closes a month.
  mutating func close(_ month: Int, partner: Int) {
    closed[partner, default: []].insert(month)
  }

  /// What is due, earned and settled.
  func accounts(of partner: Int) -> [String: Int64] {
    var accounts: [String: Int64] = ["commission_due": 0, "commission_earned": 0, "commission_settled": 0]
    for (month, list) in bookings[partner] ?? [:] {
      let sum = list.reduce(0) { $0 + $1.commissionCents }
      accounts["commission_earned", default: 0] -= sum
      accounts[closed[partner, default: []].contains(month) ? "commission_settled" : "commission_due", default: 0] +=
        sum
    }
    return accounts
  }
}
