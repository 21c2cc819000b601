/// The lists of rules' postings, and where each rule stands in them.
struct RulePostings: Sendable {
  /// Where a posting of a rule stands: its list, and its place there.
  private struct Standing: Sendable {
    let list: UInt32
    var place: UInt32
  }

  private var lists: [[RulePosting]] = []
  private var standings = PackedLists<Standing>()
  /// Of each row, where its standings begin and how many they are.
  private var ownStandings: [(start: UInt32, count: UInt32)] = []

  /// The number of a new, empty list.
  mutating func newList() -> UInt32 {
    lists.append([])
    return UInt32(lists.count - 1)
  }

  /// Makes room for so many rules.
  mutating func reserve(_ count: Int) { ownStandings.reserveCapacity(count) }

  /// What stands in a list.
  subscript(list: UInt32) -> [RulePosting] { lists[Int(list)] }

  /// Puts a rule in some lists; its row is new or was removed. O(lists).
  mutating func insert(_ posting: RulePosting, in numbers: [UInt32]) {
    let row = Int(posting.row)
    if row == ownStandings.count { ownStandings.append((0, 0)) }
    let start = standings.insert(numbers.map { Standing(list: $0, place: UInt32(lists[Int($0)].count)) })
    for list in numbers { lists[Int(list)].append(posting) }
    ownStandings[row] = (start, UInt32(numbers.count))
  }

  /// Takes a rule out of its lists. O(its postings and those of the rules that take their places).
  mutating func remove(row: UInt32) {
    let own = ownStandings[Int(row)]
    for place in 0..<Int(own.count) { remove(standings[own.start, place]) }
    standings.remove(own.start, count: Int(own.count))
    ownStandings[Int(row)] = (0, 0)
  }

  /// Puts the last posting of a list in the place of one that goes.
  private mutating func remove(_ standing: Standing) {
    let (list, place) = (Int(standing.list), Int(standing.place))
    guard let last = lists[list].popLast(), place < lists[list].count else { return }
    lists[list][place] = last
    let moved = ownStandings[Int(last.row)]
    for own in 0..<Int(moved.count)
    where standings[moved.start, own].list == standing.list
      && Int(standings[moved.start, own].place) == lists[list].count
    {
      standings[moved.start, own].place = standing.place
    }
  }
}
