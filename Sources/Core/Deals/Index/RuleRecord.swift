/// What is left to compare of a rule once its gate has let a listing pass: packed, in the order of cost.
struct RuleRecord: Sendable {
  let id: AlertRule.ID
  let minCents: Int64
  let maxCents: Int64
  let minScore: Double
  /// Numbers of its categories, then codes of its keywords, then codes of its excluded keywords, in the index's lists.
  let asked: UInt32
  let categoryCount: UInt8
  let keywordCount: UInt8
  let excludeCount: UInt8
  /// Where its circle stands; -1 without one.
  let area: Int32
  /// Its currency's number where it asks for a price; 0 otherwise.
  let currency: UInt32
  /// Where its own postings stand in the index's lists.
  let postings: UInt32
  let postingCount: UInt32

  /// How many numbers are asked for in all.
  var askedCount: Int { Int(categoryCount) + Int(keywordCount) + Int(excludeCount) }
}

/// A circle ready to be measured to.
struct PackedArea: Sendable {
  private let area: RuleArea
  private let point: SpherePoint
  /// The square of the straight line from the centre to the edge, on a globe of radius 1; over 4 for the whole globe.
  private let edge: Double

  init(_ area: RuleArea) {
    self.area = area
    point = SpherePoint(area.center)
    edge = SpherePoint.squaredLine(ofArc: area.reach)
  }

  /// Exactly what ``RuleArea/holds(_:)`` says; the great circle is worked out only next to the edge.
  @inline(__always)
  func holds(_ position: Coordinate, at other: SpherePoint) -> Bool {
    let line = point.squaredLine(to: other)
    let margin = edge * 1e-6 + 1e-20
    return line < edge - margin || (line <= edge + margin && area.holds(position))
  }
}
