import Canvas

/// What the terminal or the system tells the loop.
package enum InputEvent: Hashable, Sendable {
  case key(Key)
  /// Text that came from the clipboard in one piece; any text at all.
  case paste(String)
  case mouse(MouseEvent)
  case resize(Size)
  /// Someone asked from outside that the program stops for a while.
  case suspend
  /// The program runs again after someone else had stopped it, and the screen may show anything.
  case resumed
  /// The person's editor gave the terminal back.
  case edited(EditorAnswer)
  /// A signal asked the program to end, or the terminal is gone.
  case quit
}

/// One press or turn of the mouse.
package struct MouseEvent: Hashable, Sendable {
  /// What was done.
  package enum Kind: Hashable, Sendable {
    case press, wheelUp, wheelDown
  }

  package let kind: Kind
  /// The cell under the pointer.
  package let point: Point

  package init(_ kind: Kind, at point: Point) {
    self.kind = kind
    self.point = point
  }
}
