/// How worn a thing is, from the best; two are in order when the first is the better one.
package enum ListingCondition: String, Hashable, Sendable, CaseIterable {
  case new
  case likeNew = "like_new"
  case excellent, good, fair, parts

  /// Reads a name in any case.
  /// - Throws: ``InvalidInput`` naming `field`, with the names there are.
  package static func parsing(_ text: String, field: String) throws(InvalidInput) -> Self {
    guard let condition = Self(rawValue: text.lowercased()) else {
      let names = Words.either(allCases.map(\.rawValue))
      throw InvalidInput(field: field, "must be \(names), not '\(text.prefix(40))'")
    }
    return condition
  }

  /// From 0, the best, to 5.
  package var grade: Int {
    switch self {
    case .new: 0
    case .likeNew: 1
    case .excellent: 2
    case .good: 3
    case .fair: 4
    case .parts: 5
    }
  }

  /// As good as another or better.
  package func isAtLeast(_ other: Self) -> Bool { grade <= other.grade }

  /// As it stands in a sentence: like new.
  package var words: String { self == .likeNew ? "like new" : rawValue }
}
