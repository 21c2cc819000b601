/// A rule under one key of its path: what tells nearly every listing from it, and its row.
///
/// 32 bytes, two to a line of the cache: the gate, 20; the row in 29 bits, how many of the terms are keywords in 2, and
/// whether the record asks for more in 1; four terms of 16 bits (``ShortWords``), 8. A list of them is read through at the
/// speed of memory, and few rules are ever looked up.
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
      // The keywords stand in the lowest bits, the excluded ones above.
      let pastKeywords: UInt64 = 2 << UInt64(code >> 1 & 3)
      return (has & (pastKeywords - 1) != 0 ? 1 : 0) & (has < pastKeywords ? 1 : 0)
    }

    @inline(__always)
    private static func bit(_ term: UInt64, _ bits: Span<UInt64>) -> UInt64 {
      bits[Int(term >> 6)] >> (term & 63) & 1
    }
  }

  var admitted: Admitted { Admitted(terms: terms, code: code) }
}
