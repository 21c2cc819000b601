/// Places that can be named in a rule: their names and where they are.
package struct KnownPlaces: Sendable, Equatable {
  /// One place.
  package struct Place: Hashable, Sendable {
    package let name: String
    package let position: Coordinate

    package init(_ name: String, _ position: Coordinate) {
      self.name = name
      self.position = position
    }
  }

  /// As they were given; of two with one name the first is found.
  package let places: [Place]
  private let numbers: [[String]: Int]

  /// O(length of all names).
  package init(_ places: [Place]) {
    self.places = places
    numbers = Dictionary(
      places.enumerated().map { (FoldedWords.words(of: $1.name), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// No place has a name.
  package static let none = KnownPlaces([])

  /// The place of a name, whatever its case, accents and punctuation.
  package func place(named name: String) -> Place? {
    let words = FoldedWords.words(of: name)
    return words.isEmpty ? nil : numbers[words].map { places[$0] }
  }

  /// The place that was probably meant.
  package func nearest(to name: String) -> Place? {
    let folded = places.map { FoldedWords.words(of: $0.name).joined(separator: " ") }
    let wanted = FoldedWords.words(of: name).joined(separator: " ")
    guard let nearest = NearestName.among(folded, to: wanted) else { return nil }
    return folded.firstIndex(of: nearest).map { places[$0] }
  }
}
