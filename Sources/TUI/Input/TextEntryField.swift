import Canvas

extension TextEntry {
  /// The text as a field that has the keyboard.
  var field: FieldText { FieldText(text, caret: caret) }
}
