/// Text as words: maximal runs of letters and digits, without case, accents and compatibility forms (row D.10).
package enum FoldedWords {
  /// The words of a text, in their order, folded.
  package static func words(of text: String) -> [String] {
    []
  }
}
