/// A listing in the numbers of an index.
struct ListingLook {
  let terms: TermSet
  let pass: RuleGate.Pass
  let category: UInt32?
  let currency: UInt32
  /// Less than any that is asked for where it is not known.
  let score: Double
  let position: Coordinate?
  /// Anywhere for a listing that is nowhere: no gate of a circle lets it pass.
  let point: SpherePoint

  init(_ listing: PackedListing, terms: TermSet, category: UInt32?, currency: UInt32?) {
    self.terms = terms
    pass = RuleGate.Pass(listing, category: category, currency: currency)
    self.category = category
    self.currency = currency ?? RuleRecord.anyCurrency
    score = listing.dealScore ?? -0.5
    position = listing.position
    point = SpherePoint(listing.position ?? .origin)
  }
}
