import Testing

@testable import Core

/// A preview must be what brute force counts, listing by listing and criterion by criterion.
@Suite struct ListingCorpusTests {
  private static let now = Timestamp(milliseconds: 1_790_000_000_000)

  @Test func previewsAreWhatBruteForceCounts() throws {
    var matched = 0
    for seed in 0..<60 {
      var world = RandomRules(seed: UInt64(seed))
      let listings = (1...80).map { world.listing(Int64($0)) }
      let corpus = ListingCorpus(listings)
      for _ in 0..<40 {
        let terms = try world.anyTerms()
        let preview = corpus.preview(terms, now: Self.now, samples: 5)
        let verdicts = listings.map { ($0, RuleVerdict(of: terms, for: PackedListing($0))) }
        let matches = verdicts.filter { $0.1.isMatch }
        #expect(preview.matchingCount == matches.count)
        #expect(preview.total == 80)
        #expect(corpus.matches(terms) == matches.map(\.0.id))
        let newest = matches.sorted { ($0.0.firstSeenAt, $0.0.id) > ($1.0.firstSeenAt, $1.0.id) }.prefix(5)
        #expect(preview.samples.map(\.listing) == newest.map(\.0.id))
        #expect(preview.samples.map(\.matchedWords) == newest.map(\.1.matchedWords))
        for step in preview.funnel.steps {
          let first = verdicts.count { $0.1.obstacle?.criterion == step.criterion }
          let alone = verdicts.count { $0.1.findings.filter { !$0.isMet }.map(\.criterion) == [step.criterion] }
          #expect((step.count, step.alone) == (first, alone))
        }
        #expect(preview.funnel.steps.map(\.criterion) == terms.criteria)
        #expect(preview.funnel.steps.reduce(preview.matchingCount) { $0 + $1.count } == 80)
        matched += matches.count
      }
    }
    #expect(matched > 5000)
  }

  @Test func listingsComeAndGoAndChange() throws {
    var world = RandomRules(seed: 5)
    var corpus = ListingCorpus()
    var listings: [Listing.ID: Listing] = [:]
    var random = SeededGenerator(seed: 6)
    for step in 0..<2000 {
      let listing = world.listing(.random(in: 0..<50, using: &random))
      if Int.random(in: 0..<3, using: &random) == 0 {
        corpus.remove(listing.id)
        listings[listing.id] = nil
      } else {
        corpus.put(listing)
        listings[listing.id] = listing
      }
      guard step % 20 == 0 else { continue }
      let terms = try world.anyTerms()
      let expected = listings.values.filter { terms.isMet(by: PackedListing($0)) }.map(\.id).sorted()
      #expect(corpus.matches(terms) == expected)
      #expect(corpus.preview(terms, now: Self.now).total == listings.count)
    }
    #expect(corpus.isWorn)
  }

  // Ten listings, one a day; seven of them within 28 days. The earliest of those was seen 26.5 days ago.
  @Test func expectsAsManyADayAsCameOfLate() throws {
    let days: [Double] = [1, 2, 3, 5, 8, 20, 26.5, 29, 40, 90]
    let listings = days.enumerated().map { place, day in
      let seen = Self.now - TimeSpan(milliseconds: Int64(day * 86_400_000))
      return Listing(
        id: .init(Int64(place)), source: "s", externalID: "\(place)", title: place % 2 == 0 ? "bike" : "pc",
        firstSeenAt: seen, seenAt: seen)
    }
    let terms = RuleTerms(keywords: [try RuleKeyword(parsing: "bike")])
    let preview = ListingCorpus(listings).preview(terms, now: Self.now)
    #expect(preview.matchingCount == 5)
    // Of the seven, numbers 0, 2, 4 and 6 are bikes.
    #expect(preview.expectedPerDay == 4 / 26.5)
    #expect(!preview.isTooMuch)
    let first = ListingCorpus(Array(listings.prefix(1)))
    #expect(first.preview(terms, now: Self.now).expectedPerDay == 1)
    #expect(first.preview(terms, now: Self.now - .hours(1)).expectedPerDay == nil)
    #expect(ListingCorpus().preview(terms, now: Self.now).expectedPerDay == nil)
  }
}
