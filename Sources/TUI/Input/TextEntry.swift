import Canvas
import Core

/// One line of text that a person is typing, with a caret. Characters are grapheme clusters.
package struct TextEntry: Hashable, Sendable {
  /// What has been typed so far.
  package private(set) var text: String

  /// Characters before the caret.
  package private(set) var caret: Int

  /// Most scalars it takes; more are left out.
  package let limit: Int

  package init(_ text: String = "", limit: Int = 120) {
    self.text = text
    self.limit = limit
    caret = text.count
  }

  /// The text before the caret.
  package var beforeCaret: String { String(text.prefix(caret)) }

  /// Types text at the caret. What could steer a terminal becomes a space or is left out.
  package mutating func insert(_ new: String) {
    let room = limit - text.unicodeScalars.count
    let safe = new.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
      if scalar == "\n" || scalar == "\t" || scalar == "\r" { return " " }
      return PlainText.isForbidden(scalar) ? nil : scalar
    }
    guard room > 0, !safe.isEmpty else { return }
    var inserted = String.UnicodeScalarView()
    inserted.append(contentsOf: safe.prefix(room))
    let before = beforeCaret + String(inserted)
    // A mark joins the character before it, so the caret is counted anew.
    text = before + text.dropFirst(caret)
    caret = min(before.count, text.count)
  }

  /// Removes the character before the caret.
  package mutating func deleteBackward() {
    guard caret > 0 else { return }
    remove(from: caret - 1)
  }

  /// Removes the word before the caret, with the blanks behind it.
  package mutating func deleteWordBackward() {
    let characters = Array(text)
    var start = caret
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    remove(from: start)
  }

  /// Removes everything.
  package mutating func clear() {
    text = ""
    caret = 0
  }

  /// Moves the caret by characters, as far as there are any.
  package mutating func moveCaret(by characters: Int) {
    caret = min(max(0, caret + characters), text.count)
  }

  private mutating func remove(from start: Int) {
    text = String(text.prefix(start)) + text.dropFirst(caret)
    caret = min(start, text.count)
  }
}
