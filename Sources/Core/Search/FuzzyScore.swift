/// What a fuzzy match is worth, piece by piece.
///
/// The idea is fzf's (J. Choi, fzf 0.15, `algo.go`, 2016): signs found are worth most, signs that begin a word more,
/// gaps cost, and a long gap costs little more than a short one. The numbers are our own.
package enum FuzzyScore {
  /// Each sign that is found.
  package static let sign = 16
  /// A sign that follows the one found before it at once.
  package static let inARow = 7
  /// A sign that begins the text.
  package static let textStart = 12
  /// A sign that begins a word.
  package static let wordStart = 9
  /// A sign that begins a part of a word: `S` in `saltSpray`, `4` in `lot4`.
  package static let humpStart = 7
  /// The first sign that is left out between two that are found.
  package static let gap = -4
  /// Each further sign left out there.
  package static let longerGap = -1
  /// Words found in another order than they were typed.
  package static let outOfOrder = -12
}
