/// One thing a rule looks for in the text of a listing: a word, the beginning of a word, a stem, or a phrase.
///
/// Compared without case, accents and compatibility forms (see ``FoldedWords``). Of several words, as `go-pro` or
/// `"go pro"` give them, either all stand side by side in one field or they are written together, `gopro`.
package struct RuleKeyword: Hashable, Sendable {
  /// How words are compared.
  package enum Kind: Hashable, Sendable {
    /// Word for word.
    case words
    /// The word begins so.
    case prefix
    /// English inflections do not matter (Porter's second stemmer, Snowball).
    case stem
  }

  package let kind: Kind
  /// What was looked for, as it was written, without the signs of its kind.
  package let written: String
  /// Folded; one, or several side by side.
  package let words: [String]

  /// Longest keyword, in characters.
  package static let limit = 80

  /// - Throws: ``InvalidInput`` naming `field` for a text of only punctuation, and for a prefix or stem of several words.
  package init(_ kind: Kind, _ written: String, field: String = "keywords") throws(InvalidInput) {
    let written = try PlainText.checked(written, field: field, limit: Self.limit)
    let words = FoldedWords.words(of: written)
    guard let first = words.first else {
      throw InvalidInput(field: field, "'\(written)' has no letter and no digit; nothing could match it")
    }
    guard kind == .words || words.count == 1 else {
      throw InvalidInput(
        field: field,
        kind == .prefix
          ? "'\(written)*' is \(words.count) words; only the beginning of one word can be looked for"
          : "'stem:\(written)' is \(words.count) words; only one word has a stem")
    }
    self.kind = kind
    // A prefix and a stem have no quotes to stand in.
    self.written = kind == .words || RuleToken.isPlain(written) ? written : first
    self.words = kind == .stem ? [EnglishStem.of(first)] : words
  }

  /// Whether two look for the same, however they are written.
  package func asks(theSameAs other: RuleKeyword) -> Bool {
    kind == other.kind && words == other.words
  }
}

extension RuleKeyword {
  /// Reads a keyword as a rule line or a document writes it: `word`, `word*`, `stem:word` or `"some words"`. Anything
  /// else of several words is a phrase as well.
  /// - Throws: ``InvalidInput`` naming `field`.
  package init(parsing text: String, field: String = "keywords") throws(InvalidInput) {
    if text.hasPrefix("\""), text.hasSuffix("\""), text.utf8.count > 1 {
      try self.init(.words, RuleToken.unquoted(text), field: field)
    } else if text.hasPrefix(Self.stemMark) {
      try self.init(.stem, String(text.dropFirst(Self.stemMark.count)), field: field)
    } else if text.hasSuffix("*") {
      try self.init(.prefix, String(text.dropLast()), field: field)
    } else {
      try self.init(.words, text, field: field)
    }
  }

  static let stemMark = "stem:"

  /// As a rule line and a document write it; reads back as the same.
  package var text: String {
    switch kind {
    case .prefix: written + "*"
    case .stem: Self.stemMark + written
    case .words: RuleToken.isPlain(written) ? written : RuleToken.quoted(written)
    }
  }
}
