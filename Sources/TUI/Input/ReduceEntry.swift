extension State {
  /// Does what a command on a text means.
  mutating func perform(_ intent: EntryIntent) -> [Effect] {
    switch intent {
    case .submit: return submitEntry()
    case .left: return edit { $0.moveCaret(by: -1) }
    case .right: return edit { $0.moveCaret(by: 1) }
    case .wordLeft: return edit { $0.moveCaretToWord(.backward) }
    case .wordRight: return edit { $0.moveCaretToWord(.forward) }
    case .start: return edit { $0.moveCaretToEdge(.backward) }
    case .end: return edit { $0.moveCaretToEdge(.forward) }
    case .deleteBackward: return edit { $0.deleteBackward() }
    case .deleteForward: return edit { $0.deleteForward() }
    case .deleteWordBackward: return edit { $0.deleteWord(.backward) }
    case .deleteWordForward: return edit { $0.deleteWord(.forward) }
    case .deleteToEnd: return edit { $0.deleteToEnd() }
    case .clear: return edit { $0.clear() }
    case .undo: return edit { $0.undo() }
    }
  }

  /// Changes the text that is being typed, wherever that is.
  mutating func edit(_ change: (inout TextEntry) -> Void) -> [Effect] {
    switch dialogs.last {
    case .note(var note):
      change(&note.entry)
      dialogs[dialogs.count - 1] = .note(note)
    case .help(var help):
      change(&help.filter)
      help.scroll = 0
      dialogs[dialogs.count - 1] = .help(help)
    case .palette(let palette): edit(palette, change)
    case .search(let search): return edit(search, change)
    case .counter: editCounter(change)
    case .form:
      return self.change { value in
        guard var entry = value.entry else { return }
        change(&entry)
        value.entry = entry
      }
    default:
      if isFiltering { changeList { $0.editFilter(change) } }
    }
    return []
  }
}
