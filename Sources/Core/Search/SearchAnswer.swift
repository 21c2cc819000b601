/// What was found for some typed words, best first within each kind.
package struct SearchAnswer: Hashable, Sendable {
  package var results: [SearchResult]
  /// The words are a claim code with a typing error: the check character tells.
  package var isMistypedCode: Bool

  package init(results: [SearchResult], isMistypedCode: Bool = false) {
    self.results = results
    self.isMistypedCode = isMistypedCode
  }
}

/// One thing that was found.
package struct SearchResult: Hashable, Sendable {
  package let target: SearchTarget
  package let title: String
  /// What tells it from others of the same name, in a few words.
  package let detail: String

  package init(target: SearchTarget, title: String, detail: String) {
    self.target = target
    self.title = title
    self.detail = detail
  }
}
