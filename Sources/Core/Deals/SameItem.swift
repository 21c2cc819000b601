/// Tells which listings of several sources are of one item: the same title, category and currency, prices within a tenth
/// of each other, and not more than a kilometre apart where both say where they are.
package struct SameItem: Hashable, Sendable {
  /// The listing.
  package let id: Listing.ID
  let source: String
  let words: [String]
  let category: String?
  let price: Money?
  let position: Coordinate?

  package init(
    _ id: Listing.ID, source: String, title: String, category: String?, price: Money?, position: Coordinate?
  ) {
    self.id = id
    self.source = source
    words = FoldedWords.words(of: title)
    self.category = category
    self.price = price
    self.position = position
  }

  /// Farthest that two sources put one item apart.
  package static let farthest = Metres(1000)

  /// The same in all that could be of one item; nil where there is no price, or no word, to know it by. FNV-1a of 64 bits
  /// (Fowler, Noll and Vo 1991).
  package var hash: Int64? {
    guard let price, !words.isEmpty else { return nil }
    let text = (words + ["", category ?? "", price.currency.code]).joined(separator: "\u{1F}")
    return Int64(bitPattern: text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
  }

  /// Whether two listings are of one item. One source has a thing once.
  package func isSame(as other: SameItem) -> Bool {
    guard source != other.source, words == other.words, !words.isEmpty, category == other.category, let price,
      let otherPrice = other.price, price.currency == otherPrice.currency
    else { return false }
    let dearest = max(price.cents, otherPrice.cents)
    guard abs(price.cents - otherPrice.cents) * 10 <= dearest else { return false }
    guard let position, let otherPosition = other.position else { return true }
    return Haversine.distance(position, otherPosition) <= Self.farthest
  }

  /// The group of each listing that is not alone, by the lowest number in it; whoever is the same as one of a group
  /// belongs to it. O(n²).
  package static func groups(_ items: [SameItem]) -> [Listing.ID: Int64] {
    let items = items.sorted { $0.id < $1.id }
    var group = items.map(\.id.value)
    for (later, item) in items.enumerated() {
      for earlier in 0..<later where group[earlier] != group[later] && item.isSame(as: items[earlier]) {
        let (kept, taken) = (min(group[earlier], group[later]), max(group[earlier], group[later]))
        for place in 0...later where group[place] == taken { group[place] = kept }
      }
    }
    let sizes = Dictionary(group.map { ($0, 1) }, uniquingKeysWith: +)
    return Dictionary(
      zip(items, group).filter { sizes[$1, default: 0] > 1 }.map { ($0.id, $1) }, uniquingKeysWith: { $1 })
  }
}
