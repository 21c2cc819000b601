/// Whether a campaign's budget will last: what it will have spent at its end if it goes on as in the last four weeks.
package struct BudgetPacing: Equatable, Sendable {
  package enum State: String, Sendable, CaseIterable {
    /// The budget runs out before the end.
    case over
    /// Within the interval, or within 5 % of the budget.
    case on
    /// Money is left at the end.
    case under
    /// Used up already.
    case spent
    /// It is over: what was spent is what is spent.
    case ended
    /// It has no budget, no end, or too short a past.
    case unknown

    package var words: String {
      switch self {
      case .over: "over pace"
      case .on: "on pace"
      case .under: "under pace"
      case .spent: "budget spent"
      case .ended: "ended"
      case .unknown: "n/a"
      }
    }
  }

  package let state: State
  package let budgetCents: Int64?
  package let dailyBudgetCents: Int64?
  /// In all, fixed costs included.
  package let spentMicros: Int64
  /// What an even spend from start to end would have used by now; nil without a start or an end.
  package let evenMicros: Int64?
  /// Spend a day of the recent past, in micros, and the days it is the mean of.
  package let perDayMicros: Double?
  package let pastDays: Int
  /// Last local day it runs; nil is open.
  package let lastDay: CivilDate?
  /// Days from tomorrow to the last; nil without an end.
  package let daysLeft: Int?
  /// In all at the end if nothing stopped it, in micros, with the interval for so many more days.
  package let projectedMicros: Double?
  package let projectedInterval: Interval?
  /// The day on which the budget runs out at this pace, and at the fastest and the slowest the interval allows; nil is
  /// not before the end.
  package let runsOut: CivilDate?
  package let runsOutEarliest: CivilDate?
  package let runsOutLatest: CivilDate?
  /// Why something is missing, in words; nil where nothing is.
  package let reason: String?
  /// How it is projected, in words.
  package let method: String

  package init(
    state: State, budgetCents: Int64?, dailyBudgetCents: Int64?, spentMicros: Int64, evenMicros: Int64?,
    perDayMicros: Double?, pastDays: Int, lastDay: CivilDate?, daysLeft: Int?, projectedMicros: Double?,
    projectedInterval: Interval?, runsOut: CivilDate?, runsOutEarliest: CivilDate?, runsOutLatest: CivilDate?,
    reason: String?, method: String
  ) {
    self.state = state
    self.budgetCents = budgetCents
    self.dailyBudgetCents = dailyBudgetCents
    self.spentMicros = spentMicros
    self.evenMicros = evenMicros
    self.perDayMicros = perDayMicros
    self.pastDays = pastDays
    self.lastDay = lastDay
    self.daysLeft = daysLeft
    self.projectedMicros = projectedMicros
    self.projectedInterval = projectedInterval
    self.runsOut = runsOut
    self.runsOutEarliest = runsOutEarliest
    self.runsOutLatest = runsOutLatest
    self.reason = reason
    self.method = method
  }

  /// The share of the budget that is spent; nil without a budget.
  package var share: Double? {
    guard let budgetCents, budgetCents > 0 else { return nil }
    return Double(spentMicros) / Double(CampaignCounts.microsPerCent) / Double(budgetCents)
  }
}
