/// What a person can do to a text that is being typed.
package enum EntryIntent: Hashable, Sendable, CaseIterable {
  /// Takes the text as it is.
  case submit
  case left, right, wordLeft, wordRight, start, end
  case deleteBackward, deleteForward, deleteWordBackward, deleteWordForward, deleteToEnd, clear
  case undo
}
