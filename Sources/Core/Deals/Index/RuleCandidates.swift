/// The rules that a listing may satisfy, step by step fewer; some more than once.
///
/// Every step goes over all that are left and closes the ranks without a branch, so that the processor fetches many of
/// them from memory at a time.
struct RuleCandidates {
  /// Those whose gates let the listing pass.
  private var admitted: [RulePosting.Admitted] = []
  private var admittedCount = 0
  /// Rows of rules that are satisfied.
  private(set) var settled: [UInt32] = []
  private(set) var settledCount = 0
  /// Rows of rules whose records ask for more.
  private(set) var open: [UInt32] = []
  private(set) var openCount = 0

  /// Makes room for all postings of the next listing's lists.
  mutating func makeRoom(for count: Int) {
    // One more than there are: one that does not pass is written as well.
    Self.makeRoom(count + 1, in: &admitted, .none)
  }

  /// Takes those of a list whose gates let a listing pass.
  mutating func take(_ postings: [RulePosting], _ pass: RuleGate.Pass) {
    let postings = postings.span
    var end = admittedCount
    var admitted = admitted.mutableSpan
    for place in postings.indices {
      let posting = postings[place]
      admitted[end] = posting.admitted
      end += posting.gate.admits(pass) ? 1 : 0
    }
    admittedCount = end
  }

  /// Tells those whose words a listing of these terms meets, and whether their records ask for more.
  mutating func sort(by terms: TermSet) {
    Self.makeRoom(admittedCount + 1, in: &settled, 0)
    Self.makeRoom(admittedCount + 1, in: &open, 0)
    (settledCount, openCount) = Self.sort(admitted, count: admittedCount, terms.bits.span, &settled, &open)
    admittedCount = 0
  }

  private static func sort(
    _ admitted: [RulePosting.Admitted], count: Int, _ terms: Span<UInt64>, _ settled: inout [UInt32],
    _ open: inout [UInt32]
  ) -> (settled: Int, open: Int) {
    var (settledEnd, openEnd) = (0, 0)
    var settled = settled.mutableSpan
    var open = open.mutableSpan
    let admitted = admitted.span
    for place in 0..<count {
      let candidate = admitted[place]
      let isMet = candidate.isMet(by: terms)
      settled[settledEnd] = candidate.row
      settledEnd += isMet & ~candidate.more
      open[openEnd] = candidate.row
      openEnd += isMet & candidate.more
    }
    return (settledEnd, openEnd)
  }

  /// Keeps of those whose records ask for more the ones that a test lets pass.
  @inline(__always)
  mutating func keepOpen(where test: (Int) -> Bool) {
    let count = openCount
    var kept = 0
    var rows = open.mutableSpan
    for place in 0..<count {
      let row = rows[place]
      rows[kept] = row
      kept += test(Int(row)) ? 1 : 0
    }
    openCount = kept
  }

  private static func makeRoom<Element>(_ count: Int, in elements: inout [Element], _ blank: Element) {
    guard elements.count < count else { return }
    elements.append(contentsOf: repeatElement(blank, count: max(count, 2 * elements.count) - elements.count))
  }
}
