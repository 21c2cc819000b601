import Core

/// A partner's statement of one month, in a box.
package struct StatementSheet: Equatable, Sendable {
  package let partnerID: Partner.ID
  package let partnerName: String
  /// Nil while it is being read.
  package internal(set) var page: StatementPage?
  /// Lines above the first in sight.
  package internal(set) var scroll = 0

  /// The month so many steps back in time from the one that is shown; nil if there is none.
  func month(_ steps: Int) -> SettlementPeriod? {
    guard let page, let here = page.months.firstIndex(of: page.statement.period) else { return nil }
    let index = here + steps
    return page.months.indices.contains(index) ? page.months[index] : nil
  }
}
