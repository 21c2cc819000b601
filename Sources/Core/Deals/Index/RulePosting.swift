/// A rule under one key of its path: what tells nearly every listing from it, and its row.
///
/// 32 bytes, two to a line of the cache: the gate, 20; the row and two flags, 4; four terms, 8. A list of them is read
/// through at the speed of memory, and few rules are ever looked up.
struct RulePosting: Sendable {
  let gate: RuleGate
  private let code: UInt32
  private let terms: UInt64

  /// - Parameters:
  ///   - row: of the rule.
  ///   - words: what is asked of the text, in short.
  ///   - asksMore: whether the rule's record asks for more than gate, words and path say.
  init(gate: RuleGate, row: UInt32, words: ShortWords, asksMore: Bool) {
    self.gate = gate
    code = row << 3 | UInt32(words.keywordCount - 1) << 1 | (asksMore ? 1 : 0)
    terms = words.terms
  }

  var row: UInt32 { code >> 3 }

  /// What is left of a posting when its gate let a listing pass.
  struct Admitted: Sendable {
    fileprivate let terms: UInt64
    fileprivate let code: UInt32

    static let none = Admitted(terms: 0, code: 0)

    var row: UInt32 { code >> 3 }

    /// 1 if the rule's record asks for more, otherwise 0.
    var more: Int { Int(code & 1) }

    /// 1 if a listing of these terms has any of the keywords and none of the excluded ones, otherwise 0.
    @inline(__always)
    func isMet(by bits: Span<UInt64>) -> Int {
      let has =
        Self.bit(terms & 0xFFFF, bits) | Self.bit(terms >> 16 & 0xFFFF, bits) << 1
        | Self.bit(terms >> 32 & 0xFFFF, bits) << 2 | Self.bit(terms >> 48, bits) << 3
      let isExcluded = (2 << UInt64(code >> 1 & 3)) <= has
      let keywords = has & ((2 << UInt64(code >> 1 & 3)) - 1)
      return (keywords != 0 ? 1 : 0) & (isExcluded ? 0 : 1)
    }

    @inline(__always)
    private static func bit(_ term: UInt64, _ bits: Span<UInt64>) -> UInt64 {
      bits[Int(term >> 6)] >> (term & 63) & 1
    }
  }

  var admitted: Admitted { Admitted(terms: terms, code: code) }
}

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
