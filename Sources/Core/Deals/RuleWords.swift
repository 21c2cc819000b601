/// What a rule means, in words: any of gaming, pc; not mac; in electronics; $200.00 to $800.00.
package enum RuleWords {
  /// The meaning of the terms, part by part, in the order of ``RuleCriterion``.
  package static func parts(_ terms: RuleTerms) -> [String] {
    terms.criteria.map { criterion in
      switch criterion {
      case .keywords:
        let words = terms.keywords.map(\.text).joined(separator: ", ")
        return terms.keywords.count == 1 ? words : "any of \(words)"
      case .excludes: return "not \(Words.either(terms.excludes.map(\.text)))"
      case .category: return "in \(Words.either(terms.categories))"
      case .condition: return terms.condition.map(\.words) ?? terms.minCondition.map { "\($0.words) or better" } ?? ""
      case .price: return price(terms)
      case .place: return terms.area.map(area) ?? ""
      case .score: return "a deal score of at least \(terms.minDealScore ?? 0)"
      }
    }
  }

  /// The whole meaning as one sentence without its full stop.
  package static func meaning(_ terms: RuleTerms) -> String {
    parts(terms).joined(separator: "; ")
  }

  /// $200.00 to $800.00; at most $800.00.
  static func price(_ terms: RuleTerms) -> String {
    let least = terms.minPriceCents.map { "\(Money(cents: $0, terms.priceCurrency))" }
    let most = terms.maxPriceCents.map { "\(Money(cents: $0, terms.priceCurrency))" }
    guard let least else { return "at most \(most ?? "")" }
    return most.map { "\(least) to \($0)" } ?? "at least \(least)"
  }

  /// Within 10 mi of George Town.
  static func area(_ area: RuleArea) -> String {
    let center = area.place ?? "\(area.center.latitude), \(area.center.longitude)"
    return "within \(Words.number(area.radius)) \(area.unit.rawValue) of \(center)"
  }
}
