/// The words of many listings: from each word to the listings that have it, and from each listing to its words in order.
struct CorpusText: Sendable {
  private var words = WordTable()
  /// Of each word, the rows that have it, ascending.
  private var rowsOfWords: [[UInt32]] = []
  private var stems = WordTable()
  /// Of each word, the number of its stem.
  private var stemsOfWords: [UInt32] = []
  /// The words of every row, one row after the other, with ``fieldEnd`` behind each field.
  private var sequence: [UInt32] = []
  private var ends: [Int] = []

  private static let fieldEnd = UInt32.max

  /// Takes the words of the next row in. O(words).
  mutating func append(_ text: ListingText) {
    let row = UInt32(ends.count)
    var start = 0
    for end in text.fieldEnds {
      for word in start..<end {
        let spelling = text.words.bytes.span.extracting(text.words.range(of: word))
        let number = words.insert(spelling)
        if Int(number) == rowsOfWords.count {
          rowsOfWords.append([])
          stemsOfWords.append(stems.insert(EnglishStem.of(Array(words[Int(number)])).span))
        }
        if rowsOfWords[Int(number)].last != row { rowsOfWords[Int(number)].append(row) }
        sequence.append(number)
      }
      sequence.append(Self.fieldEnd)
      start = end
    }
    ends.append(sequence.count)
  }

  /// Of each row, whether any of some keywords is found in it. O(vocabulary + rows that have the words).
  func rows(findingAnyOf keywords: [RuleKeyword]) -> [Bool] {
    var found = [Bool](repeating: false, count: ends.count)
    for keyword in keywords {
      for word in numbers(of: keyword) {
        for row in rowsOfWords[Int(word)] { found[Int(row)] = true }
      }
      guard let phrase = phrase(of: keyword),
        let rarest = phrase.min(by: { rowsOfWords[Int($0)].count < rowsOfWords[Int($1)].count })
      else { continue }
      for row in rowsOfWords[Int(rarest)] where !found[Int(row)] {
        found[Int(row)] = place(of: phrase, in: Int(row)) != nil
      }
    }
    return found
  }

  /// The words by which keywords are found in a row, folded; of each keyword the first.
  func found(_ keywords: [RuleKeyword], in row: Int) -> [String] {
    keywords.compactMap { keyword in
      let range = range(of: row)
      let numbers = Set(numbers(of: keyword))
      let word = sequence[range].firstIndex(where: numbers.contains)
      let phrase = phrase(of: keyword) ?? []
      let place = place(of: phrase, in: row)
      if let place, place < word ?? .max { return phrase.map(spelling).joined(separator: " ") }
      return word.map { spelling(sequence[$0]) }
    }
  }

  private func range(of row: Int) -> Range<Int> {
    (row == 0 ? 0 : ends[row - 1])..<ends[row]
  }

  private func spelling(_ number: UInt32) -> String {
    String(decoding: words[Int(number)], as: UTF8.self)
  }

  /// The words each of which is found by a keyword alone: of several words, the one they are when written together.
  private func numbers(of keyword: RuleKeyword) -> [UInt32] {
    switch keyword.kind {
    case .words: return words.number(of: keyword.words.joined()).map { [$0] } ?? []
    case .prefix:
      let beginning = Array((keyword.words.first ?? "").utf8)
      return (0..<words.count).filter { words[$0].starts(with: beginning) }.map { UInt32($0) }
    case .stem:
      guard let stem = stems.number(of: keyword.words.first ?? "") else { return [] }
      return (0..<words.count).filter { stemsOfWords[$0] == stem }.map { UInt32($0) }
    }
  }

  /// The words that must stand side by side; nil for a keyword of one word, and where one of them is nowhere.
  private func phrase(of keyword: RuleKeyword) -> [UInt32]? {
    guard keyword.words.count > 1 else { return nil }
    let numbers = keyword.words.compactMap { words.number(of: $0) }
    return numbers.count == keyword.words.count ? numbers : nil
  }

  /// Where words stand side by side in a row first.
  private func place(of phrase: [UInt32], in row: Int) -> Int? {
    guard let first = phrase.first else { return nil }
    let range = range(of: row)
    return range.first { sequence[$0] == first && sequence[$0..<range.upperBound].starts(with: phrase) }
  }
}
