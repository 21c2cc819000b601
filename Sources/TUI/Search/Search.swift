import Core

/// The search through everything: what is typed and what was found for it.
package struct Search: Equatable, Sendable {
  package var entry = TextEntry(limit: 80)
  /// The last answer; it stays until the next one is there.
  package var answer = SearchAnswer(results: [])
  /// The row the keyboard is on.
  package var selection = 0
  /// The search under way; answers to others are dropped.
  package var job: Job?

  package init() {}
}
