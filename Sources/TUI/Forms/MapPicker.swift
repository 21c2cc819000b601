import Core

/// A position that is picked on the town's map: a cross that keys and clicks move, over a part of the town that is near
/// or far.
package struct MapPicker: Equatable, Sendable {
  /// What the position is of, as the form calls it.
  package let label: String
  /// Where the cross is.
  package internal(set) var cross: Coordinate
  /// What is in the middle of the map.
  package internal(set) var centre: Coordinate
  /// Nil shows the whole town.
  package internal(set) var metresPerColumn: Double?

  /// How near and how far one can look.
  static let scales = 0.5...2000.0
  /// What one step nearer or farther multiplies by.
  static let step = 2.0
}

/// What can be done with the cross.
package enum MapIntent: Hashable, Sendable, CaseIterable {
  case left, right, near, far, take
}
