/// What the keywords of all rules look for, each distinct one with a number; and which of them a listing has.
///
/// Every keyword, a phrase too, is one term: whether a rule's keywords are met is whether a number is among a listing's.
struct RuleVocabulary: Sendable {
  /// A keyword's number among those of its kind, and the kind.
  struct Term: Hashable, Sendable {
    enum Kind: UInt32, CaseIterable {
      case word, prefix, stem, phrase
    }

    let code: UInt32

    init(_ kind: Kind, _ number: UInt32) {
      code = number << 2 | kind.rawValue
    }
  }

  private(set) var words = WordTable()
  private(set) var prefixes = WordTable()
  private(set) var stems = WordTable()
  /// Lengths of prefixes in bytes that there are, ascending.
  private var prefixLengths: [Int] = []
  /// Each phrase by its words' numbers.
  private var phraseNumbers: [[UInt32]: UInt32] = [:]
  private var phrases: [[UInt32]] = []
  /// Phrases by their first two words, and by the word that they are when written together.
  private var phrasesByPair: [UInt64: [UInt32]] = [:]
  private var phrasesTogether: [UInt32: [UInt32]] = [:]

  /// The term of a keyword; a new one where nobody has looked for it yet.
  mutating func insert(_ keyword: RuleKeyword) -> Term {
    let first = keyword.words.first ?? ""
    switch keyword.kind {
    case .stem: return Term(.stem, stems.insert(first))
    case .prefix:
      if !prefixLengths.contains(first.utf8.count) {
        prefixLengths.append(first.utf8.count)
        prefixLengths.sort()
      }
      return Term(.prefix, prefixes.insert(first))
    case .words:
      return keyword.words.count == 1 ? Term(.word, words.insert(first)) : Term(.phrase, insertPhrase(keyword.words))
    }
  }

  private mutating func insertPhrase(_ texts: [String]) -> UInt32 {
    let numbers = texts.map { words.insert($0) }
    if let known = phraseNumbers[numbers] { return known }
    let phrase = UInt32(phrases.count)
    phraseNumbers[numbers] = phrase
    phrases.append(numbers)
    phrasesByPair[Self.pair(numbers[0], numbers[1]), default: []].append(phrase)
    phrasesTogether[words.insert(texts.joined()), default: []].append(phrase)
    return phrase
  }

  private static func pair(_ one: UInt32, _ other: UInt32) -> UInt64 {
    UInt64(one) << 32 | UInt64(other)
  }

  /// The terms a listing has. O(words), each looked up a few times.
  func terms(of text: ListingText) -> TermSet {
    var codes: [UInt32] = []
    let bytes = text.words.bytes.span
    var start = 0
    for end in text.fieldEnds {
      var field: [UInt32] = []
      for word in start..<end {
        let spelling = bytes.extracting(text.words.range(of: word))
        let number = words.number(of: spelling)
        if let number { codes.append(Term(.word, number).code) }
        if !phrases.isEmpty { field.append(number ?? .max) }
        addInflected(spelling, to: &codes)
      }
      addPhrases(of: field, to: &codes)
      start = end
    }
    return TermSet(codes)
  }

  private func addInflected(_ word: Span<UInt8>, to codes: inout [UInt32]) {
    for length in prefixLengths {
      guard length <= word.count else { break }
      if let number = prefixes.number(of: word.extracting(0..<length)) { codes.append(Term(.prefix, number).code) }
    }
    if stems.count > 0 {
      let stem = EnglishStem.of(word.indices.map { word[$0] })
      if let number = stems.number(of: stem.span) { codes.append(Term(.stem, number).code) }
    }
  }

  private func addPhrases(of field: [UInt32], to codes: inout [UInt32]) {
    for (place, word) in field.enumerated() where word != .max {
      for phrase in phrasesTogether[word] ?? [] { codes.append(Term(.phrase, phrase).code) }
      guard place + 1 < field.count, field[place + 1] != .max else { continue }
      for phrase in phrasesByPair[Self.pair(word, field[place + 1])] ?? []
      where field[place...].starts(with: phrases[Int(phrase)]) {
        codes.append(Term(.phrase, phrase).code)
      }
    }
  }
}

/// The terms of one listing, ascending, each once.
struct TermSet: Sendable {
  let codes: [UInt32]
  /// One bit for each of 1,024 shares of all terms: most that are not here are told by it alone.
  private var filter = InlineArray<16, UInt64>(repeating: 0)

  init(_ unsorted: [UInt32]) {
    var codes: [UInt32] = []
    for code in unsorted.sorted() where code != codes.last { codes.append(code) }
    self.codes = codes
    for code in codes {
      let bit = Self.bit(code)
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  private static func bit(_ code: UInt32) -> Int {
    Int((code &* 0x9E37_79B1) >> 22)
  }

  /// O(log n), and O(1) for most that are not here.
  func contains(_ code: UInt32) -> Bool {
    let bit = Self.bit(code)
    guard filter[bit >> 6] >> UInt64(bit & 63) & 1 == 1 else { return false }
    var low = 0
    var high = codes.count
    while low < high {
      let middle = (low + high) / 2
      if codes[middle] < code { low = middle + 1 } else { high = middle }
    }
    return low < codes.count && codes[low] == code
  }
}
