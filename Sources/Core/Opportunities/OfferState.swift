/// Where an offer stands in its life; only an active one is ever decided.
package enum OfferState: String, Sendable, CaseIterable {
  case draft, pending, approved, rejected, scheduled, active, paused, ended, archived
}
