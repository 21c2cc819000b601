/// What a command means. Each has at least one command in the table, and nothing else leads to it.
package enum Intent: Hashable, Sendable, CaseIterable {
  // Everywhere.
  case showOverview, showDiscover, help, quit, suspend, redraw, reload, freeze, toggleMouse, back
  // Moving about.
  case nextPane, previousPane, paneLeft, paneRight, zoom
  case moveUp, moveDown, pageUp, pageDown, moveToFirst, moveToLast
  // Discover.
  case open, filter, toggleHeldBack, accept, dismiss, extend
  // In a dialog.
  case choose, confirm, refuse
  // In a text field.
  case submitEntry, deleteBackward, deleteWord, clearEntry, caretLeft, caretRight, caretStart, caretEnd
}
