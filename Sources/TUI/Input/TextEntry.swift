import Canvas
import Core

/// A text that a person is typing, with a caret. Characters are grapheme clusters.
///
/// One line by default, in which line breaks become spaces; or several, which keep them. What could steer a terminal or
/// reorder the text around it never gets in.
package struct TextEntry: Hashable, Sendable {
  /// A side of the caret.
  package enum Direction: Hashable, Sendable {
    case backward, forward
  }

  /// What has been typed so far.
  package private(set) var text: String

  /// Characters before the caret.
  package private(set) var caret: Int

  /// Most scalars it takes; more are left out.
  package let limit: Int

  /// Whether it has several lines.
  package let keepsLines: Bool

  /// What undoing leads back to, the latest last.
  private var past: [Version] = []

  /// Whether the last change was typing, which goes on undoing with it in one step.
  private var isTyping = false

  private struct Version: Hashable {
    let text: String
    let caret: Int
  }

  /// Scalars of a paste that are looked at, whatever the limit.
  private static let longestLook = 4000

  /// Steps that can be taken back.
  private static let longestPast = 100

  package init(_ text: String = "", limit: Int = 120, keepsLines: Bool = false) {
    self.limit = limit
    self.keepsLines = keepsLines
    self.text = ""
    caret = 0
    insert(text)
    past = []
    isTyping = false
  }

  /// The text before the caret.
  package var beforeCaret: String { String(text.prefix(caret)) }

  /// Scalars that still fit.
  package var room: Int { max(0, limit - text.unicodeScalars.count) }

  /// Types text at the caret, as much of it as there is room for.
  package mutating func insert(_ new: String) {
    let inserted = safe(new)
    guard !inserted.isEmpty else { return }
    let isSign = new.count == 1 && new != " " && new != "\n"
    if !(isSign && isTyping) { remember() }
    isTyping = isSign
    let before = beforeCaret + inserted
    // A mark joins the character before it, so the caret is counted anew.
    text = before + text.dropFirst(caret)
    caret = min(before.count, text.count)
  }

  /// Puts another text in the place of this one; the caret goes to its end.
  package mutating func replace(with new: String) {
    remember()
    text = ""
    caret = 0
    let whole = safe(new)
    text = whole
    caret = whole.count
  }

  /// Removes the character before the caret.
  package mutating func deleteBackward() {
    remove(max(0, caret - 1)..<caret)
  }

  /// Removes the character behind the caret.
  package mutating func deleteForward() {
    remove(caret..<min(text.count, caret + 1))
  }

  /// Removes the word on one side of the caret, with the blanks between.
  package mutating func deleteWord(_ direction: Direction) {
    let end = wordEdge(direction)
    remove(min(caret, end)..<max(caret, end))
  }

  /// Removes what stands behind the caret; of several lines the rest of this one, or the break at its end.
  package mutating func deleteToEnd() {
    let end = lineEdge(.forward)
    remove(caret..<(end == caret ? min(text.count, caret + 1) : end))
  }

  /// Removes everything.
  package mutating func clear() {
    remove(0..<text.count)
  }

  /// Moves the caret by characters, as far as there are any.
  package mutating func moveCaret(by characters: Int) {
    place(caret + characters)
  }

  /// Moves the caret to the far side of the word beside it.
  package mutating func moveCaretToWord(_ direction: Direction) {
    place(wordEdge(direction))
  }

  /// Moves the caret to an end of its line.
  package mutating func moveCaretToEdge(_ direction: Direction) {
    place(lineEdge(direction))
  }

  /// Moves the caret to the line above or below, as far from its start as before; false where there is none.
  package mutating func moveCaretLine(_ direction: Direction) -> Bool {
    guard keepsLines else { return false }
    let characters = Array(text)
    let start = lineEdge(.backward)
    let column = caret - start
    let first: Int
    switch direction {
    case .backward:
      guard start > 0 else { return false }
      first = (characters[..<(start - 1)].lastIndex(of: "\n") ?? -1) + 1
    case .forward:
      let end = lineEdge(.forward)
      guard end < characters.count else { return false }
      first = end + 1
    }
    let length = characters[first...].firstIndex(of: "\n").map { $0 - first } ?? characters.count - first
    place(first + min(column, length))
    return true
  }

  /// Takes back the last change; typing without a pause for blanks or moves is one.
  package mutating func undo() {
    guard let version = past.popLast() else { return }
    text = version.text
    caret = version.caret
    isTyping = false
  }

  private mutating func place(_ position: Int) {
    caret = min(max(0, position), text.count)
    isTyping = false
  }

  private mutating func remove(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    remember()
    isTyping = false
    text = String(text.prefix(range.lowerBound)) + text.dropFirst(range.upperBound)
    // Two halves may join into one character.
    caret = min(range.lowerBound, text.count)
  }

  private mutating func remember() {
    past.append(Version(text: text, caret: caret))
    if past.count > Self.longestPast { past.removeFirst() }
  }

  /// As much of a text as there is room for, in whole characters, with what could steer a terminal left out.
  private func safe(_ new: String) -> String {
    var kept = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    // A character takes a scalar at least, so that of a long paste only the beginning is looked at.
    for scalar in new.unicodeScalars.prefix(max(Self.longestLook, 4 * limit)) {
      defer { last = scalar }
      switch scalar {
      case "\n" where last == "\r": continue
      case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": kept.append(keepsLines ? "\n" : " ")
      case "\t": kept.append(" ")
      case _ where PlainText.isForbidden(scalar): continue
      default: kept.append(scalar)
      }
    }
    let whole = String(kept)
    guard kept.count > room else { return whole }
    var room = room
    return String(
      whole.prefix { character in
        room -= character.unicodeScalars.count
        return room >= 0
      })
  }

  private func wordEdge(_ direction: Direction) -> Int {
    let characters = Array(text)
    var edge = caret
    switch direction {
    case .backward:
      while edge > 0, characters[edge - 1].isWhitespace { edge -= 1 }
      while edge > 0, !characters[edge - 1].isWhitespace { edge -= 1 }
    case .forward:
      while edge < characters.count, characters[edge].isWhitespace { edge += 1 }
      while edge < characters.count, !characters[edge].isWhitespace { edge += 1 }
    }
    return edge
  }

  private func lineEdge(_ direction: Direction) -> Int {
    guard keepsLines else { return direction == .forward ? text.count : 0 }
    let characters = Array(text)
    var edge = caret
    switch direction {
    case .backward: while edge > 0, characters[edge - 1] != "\n" { edge -= 1 }
    case .forward: while edge < characters.count, characters[edge] != "\n" { edge += 1 }
    }
    return edge
  }
}
