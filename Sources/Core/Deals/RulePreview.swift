/// What a rule would find among the listings there are, without a trace: the preview, and the answer of a test.
package struct RulePreview: Hashable, Sendable {
  /// A listing that matches.
  package struct Sample: Hashable, Sendable {
    package let listing: Listing.ID
    package let title: String
    package let price: Money?
    package let dealScore: Double?
    package let position: Coordinate?
    /// As the listing has them, folded.
    package let matchedWords: [String]

    package init(
      listing: Listing.ID, title: String, price: Money?, dealScore: Double?, position: Coordinate?,
      matchedWords: [String]
    ) {
      self.listing = listing
      self.title = title
      self.price = price
      self.dealScore = dealScore
      self.position = position
      self.matchedWords = matchedWords
    }
  }

  /// The listings that were looked at.
  package let total: Int
  package let matchingCount: Int
  /// The newest first.
  package let samples: [Sample]
  package let funnel: RuleFunnel
  /// Nil where the listings of the last 28 days span less than one.
  package let expectedPerDay: Double?

  package init(
    total: Int, matchingCount: Int, samples: [Sample], funnel: RuleFunnel, expectedPerDay: Double?
  ) {
    self.total = total
    self.matchingCount = matchingCount
    self.samples = samples
    self.funnel = funnel
    self.expectedPerDay = expectedPerDay
  }

  /// More alerts a day than a person wants to read.
  package static let manyPerDay = 20.0

  /// Whether the rule would find so much that it should be narrowed.
  package var isTooMuch: Bool { (expectedPerDay ?? 0) > Self.manyPerDay }
}
