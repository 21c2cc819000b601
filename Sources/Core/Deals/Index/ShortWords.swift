/// What is asked of the text, as far as four terms of sixteen bits say it: first keywords, any of which is wanted, then
/// excluded ones, none of which is.
struct ShortWords: Sendable {
  let terms: UInt64
  /// At least 1: where no keyword is asked for, or too many, one that every listing has.
  let keywordCount: Int
  /// What could not be said, for the record.
  let keywordsLeft: [UInt32]
  let excludesLeft: [UInt32]

  /// Terms that one posting has room for.
  private static let room = 4

  init(keywords: [UInt32], excludes: [UInt32]) {
    let fits = keywords.count <= Self.room && keywords.allSatisfy { $0 < TermSet.withBit }
    let wanted = fits && !keywords.isEmpty ? keywords : [TermSet.always]
    let unwanted = excludes.filter { $0 < TermSet.withBit }.prefix(Self.room - wanted.count)
    keywordCount = wanted.count
    keywordsLeft = fits ? [] : keywords
    excludesLeft = excludes.filter { !unwanted.contains($0) }
    var terms: UInt64 = 0
    for (place, term) in (wanted + unwanted).enumerated() { terms |= UInt64(term) << UInt64(16 * place) }
    self.terms = terms
  }
}
