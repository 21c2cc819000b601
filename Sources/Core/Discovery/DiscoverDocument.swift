/// One decision for one session: what `discover` prints and what the Discover screen shows.
package struct DiscoverDocument: Hashable, Sendable {
  package let context: Context
  /// Nil when nothing was written.
  package let decisionID: ID<DecisionRecord>?
  package let profile: OfferProfile
  package let ranking: Ranking
  package let partnerNames: [Partner.ID: String]
  package let personName: String?
  /// The ranking as it is, where this one only supposes something.
  package let comparison: WhatIfComparison?

  package init(
    context: Context, decisionID: ID<DecisionRecord>?, profile: OfferProfile, ranking: Ranking,
    partnerNames: [Partner.ID: String], personName: String?,
    comparison: WhatIfComparison? = nil
  ) {
    self.context = context
    self.decisionID = decisionID
    self.profile = profile
    self.ranking = ranking
    self.partnerNames = partnerNames
    self.personName = personName
    self.comparison = comparison
  }
}
