/// What is left to compare of a rule once its gate has let a listing pass and its path has led there: 40 bytes, in the
/// order of cost.
struct RuleRecord: Sendable {
  /// What tells most positions from its circle; the whole globe without one.
  let area: PackedArea
  /// Less than any where none is asked for.
  let minScore: Double
  /// The number of its currency where its gate does not tell it, otherwise ``anyCurrency``.
  let currency: UInt32
  /// Where its exact circle stands; -1 without one.
  let exactArea: Int32
  /// Numbers of its categories, then terms of its excluded keywords, then terms of its keywords, in the index's lists; none
  /// of what its path or its postings tell.
  let asked: UInt32
  let categoryCount: UInt8
  let excludeCount: UInt8
  let keywordCount: UInt8

  static let anyCurrency = UInt32.max

  /// How many numbers are asked for in all.
  var askedCount: Int { Int(categoryCount) + Int(excludeCount) + Int(keywordCount) }

  /// Whether it asks for anything.
  var asksMore: Bool {
    minScore >= 0 || askedCount > 0 || exactArea >= 0 || currency != Self.anyCurrency
  }

  /// Whether a listing may match by its numbers: score, currency and circle, all but the edge of the circle for good.
  @inline(__always)
  func admits(_ look: ListingLook) -> Bool {
    minScore <= look.score && (currency == Self.anyCurrency || currency == look.currency)
      && area.place(of: look.point) != .beyond
  }
}
