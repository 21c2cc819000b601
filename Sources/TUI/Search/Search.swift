import Core

/// The search through everything: what is typed and what was found for it.
package struct Search: Equatable, Sendable {
  package var entry = TextEntry(limit: 80)
  /// The last answer; it stays until the next one is there.
  package private(set) var answer = SearchAnswer(results: [])
  /// The words the last answer is for; empty before the first.
  package private(set) var answered = ""
  /// The row the keyboard is on.
  package private(set) var selection = 0
  /// Why the last search failed.
  package private(set) var failure: String?
  /// The search under way: at most one, so that fast typing never leaves a queue behind.
  private(set) var job: Job?
  /// The words it looks for.
  private var asked = ""

  package init() {}

  /// What the keyboard is on; nil where nothing was found.
  package var selected: SearchResult? {
    answer.results.indices.contains(selection) ? answer.results[selection] : nil
  }

  /// The typed words without blanks around them.
  var words: String { entry.text.split(separator: " ").joined(separator: " ") }

  /// Whether what is shown is for what is typed.
  var isCurrent: Bool { words == answered && failure == nil }

  /// The words to look for next, and under which job; nil while another search is under way or nothing is new.
  mutating func begin(_ next: () -> Job) -> (job: Job, words: String)? {
    guard job == nil else { return nil }
    guard !words.isEmpty else {
      show(SearchAnswer(results: []), for: "")
      return nil
    }
    guard words != answered || failure != nil else { return nil }
    let new = next()
    job = new
    asked = words
    return (new, asked)
  }

  /// Takes in the answer to the search under way; one for words that have changed since is dropped.
  mutating func finish(_ new: SearchAnswer) {
    job = nil
    failure = nil
    if asked == words { show(new, for: asked) }
  }

  /// The search under way failed.
  mutating func fail(_ reason: String) {
    job = nil
    failure = reason
    answered = asked
    answer = SearchAnswer(results: [])
  }

  /// Forgets the search under way, whose answer would come while one is elsewhere.
  mutating func abandon() {
    job = nil
  }

  /// Moves by rows, as far as there are any.
  mutating func move(by rows: Int) {
    selection = min(max(0, selection + rows), max(0, answer.results.count - 1))
  }

  private mutating func show(_ new: SearchAnswer, for words: String) {
    answer = new
    answered = words
    selection = 0
    failure = nil
  }
}
