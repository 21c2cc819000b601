/// What the keywords of all rules look for, each distinct one with a number; and which of them a listing has.
///
/// Every keyword, a phrase too, is one term: whether a rule's keywords are met is whether a number is among a listing's.
/// Terms are numbered as they come, so that the common ones have small numbers.
struct RuleVocabulary: Sendable {
  private var words = WordTable()
  private var prefixes = WordTable()
  private var stems = WordTable()
  /// The terms of words, prefixes, stems and phrases by their numbers; ``TermSet/never`` for a word that only phrases have.
  private var termsOfWords: [UInt32] = []
  private var termsOfPrefixes: [UInt32] = []
  private var termsOfStems: [UInt32] = []
  private var termsOfPhrases: [UInt32] = []
  private var nextTerm = TermSet.first
  /// Lengths of prefixes in bytes that there are, ascending.
  private var prefixLengths: [Int] = []
  /// Each phrase by its words' numbers.
  private var phraseNumbers: [[UInt32]: UInt32] = [:]
  private var phrases: [[UInt32]] = []
  /// Phrases by their first two words, and by the word that they are when written together.
  private var phrasesByPair: [UInt64: [UInt32]] = [:]
  private var phrasesTogether: [UInt32: [UInt32]] = [:]

  /// The term of a keyword; a new one where nobody has looked for it yet.
  mutating func insert(_ keyword: RuleKeyword) -> UInt32 {
    let first = keyword.words.first ?? ""
    switch keyword.kind {
    case .stem: return Self.term(of: stems.insert(first), in: &termsOfStems, &nextTerm)
    case .prefix:
      if !prefixLengths.contains(first.utf8.count) {
        prefixLengths.append(first.utf8.count)
        prefixLengths.sort()
      }
      return Self.term(of: prefixes.insert(first), in: &termsOfPrefixes, &nextTerm)
    case .words:
      return keyword.words.count == 1
        ? Self.term(of: words.insert(first), in: &termsOfWords, &nextTerm)
        : Self.term(of: insertPhrase(keyword.words), in: &termsOfPhrases, &nextTerm)
    }
  }

  private static func term(of number: UInt32, in terms: inout [UInt32], _ next: inout UInt32) -> UInt32 {
    while terms.count <= Int(number) { terms.append(TermSet.never) }
    if terms[Int(number)] == TermSet.never {
      terms[Int(number)] = next
      next += 1
    }
    return terms[Int(number)]
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
    var terms = TermSet()
    let bytes = text.words.bytes.span
    var start = 0
    for end in text.fieldEnds {
      var field: [UInt32] = []
      for word in start..<end {
        let spelling = bytes.extracting(text.words.range(of: word))
        let number = words.number(of: spelling)
        if let number, number < termsOfWords.count { terms.insert(termsOfWords[Int(number)]) }
        if !phrases.isEmpty { field.append(number ?? .max) }
        addInflected(spelling, to: &terms)
      }
      addPhrases(of: field, to: &terms)
      start = end
    }
    terms.finish()
    return terms
  }

  private func addInflected(_ word: Span<UInt8>, to terms: inout TermSet) {
    prefixes.eachBeginning(of: word, lengths: prefixLengths) { terms.insert(termsOfPrefixes[Int($0)]) }
    if stems.count > 0 {
      let stem = EnglishStem.of(word.indices.map { word[$0] })
      if let number = stems.number(of: stem.span) { terms.insert(termsOfStems[Int(number)]) }
    }
  }

  private func addPhrases(of field: [UInt32], to terms: inout TermSet) {
    for (place, word) in field.enumerated() where word != .max {
      for phrase in phrasesTogether[word] ?? [] { terms.insert(termsOfPhrases[Int(phrase)]) }
      guard place + 1 < field.count, field[place + 1] != .max else { continue }
      for phrase in phrasesByPair[Self.pair(word, field[place + 1])] ?? []
      where field[place...].starts(with: phrases[Int(phrase)]) {
        terms.insert(termsOfPhrases[Int(phrase)])
      }
    }
  }
}
