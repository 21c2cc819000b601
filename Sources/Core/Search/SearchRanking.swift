/// Puts what was found of each kind into one answer.
package enum SearchRanking {
  /// Most results of an answer.
  package static let longest = 30

  /// Every kind gets this many places, or fewer where not all have room for as many, before the best of all kinds share
  /// the rest, so that four hundred people do not hide the one partner.
  package static let fairShare = 6

  /// At most `limit` results in groups of one kind: the group with the best fit first, equal ones in the order of the
  /// kinds, and within a group the best first.
  /// - Parameter found: of each kind best first.
  package static func ranked(_ found: [SearchResult], limit: Int = longest) -> [SearchResult] {
    let groups = SearchTarget.Kind.allCases
      .map { kind in sorted(found.filter { $0.target.kind == kind }) }
      .filter { !$0.isEmpty }
    let share = max(1, min(fairShare, limit / max(1, groups.count)))
    let first = sorted(groups.flatMap { $0.prefix(share) })
    let rest = sorted(groups.flatMap { $0.dropFirst(share) })
    let chosen = (first + rest).prefix(max(0, limit))
    return SearchTarget.Kind.allCases
      .map { kind in sorted(chosen.filter { $0.target.kind == kind }) }
      .filter { !$0.isEmpty }
      .enumerated()
      .sorted { one, other in
        let scores = (one.element[0].score, other.element[0].score)
        return scores.0 != scores.1 ? scores.0 > scores.1 : one.offset < other.offset
      }
      .flatMap(\.element)
  }

  /// Best first; of equals the shorter title, then the order of the kinds, then the lower number.
  private static func sorted(_ results: [SearchResult]) -> [SearchResult] {
    results.sorted { one, other in
      if one.score != other.score { return one.score > other.score }
      if one.title.count != other.title.count { return one.title.count < other.title.count }
      if one.target.kind != other.target.kind { return one.target.kind.rank < other.target.kind.rank }
      return one.target.id < other.target.id
    }
  }
}

extension SearchTarget.Kind {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
