/// What was found for some typed words: groups of one kind, the group with the best fit first, and within it the best
/// first.
package struct SearchAnswer: Hashable, Sendable {
  /// What the words are as a claim code.
  package enum CodeReading: String, Hashable, Sendable, CaseIterable {
    /// They are none.
    case none
    /// A claim has this code.
    case known
    /// It could be a code, but no claim has it.
    case unknown
    /// A code with a typing error: the check character tells, without any look-up.
    case mistyped
  }

  package var results: [SearchResult]
  package var code: CodeReading

  package init(results: [SearchResult], code: CodeReading = .none) {
    self.results = results
    self.code = code
  }

  /// How typed words read as a claim code before any look-up.
  ///
  /// A text of eleven signs of the alphabet counts as mistyped only if it looks like a code and not like a word: it has
  /// a digit, or hyphens where a code has them.
  package static func reading(_ typed: String) -> (code: ClaimCode?, reading: CodeReading) {
    do {
      return (try ClaimCode(parsing: typed), .unknown)
    } catch {
      guard error == .check else { return (nil, .none) }
      let parts = typed.split(separator: "-").map(\.count)
      let looksLikeCode = parts == [4, 4, 3] || typed.contains { ("0"..."9").contains($0) }
      return (nil, looksLikeCode ? .mistyped : .none)
    }
  }
}

/// One thing that was found.
package struct SearchResult: Hashable, Sendable {
  /// By what it was found.
  package enum Why: String, Hashable, Sendable, CaseIterable {
    case code, number, name, place, words

    /// As in "found by its name".
    package var words: String { "by its \(rawValue)" }
  }

  package let target: SearchTarget
  package let title: String
  /// What tells it from others of the same name, in a few words.
  package let detail: String
  package let why: Why
  /// Characters of the title that were found, counted from 0, rising; none unless it was found by its name or place,
  /// or by words of which some stand in the title.
  package let positions: [Int]
  /// Higher is better; only results of one answer can be compared.
  package let score: Int
  /// The session that is gone to: of a session itself, and of a person the running or last one, if there is any.
  package let session: ParkingSession?

  package init(
    target: SearchTarget, title: String, detail: String, why: Why, positions: [Int] = [], score: Int,
    session: ParkingSession? = nil
  ) {
    self.target = target
    self.title = title
    self.detail = detail
    self.why = why
    self.positions = positions
    self.score = score
    self.session = session
  }

  /// What is found by a code or a number is what was meant: it stands before every name.
  package static let exact = 1_000_000
}
