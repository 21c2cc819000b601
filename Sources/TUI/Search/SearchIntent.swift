/// What the commands of the search through everything mean.
package enum SearchIntent: Hashable, Sendable, CaseIterable {
  case show, follow
  /// From an offer to its partner.
  case partner
}
