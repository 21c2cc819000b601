/// What can be done with any list, whichever has the keyboard.
package enum TableIntent: Hashable, Sendable, CaseIterable {
  /// Narrow it to the rows that have the typed words.
  case filter
  /// Pick out the row, for copying or exporting; the whole list, or nothing of it.
  case mark, markAll
}
