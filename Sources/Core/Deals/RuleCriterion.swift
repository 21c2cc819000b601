/// What a rule can ask, in the order in which what is not met is counted.
package enum RuleCriterion: String, Hashable, Sendable, CaseIterable {
  case keywords
  case excludes = "exclude_keywords"
  case category
  case condition
  case price
  case place
  case score = "deal_score"

  /// As a column's or a line's beginning.
  package var title: String {
    switch self {
    case .keywords: "Keywords"
    case .excludes: "Excluded words"
    case .category: "Category"
    case .condition: "Condition"
    case .price: "Price"
    case .place: "Place"
    case .score: "Deal score"
    }
  }
}
