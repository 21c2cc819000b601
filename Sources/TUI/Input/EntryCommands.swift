extension CommandTable {
  /// What works while a text is typed; every other sign goes into the text.
  static let entry = [
    Command(
      id: "entry.submit", title: "Done", explanation: "Takes the text as it is.",
      scopes: [.line], keys: [.enter], hint: "done", intent: .entry(.submit)),
    Command(
      id: "entry.left", title: "Caret left", explanation: "Moves the caret one sign to the left.",
      scopes: [.entry], keys: [.left, .control("b")], intent: .entry(.left)),
    Command(
      id: "entry.right", title: "Caret right", explanation: "Moves the caret one sign to the right.",
      scopes: [.entry], keys: [.right, .control("f")], intent: .entry(.right)),
    Command(
      id: "entry.word-left", title: "Caret a word left", explanation: "Moves the caret before the word on its left.",
      scopes: [.entry], keys: [.modified(.control, .left), .modified(.alt, .left), .alt("b")],
      intent: .entry(.wordLeft)),
    Command(
      id: "entry.word-right", title: "Caret a word right", explanation: "Moves the caret behind the word on its right.",
      scopes: [.entry], keys: [.modified(.control, .right), .modified(.alt, .right), .alt("f")],
      intent: .entry(.wordRight)),
    Command(
      id: "entry.start", title: "Caret to the start", explanation: "Moves the caret to the start of the line.",
      scopes: [.entry], keys: [.home, .control("a")], intent: .entry(.start)),
    Command(
      id: "entry.end", title: "Caret to the end", explanation: "Moves the caret to the end of the line.",
      scopes: [.entry], keys: [.end], intent: .entry(.end)),
    Command(
      id: "entry.line-end", title: "Caret to the end", explanation: "Moves the caret to the end of the line.",
      scopes: [.line, .palette, .search], keys: [.control("e")], intent: .entry(.end)),
    Command(
      id: "entry.delete", title: "Delete", explanation: "Removes the sign before the caret.",
      scopes: [.entry], keys: [.backspace], intent: .entry(.deleteBackward)),
    Command(
      id: "entry.delete-forward", title: "Delete forward", explanation: "Removes the sign behind the caret.",
      scopes: [.entry], keys: [.delete, .control("d")], intent: .entry(.deleteForward)),
    Command(
      id: "entry.delete-word", title: "Delete word", explanation: "Removes the word before the caret.",
      scopes: [.entry], keys: [.control("w"), .modified(.alt, .backspace), .modified(.control, .backspace)],
      intent: .entry(.deleteWordBackward)),
    Command(
      id: "entry.delete-word-forward", title: "Delete word forward", explanation: "Removes the word behind the caret.",
      scopes: [.entry], keys: [.alt("d"), .modified(.control, .delete)], intent: .entry(.deleteWordForward)),
    Command(
      id: "entry.delete-to-end", title: "Delete to the end", explanation: "Removes what stands behind the caret.",
      scopes: [.entry], keys: [.control("k")], intent: .entry(.deleteToEnd)),
    Command(
      id: "entry.clear", title: "Clear", explanation: "Removes the whole text.",
      scopes: [.entry], keys: [.control("u")], hint: "clear", intent: .entry(.clear)),
    Command(
      id: "entry.undo", title: "Undo typing", explanation: "Takes back the last change of the text.",
      scopes: [.entry], keys: [.control("_")], intent: .entry(.undo)),
  ]
}
