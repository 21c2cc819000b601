/// Taking back what was changed.
package enum EditIntent: Hashable, Sendable, CaseIterable {
  case undo, redo
}
