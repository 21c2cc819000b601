/// What it takes for a listing to satisfy a rule, criterion by criterion: the definition that every faster way is held
/// to.
extension RuleTerms {
  /// The criteria that are asked for, in their order.
  package var criteria: [RuleCriterion] {
    RuleCriterion.allCases.filter { criterion in
      switch criterion {
      case .keywords: !keywords.isEmpty
      case .excludes: !excludes.isEmpty
      case .category: !categories.isEmpty
      case .condition: condition != nil || minCondition != nil
      case .price: hasPrice
      case .place: area != nil
      case .score: minDealScore != nil
      }
    }
  }

  /// Whether a listing meets every criterion. O(words of the listing x keywords).
  package func isMet(by listing: PackedListing) -> Bool {
    RuleCriterion.allCases.reversed().allSatisfy { isMet($0, by: listing) }
  }

  /// Whether a listing meets one criterion; one that is not asked for is met.
  package func isMet(_ criterion: RuleCriterion, by listing: PackedListing) -> Bool {
    switch criterion {
    case .keywords: return keywords.isEmpty || keywords.contains { listing.text.found($0) != nil }
    case .excludes: return !excludes.contains { listing.text.found($0) != nil }
    case .category: return categories.isEmpty || listing.category.map(categories.contains) ?? false
    case .condition: return listing.condition.map(allows) ?? (condition == nil && minCondition == nil)
    case .price:
      guard hasPrice else { return true }
      guard let cents = listing.priceCents, listing.currency == priceCurrency else { return false }
      return minPriceCents ?? .min <= cents && cents <= maxPriceCents ?? .max
    case .place:
      guard let area else { return true }
      return listing.position.map(area.holds) ?? false
    case .score:
      guard let minDealScore else { return true }
      return listing.dealScore.map { $0 >= minDealScore } ?? false
    }
  }

  /// Whether a condition is what is asked for.
  package func allows(_ given: ListingCondition) -> Bool {
    if let condition, given != condition { return false }
    return minCondition.map(given.isAtLeast) ?? true
  }
}
