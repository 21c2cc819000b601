/// Typed words, ready to be looked for in many texts.
///
/// A text matches if it holds all typed signs in their order, whatever stands between them; blanks do not count. Words
/// may also stand in another order, for a little less. Among all ways to find the signs the one with the best score is
/// taken, by dynamic programming with affine gap costs (O. Gotoh, "An improved algorithm for matching biological
/// sequences", 1982). An empty pattern matches everything with a score of 0.
///
/// ```swift
/// FuzzyPattern("exp").match(FoldedText("Extend parking"))  // Ex……p…
/// ```
package struct FuzzyPattern: Hashable, Sendable {
  /// More signs than this are left out; nobody types as many.
  package static let longest = 64

  private let words: [[UInt32]]
  private let whole: [UInt32]

  /// A pattern from what a person typed.
  package init(_ text: String) {
    words = text.split(whereSeparator: \.isWhitespace).map { $0.flatMap(FoldedText.folded) }.filter { !$0.isEmpty }
    whole = Array(words.joined().prefix(Self.longest))
  }

  /// Whether nothing was typed.
  package var isEmpty: Bool { whole.isEmpty }

  /// How well a text fits; nil if it does not. O(signs x length), and O(length) where it does not.
  package func match(_ text: FoldedText) -> FuzzyMatch? {
    guard !whole.isEmpty else { return FuzzyMatch(score: 0, positions: []) }
    if let match = Self.match(whole, text) { return match }
    guard words.count > 1 else { return nil }
    var score = FuzzyScore.outOfOrder
    var positions: Set<Int> = []
    for word in words {
      guard let match = Self.match(Array(word.prefix(Self.longest)), text) else { return nil }
      score += match.score
      positions.formUnion(match.positions)
    }
    return FuzzyMatch(score: score, positions: positions.sorted())
  }

  /// Whether each typed word begins some word of a text: the stricter rule for whole sentences, in which almost any
  /// letters can be found one after the other. O(words x length).
  package func matchesWordStarts(of text: FoldedText) -> Bool {
    words.allSatisfy { word in
      text.scalars.indices.contains(where: { start in
        text.bonuses[start] >= FuzzyScore.wordStart && start + word.count <= text.scalars.count
          && text.scalars[start..<start + word.count].elementsEqual(word)
      })
    }
  }

  private static func match(_ signs: [UInt32], _ text: FoldedText) -> FuzzyMatch? {
    guard let first = firstFit(of: signs, in: text.scalars) else { return nil }
    let count = text.scalars.count
    // Scores with a sign found exactly here, for one sign after the other; `none` where it cannot be.
    var here = [Int](repeating: none, count: count)
    var above = here
    // Where the sign before was found, for each sign and place.
    var origins = [Int32](repeating: -1, count: signs.count * count)
    for (row, sign) in signs.enumerated() {
      swap(&here, &above)
      // The best score of the sign before, anywhere further back than the neighbour, with the gap to here paid.
      var distant = none
      var distantOrigin = Int32(-1)
      for place in first..<count {
        if place >= 2, row > 0 {
          distant = distant == none ? none : distant + FuzzyScore.longerGap
          let opened = above[place - 2]
          if opened != none, opened + FuzzyScore.gap > distant {
            distant = opened + FuzzyScore.gap
            distantOrigin = Int32(place - 2)
          }
        }
        guard text.scalars[place] == sign else {
          here[place] = none
          continue
        }
        let worth = FuzzyScore.sign + text.bonuses[place]
        guard row > 0 else {
          here[place] = worth
          continue
        }
        let neighbour = place > 0 && above[place - 1] != none ? above[place - 1] + FuzzyScore.inARow : none
        let best = max(neighbour, distant)
        here[place] = best == none ? none : best + worth
        origins[row * count + place] = neighbour >= distant ? Int32(place - 1) : distantOrigin
      }
    }
    return best(of: here, origins, signs.count, text)
  }

  /// The best end, the earliest of equals, and the way there.
  private static func best(of ends: [Int], _ origins: [Int32], _ rows: Int, _ text: FoldedText) -> FuzzyMatch? {
    guard let score = ends.max(), score != none, var place = ends.firstIndex(of: score) else { return nil }
    var positions: [Int] = []
    for row in stride(from: rows - 1, through: 0, by: -1) {
      let character = text.characters[place]
      if positions.last != character { positions.append(character) }
      if row > 0 { place = Int(origins[row * ends.count + place]) }
    }
    return FuzzyMatch(score: score, positions: positions.reversed())
  }

  /// Where the first sign stands if all follow in their order; nil if they do not.
  private static func firstFit(of signs: [UInt32], in scalars: [UInt32]) -> Int? {
    var next = 0
    var first: Int?
    for (place, scalar) in scalars.enumerated() where scalar == signs[next] {
      if first == nil { first = place }
      next += 1
      if next == signs.count { return first }
    }
    return nil
  }

  /// Lower than any score, and far enough from the lowest number to be added to.
  private static let none = Int.min / 2
}
