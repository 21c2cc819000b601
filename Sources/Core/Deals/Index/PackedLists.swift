/// Many short lists in one piece of memory; the place of one that is taken out goes to the next of its length.
struct PackedLists<Element: Sendable>: Sendable {
  private(set) var elements: [Element] = []
  /// Where lists that were taken out began, by their length.
  private var free: [[UInt32]] = []

  /// Keeps a list and says where it begins.
  mutating func insert(_ list: [Element]) -> UInt32 {
    if list.count < free.count, let start = free[list.count].popLast() {
      for (place, element) in list.enumerated() { elements[Int(start) + place] = element }
      return start
    }
    elements.append(contentsOf: list)
    return UInt32(elements.count - list.count)
  }

  /// Takes out the list of a length that begins somewhere.
  mutating func remove(_ start: UInt32, count: Int) {
    guard count > 0 else { return }
    while free.count <= count { free.append([]) }
    free[count].append(start)
  }

  /// The place of an element of a list.
  subscript(start: UInt32, place: Int) -> Element {
    get { elements[Int(start) + place] }
    set { elements[Int(start) + place] = newValue }
  }

  func list(_ start: UInt32, count: Int) -> ArraySlice<Element> {
    elements[Int(start)..<Int(start) + count]
  }
}
