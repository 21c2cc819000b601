/// What came of a text that was given to the person's editor.
package enum EditorAnswer: Hashable, Sendable {
  /// The text as it was saved.
  case text(String)
  /// Why it stays as it was, as a sentence without its full stop.
  case refused(String)
}
