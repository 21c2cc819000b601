/// The list of every command, narrowed by what is typed.
package struct Palette: Equatable, Sendable {
  package var entry = TextEntry(limit: 60)
  /// The row the keyboard is on.
  package var selection = 0

  package init() {}
}
