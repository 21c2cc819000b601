/// Where a form's parts stand: for the caret, and for knowing what a click was on.
package struct FormLayout: Equatable, Sendable {
  /// A piece of the screen that a click can be meant for.
  package struct Target: Equatable, Sendable {
    /// The field's place in the form.
    package let field: Int

    /// Which of its options; `nil` for the field as a whole.
    package let option: Int?

    /// Its cells.
    package let area: Rect
  }

  /// Where text is being typed; `nil` where that is not in sight.
  package internal(set) var cursor: Point?

  /// The first row of the form that is in sight: hand it in as the next frame's offset, and nothing moves needlessly.
  package internal(set) var offset = 0

  /// Fields, and after each its options.
  package internal(set) var targets: [Target] = []

  /// What is at a point of the screen: the option if it is one, else the field.
  package func target(at point: Point) -> Target? {
    targets.last { $0.area.contains(point) }
  }
}
