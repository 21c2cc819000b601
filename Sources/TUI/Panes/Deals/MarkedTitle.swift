import Canvas
import Core

/// The title of a listing with the words a rule found it by marked.
enum MarkedTitle {
  /// - Parameter words: folded, as ``RulePreview/Sample/matchedWords`` has them.
  static func line(_ title: String, words: [String], style: Style = .text) -> StyledLine {
    guard !words.isEmpty else { return StyledLine(title, style) }
    let wanted = Set(words.flatMap { FoldedWords.words(of: $0) })
    var spans: [Span] = []
    var run = ""
    var isWord = false
    func close() {
      guard !run.isEmpty else { return }
      let isFound = isWord && FoldedWords.words(of: run).contains { wanted.contains($0) }
      spans.append(Span(run, isFound ? Style.accent.bold.underline : style))
      run = ""
    }
    for character in title {
      let belongs = character.isLetter || character.isNumber
      if belongs != isWord {
        close()
        isWord = belongs
      }
      run.append(character)
    }
    close()
    return StyledLine(spans)
  }
}
