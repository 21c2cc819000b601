/// The places one came from by following names, the latest last.
package struct Trail: Equatable, Sendable {
  /// Older places are forgotten.
  package static let longest = 30

  private(set) var places: [Place] = []

  package init() {}

  package var isEmpty: Bool { places.isEmpty }

  /// Remembers a place that is left.
  mutating func push(_ place: Place) {
    places.append(place)
    if places.count > Self.longest { places.removeFirst() }
  }

  /// The place to return to.
  mutating func pop() -> Place? { places.popLast() }
}
