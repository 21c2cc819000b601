/// How the Discover screen shares out its room, where there is enough for columns. Whatever is left out comes into sight
/// when it gets the keyboard.
package enum DiscoverPreset: String, Sendable, CaseIterable {
  /// Everything beside everything.
  case balanced
  /// The map takes what the ranking leaves.
  case map
  /// Sessions and stream at full height, no map.
  case lists
  /// The ranking as wide as it has use for.
  case ranking

  /// Its name for people.
  package var title: String {
    switch self {
    case .balanced: "Balanced"
    case .map: "Map large"
    case .lists: "Lists"
    case .ranking: "Ranking wide"
    }
  }

  /// What it is good for.
  var explanation: String {
    switch self {
    case .balanced: "Sessions, map, stream and ranking side by side."
    case .map: "The map takes what the ranking leaves; lists come below it."
    case .lists: "Sessions and stream at full height, no map."
    case .ranking: "The ranking as wide as it has use for."
    }
  }
}
