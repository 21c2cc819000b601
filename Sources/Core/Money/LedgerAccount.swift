/// Where commission stands in the double-entry ledger. A debit is above zero, a credit below, and every entry sums to
/// zero, so all accounts together do.
package enum LedgerAccount: String, Sendable, CaseIterable {
  /// The partner owes it, and its period is still open.
  case due = "commission_due"
  /// What we have earned, a credit.
  case earned = "commission_earned"
  /// The partner owes it by a statement that is closed.
  case settled = "commission_settled"
}
