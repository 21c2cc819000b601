/// What can be done with any list, whichever has the keyboard.
package enum TableIntent: Hashable, Sendable, CaseIterable {
  /// Narrow it to the rows that have the typed words.
  case filter
  /// Pick out the row, for copying or exporting; all rows from the last picked one; the whole list, or nothing of it.
  case mark, markRange, markAll
  /// Choose a column to sort by.
  case sort
  /// Put what has the keyboard on the clipboard: values with tabs between them, or aligned text with a header.
  case copy, copyAligned
  /// Write what is shown to a file.
  case export
}

/// What answers to questions about a list lead to.
package enum TableOutcome: Equatable, Sendable {
  /// Sort a list; nil is the order its rows come in.
  case sort(ListPlace, TableSort?)
  /// Ask for the file's name.
  case name(ExportRequest)
  case export(ExportRequest)
}

extension Choice {
  /// Whether it asks for a column to sort by.
  var isOrder: Bool {
    options.contains { if case .table(.sort) = $0.outcome { true } else { false } }
  }
}
