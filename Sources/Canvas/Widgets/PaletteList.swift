/// A list to choose from: the commands of a palette, the answers of a menu, what a search found. A title, keys at the
/// right, an explanation behind the title where there is room and below the list where there is not; what cannot be
/// chosen now is grey and says why. Only the items in sight are asked for.
///
/// ```swift
/// PaletteList(count: found.count, selection: 0) { index in
///   .init("Pause offer", matched: [0, 6], keys: "P", explanation: "Nobody is shown it.")
/// }.draw(on: &canvas, in: inside)
/// ```
package struct PaletteList {
  /// One thing to choose.
  package struct Item: Equatable, Sendable {
    /// What it is called.
    package let title: String

    /// The places of the title's characters that were searched for, from zero; shown bold and underlined.
    package let matched: [Int]

    /// The keys that lead there; may be empty.
    package let keys: String

    /// What it does, in a sentence; may be empty.
    package let explanation: String

    /// Why it cannot be chosen now; `nil` when it can.
    package let unavailable: String?

    /// An item.
    package init(
      _ title: String, matched: [Int] = [], keys: String = "", explanation: String = "", unavailable: String? = nil
    ) {
      self.title = title
      self.matched = matched
      self.keys = keys
      self.explanation = explanation
      self.unavailable = unavailable
    }
  }

  /// How many items there are.
  package var count: Int

  /// The item the keyboard is on.
  package var selection: Int?

  /// The first item in sight, if that keeps the selection in sight; else the nearest that does.
  package var offset: Int

  /// What to say where there is nothing to choose.
  package var emptyText: String

  /// Whether the explanation stands behind each title where the list is wide enough; else always below the list.
  package var explainsInRow: Bool

  /// What is at a place of the list.
  package var item: (_ index: Int) -> Item

  /// A list whose items are asked for when drawn.
  package init(
    count: Int, selection: Int? = nil, offset: Int = 0, emptyText: String = "Nothing is called that.",
    explainsInRow: Bool = true, item: @escaping (_ index: Int) -> Item
  ) {
    self.count = max(0, count)
    self.selection = selection
    self.offset = offset
    self.emptyText = emptyText
    self.explainsInRow = explainsInRow
    self.item = item
  }

  /// A list of items that are already there.
  package init(
    _ items: [Item], selection: Int? = nil, offset: Int = 0, emptyText: String = "Nothing is called that.",
    explainsInRow: Bool = true
  ) {
    self.init(
      count: items.count, selection: selection, offset: offset, emptyText: emptyText, explainsInRow: explainsInRow
    ) { items[$0] }
  }

  /// The rows it takes for all its items, the row of the explanation below included if there is one in `width` columns.
  package func height(width: Int) -> Int { count + (explainsBelow(width) ? 2 : 0) }

  /// Where the items stand in an area, without drawing them: the items in sight from the area's first row on.
  package func rows(in area: Rect) -> Range<Int> {
    let list = listArea(in: area)
    let first = Scrolling.offset(offset, keeping: selection, height: list.height, count: count)
    return first..<min(count, first + list.height)
  }

  /// The item at a point of the screen; `nil` where there is none.
  package func index(at point: Point, in area: Rect) -> Int? {
    guard listArea(in: area).contains(point) else { return nil }
    let rows = rows(in: area)
    let index = rows.lowerBound + point.y - area.y
    return rows.contains(index) ? index : nil
  }

  private func listArea(in area: Rect) -> Rect {
    explainsBelow(area.width) && area.height > 4 ? area.inset(bottom: 2) : area
  }

  /// Whether the selected item is explained below the list: where the rows have no room for it.
  func explainsBelow(_ width: Int) -> Bool { !explainsInRow || width < Self.widthForExplanations }

  /// With fewer columns the explanation stands below the list.
  static let widthForExplanations = 76
}
