/// What is frequent among listings: from some of them, how likely the next one is to have a word, to lie in a cell, to be
/// of a category. Only what matching costs depends on it, never what it finds.
struct ListingSample: Sendable {
  private let count: Double
  private var words = WordTable()
  private var wordCounts: [Double] = []
  private var stemCounts: [[UInt8]: Double] = [:]
  /// Every beginning of every word, and in how many listings words begin so, each word for itself.
  private var beginnings = WordTable()
  private var beginningCounts: [Double] = []
  private var cellCounts: [UInt64: Double] = [:]
  private var categoryCounts: [String: Double] = [:]

  /// Most listings that are learned from.
  private static let limit = 2000

  init(_ listings: [PackedListing]) {
    let step = max(1, listings.count / Self.limit)
    let chosen = stride(from: 0, to: listings.count, by: step).map { listings[$0] }
    count = Double(chosen.count)
    for listing in chosen { take(listing) }
    for number in 0..<words.count {
      let word = Array(words[number])
      stemCounts[EnglishStem.of(word), default: 0] += wordCounts[number]
      for length in 1...min(word.count, Self.longestBeginning) {
        let beginning = Int(beginnings.insert(word.span.extracting(first: length)))
        if beginning == beginningCounts.count { beginningCounts.append(0) }
        beginningCounts[beginning] += wordCounts[number]
      }
    }
  }

  /// Longer beginnings are as rare as what was not seen.
  private static let longestBeginning = 32

  private mutating func take(_ listing: PackedListing) {
    var seen: Set<UInt32> = []
    let spelling = listing.text.words
    for word in spelling.indices {
      let number = words.insert(spelling.bytes.span.extracting(spelling.range(of: word)))
      if Int(number) == wordCounts.count { wordCounts.append(0) }
      if seen.insert(number).inserted { wordCounts[Int(number)] += 1 }
    }
    if let position = listing.position {
      for level in 0...MapCells.deepest { cellCounts[MapCells.cell(of: position, level: level), default: 0] += 1 }
    }
    if let category = listing.category { categoryCounts[category, default: 0] += 1 }
  }

  /// Listings of a hundred that a keyword finds, about; one in a hundred where nothing is known. At most 1.
  func share(of keyword: RuleKeyword) -> Double {
    guard count > 0 else { return keyword.kind == .prefix ? 0.02 : 0.01 }
    let first = keyword.words.first ?? ""
    switch keyword.kind {
    case .stem: return share(stemCounts[Array(first.utf8)] ?? 0)
    case .prefix: return share(beginnings.number(of: first).map { beginningCounts[Int($0)] } ?? 0)
    case .words:
      let least = keyword.words.map(count(ofWord:)).min() ?? 0
      return share(keyword.words.count == 1 ? least : least + count(ofWord: keyword.words.joined()))
    }
  }

  /// The share of listings in any of some cells.
  func share(ofCells cells: [UInt64]) -> Double {
    count > 0 ? share(cells.reduce(0) { $0 + (cellCounts[$1] ?? 0) }) : 0.2
  }

  /// The share of listings in any of some categories.
  func share(ofCategories categories: [String]) -> Double {
    count > 0 ? share(categories.reduce(0) { $0 + (categoryCounts[$1] ?? 0) }) : 0.5
  }

  private func count(ofWord word: String) -> Double {
    words.number(of: word).map { wordCounts[Int($0)] } ?? 0
  }

  /// A share with half a listing more, as what was not seen may still come.
  private func share(_ hits: Double) -> Double { min(1, (hits + 0.5) / (count + 1)) }
}
