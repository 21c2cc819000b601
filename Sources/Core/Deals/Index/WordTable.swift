/// Words and their numbers, from 0 in the order in which they came.
///
/// Open addressing over one pool of bytes: looking a word up allocates nothing. O(length) each.
struct WordTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var hashes: [UInt32] = []
  /// A word's number and one, or 0; twice as many as words at least, a power of two.
  private var slots: [UInt32] = Array(repeating: 0, count: 16)

  var count: Int { ends.count }

  /// The number of a word; nil if it has none.
  func number(of word: Span<UInt8>) -> UInt32? {
    let slot = slot(of: word, Self.hash(word))
    return slots[slot] == 0 ? nil : slots[slot] - 1
  }

  /// Hands over the numbers of the beginnings of a word that have one. O(length).
  ///
  /// - Parameter lengths: of the beginnings in bytes, ascending.
  @inline(__always)
  func eachBeginning(of word: Span<UInt8>, lengths: [Int], _ take: (UInt32) -> Void) {
    var hash = Self.seed
    var place = 0
    for length in lengths {
      guard length <= word.count else { return }
      while place < length {
        hash = Self.hash(hash, word[place])
        place += 1
      }
      let slot = slot(of: word.extracting(first: length), Self.folded(hash))
      if slots[slot] != 0 { take(slots[slot] - 1) }
    }
  }

  /// The number of a word, a new one if it had none.
  mutating func insert(_ word: Span<UInt8>) -> UInt32 {
    let hash = Self.hash(word)
    let slot = slot(of: word, hash)
    if slots[slot] != 0 { return slots[slot] - 1 }
    for place in word.indices { bytes.append(word[place]) }
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
    slots[slot] = UInt32(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return UInt32(ends.count - 1)
  }

  mutating func insert(_ word: String) -> UInt32 { insert(word.utf8.span) }

  func number(of word: String) -> UInt32? { number(of: word.utf8.span) }

  /// The bytes of a word by its number.
  subscript(number: Int) -> ArraySlice<UInt8> {
    bytes[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
  }

  /// The slot that holds a word, or the free one that it would go to.
  @inline(__always)
  private func slot(of word: Span<UInt8>, _ hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot] - 1)
      if hashes[number] == hash, isWord(number, word) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isWord(_ number: Int, _ word: Span<UInt8>) -> Bool {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    guard Int(ends[number]) - start == word.count else { return false }
    for place in word.indices where bytes[start + place] != word[place] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// FNV-1a, 64 bits folded into 32 (Fowler, Noll and Vo).
  @inline(__always)
  private static func hash(_ word: Span<UInt8>) -> UInt32 {
    var hash = seed
    for place in word.indices { hash = Self.hash(hash, word[place]) }
    return folded(hash)
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  @inline(__always)
  private static func folded(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash ^ (hash >> 29)) }
}
