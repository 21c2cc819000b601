/// Named things of one kind, folded once and searched with every key.
package struct SearchCandidates: Sendable {
  /// One thing with a name.
  package struct Candidate: Hashable, Sendable {
    package let target: SearchTarget
    package let title: String

    package init(target: SearchTarget, title: String) {
      self.target = target
      self.title = title
    }
  }

  /// One that fits, and how well.
  package struct Fit: Hashable, Sendable {
    package let candidate: Candidate
    package let match: FuzzyMatch
  }

  package let all: [Candidate]
  private let texts: [FoldedText]

  /// Names are folded here. O(all their characters).
  package init(_ all: [Candidate]) {
    self.all = all
    texts = all.map { FoldedText($0.title) }
  }

  /// The one with a number. O(all).
  package func candidate(_ target: SearchTarget) -> Candidate? { all.first { $0.target == target } }

  /// The best fits, best first; of equals the shorter name, then the lower number. Most of the time is spent on finding
  /// out what does not fit, which is O(all characters).
  package func best(_ limit: Int, for pattern: FuzzyPattern) -> [Fit] {
    guard !pattern.isEmpty else { return [] }
    var fits: [(fit: Fit, length: Int)] = []
    for (candidate, text) in zip(all, texts) {
      if let match = pattern.match(text) { fits.append((Fit(candidate: candidate, match: match), text.length)) }
    }
    fits.sort { one, other in
      if one.fit.match.score != other.fit.match.score { return one.fit.match.score > other.fit.match.score }
      if one.length != other.length { return one.length < other.length }
      return one.fit.candidate.target.id < other.fit.candidate.target.id
    }
    return fits.prefix(limit).map(\.fit)
  }
}
