extension BudgetPacing {
  /// Days of past that a projection is made from at most, and at least.
  private static let window = 28
  private static let leastDays = 7

  private static let method = """
    the mean of the last 28 whole days at most, fixed costs left out, times the days left; the interval is Student's for a \
    sum of days to come
    """

  /// What a budget is held against.
  package struct Facts: Hashable, Sendable {
    package var budgetCents: Int64?
    package var dailyBudgetCents: Int64?
    /// In all, ever.
    package var spentMicros: Int64
    /// What of it was a fixed cost, booked on ``first``.
    package var fixedMicros: Int64
    /// First and last local day it runs; last nil is open.
    package var first: CivilDate
    package var last: CivilDate?
    /// Whether it has ended, by hand or by its date.
    package var isOver: Bool

    package init(
      budgetCents: Int64?, dailyBudgetCents: Int64?, spentMicros: Int64, fixedMicros: Int64, first: CivilDate,
      last: CivilDate?, isOver: Bool
    ) {
      self.budgetCents = budgetCents
      self.dailyBudgetCents = dailyBudgetCents
      self.spentMicros = spentMicros
      self.fixedMicros = fixedMicros
      self.first = first
      self.last = last
      self.isOver = isOver
    }
  }

  /// Projects a campaign's spend to its end.
  /// - Parameters:
  ///   - days: those with anything, of the last 29 days at least.
  ///   - today: the day that has not ended yet.
  package init(_ facts: Facts, days: [CampaignDay], today: CivilDate) {
    let pace = Pace(facts, days: days, today: today, window: Self.window)
    let budget = facts.budgetCents.map { Double($0) * Double(CampaignCounts.microsPerCent) }
    let isSpent = budget.map { Double(facts.spentMicros) >= $0 } ?? false
    let canProject = pace.days >= Self.leastDays && !facts.isOver
    let left = facts.last.map { max(0, $0.dayNumber - today.dayNumber) }
    let projected = canProject ? left.map { pace.total(after: $0) } : nil
    let runsOut: (Pace.Bound) -> CivilDate? = { bound in
      guard canProject, !isSpent, let budget else { return nil }
      return pace.day(on: today, reaching: budget, bound).flatMap { day in
        facts.last.map { day <= $0 } ?? true ? day : nil
      }
    }
    let (state, reason) = Self.state(facts, budget, isSpent, pace, projected)
    self.init(
      state: state, budgetCents: facts.budgetCents, dailyBudgetCents: facts.dailyBudgetCents,
      spentMicros: facts.spentMicros, evenMicros: Self.even(facts, today), perDayMicros: canProject ? pace.mean : nil,
      pastDays: pace.days, lastDay: facts.last, daysLeft: left, projectedMicros: projected?.expected,
      projectedInterval: projected.map { Interval($0.low, $0.high) }, runsOut: runsOut(.expected),
      runsOutEarliest: runsOut(.high), runsOutLatest: runsOut(.low), reason: reason, method: Self.method)
  }

  private static func state(
    _ facts: Facts, _ budget: Double?, _ isSpent: Bool, _ pace: Pace, _ projected: Pace.Total?
  ) -> (State, String?) {
    if facts.isOver { return (.ended, "it has ended: nothing is spent any more") }
    guard let budget else { return (.unknown, "it has no budget") }
    if isSpent { return (.spent, "the budget is used up") }
    guard pace.days >= leastDays else {
      return (.unknown, "it takes \(leastDays) whole days to see a pace; there are \(pace.days)")
    }
    guard let projected else { return (.unknown, "it has no end: a budget lasts as long as its pace lets it") }
    if abs(projected.expected - budget) <= 0.05 * budget { return (.on, nil) }
    if projected.low > budget { return (.over, nil) }
    return (projected.high < budget ? .under : .on, nil)
  }

  private static func even(_ facts: Facts, _ today: CivilDate) -> Int64? {
    guard let last = facts.last, let budget = facts.budgetCents, last >= facts.first else { return nil }
    let days = last.dayNumber - facts.first.dayNumber + 1
    let gone = min(days, max(0, today.dayNumber - facts.first.dayNumber + 1))
    return Int64(clamping: Int128(budget) * Int128(CampaignCounts.microsPerCent) * Int128(gone) / Int128(days))
  }
}

/// How much is spent in a day, and what that means for days to come. All in micros.
private struct Pace {
  enum Bound { case low, expected, high }

  struct Total {
    let low: Double
    let expected: Double
    let high: Double
  }

  /// Whole days it is taken from.
  let days: Int
  let mean: Double
  private let deviation: Double
  /// For two sides at 95 %.
  private let t: Double
  /// All up to yesterday, and today so far.
  private let before: Double
  private let today: Double

  init(_ facts: BudgetPacing.Facts, days: [CampaignDay], today: CivilDate, window: Int) {
    let known = Dictionary(days.map { ($0.day, $0.counts.spendMicros) }) { $0 + $1 }
    func spend(_ day: CivilDate) -> Double {
      Double(max(0, (known[day] ?? 0) - (day == facts.first ? facts.fixedMicros : 0)))
    }
    let past = (1...window).map { today.adding(days: -$0) }.filter { $0 >= facts.first }.map(spend)
    let n = Double(past.count)
    let mean = past.isEmpty ? 0 : past.reduce(0, +) / n
    self.days = past.count
    self.mean = mean
    deviation = past.count > 1 ? (past.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)).squareRoot() : 0
    t = Student.twoSided(0.95, degreesOfFreedom: n - 1) ?? 0
    self.today = spend(today)
    before = Double(facts.spentMicros) - self.today
  }

  /// In all, so many days after today; today brings what it has brought, or a mean day.
  func total(after count: Int) -> Total {
    let expected = before + max(today, mean) + mean * Double(count)
    let open = Double(count + (today < mean ? 1 : 0))
    let reach = t * deviation * (open * (1 + open / Double(max(1, days)))).squareRoot()
    let least = before + today
    return Total(low: max(least, expected - reach), expected: max(least, expected), high: expected + reach)
  }

  /// The first day on which a bound of the total reaches an amount; nil within ten years.
  func day(on today: CivilDate, reaching amount: Double, _ bound: Bound) -> CivilDate? {
    (0..<3650).first { count in
      let total = total(after: count)
      switch bound {
      case .low: return total.low >= amount
      case .expected: return total.expected >= amount
      case .high: return total.high >= amount
      }
    }.map { today.adding(days: $0) }
  }
}
