/// How well a text fits what was typed, and where.
package struct FuzzyMatch: Hashable, Sendable {
  /// Higher is better; only scores of one pattern can be compared.
  package var score: Int

  /// The characters of the text that were found, counted from 0, rising.
  package var positions: [Int]

  package init(score: Int, positions: [Int]) {
    self.score = score
    self.positions = positions
  }
}
