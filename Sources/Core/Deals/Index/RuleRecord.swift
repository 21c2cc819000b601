/// What is left to compare of a rule once its gate has let a listing pass: packed, in the order of cost.
struct RuleRecord: Sendable {
  /// -1 where none is asked for.
  let minScore: Double
  /// Numbers of its categories, then codes of its keywords, then codes of its excluded keywords, in the index's lists.
  let asked: UInt32
  let categoryCount: UInt8
  let keywordCount: UInt8
  let excludeCount: UInt8
  /// Where its exact circle stands; -1 without one.
  let exactArea: Int32
  /// What tells most positions from its circle.
  let area: PackedArea?
  /// Its currency's number where it asks for a price.
  let currency: UInt32?
  /// Where its own postings stand in the index's lists.
  var postings: UInt32
  var postingCount: UInt32

  /// How many numbers are asked for in all.
  var askedCount: Int { Int(categoryCount) + Int(keywordCount) + Int(excludeCount) }

  /// Whether it asks for anything that neither its gate nor its prices nor the path to it say exactly.
  func asksMore(than path: RulePath) -> Bool {
    minScore >= 0 || excludeCount > 0 || area != nil || (categoryCount > 0 && path != .categories)
      || (keywordCount > 0 && path != .keywords)
      || currency.map { $0 >= RuleGate.exactCurrencies } ?? false
  }
}

/// By what a rule is reached.
enum RulePath: Sendable {
  case keywords, cells, categories, rest
}
