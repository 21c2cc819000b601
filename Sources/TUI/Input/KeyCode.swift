/// The numbers curses gives to keys without a character (X/Open Curses, curses.h): the part of them that is used.
enum KeyCode {
  /// Opportune's own, defined with the terminal: the marks around pasted text.
  static let pasteStart: Int32 = 2001
  static let pasteEnd: Int32 = 2002

  /// A resize is told by its signal, the mouse has a read of its own.
  static let mouse: Int32 = 0o631

  private static let function0: Int32 = 0o410

  private static let keys: [Int32: Key] = [
    0o402: .down, 0o403: .up, 0o404: .left, 0o405: .right, 0o406: .home, 0o407: .backspace, 0o512: .delete,
    0o513: .insert, 0o522: .pageDown, 0o523: .pageUp, 0o527: .enter, 0o541: .backTab, 0o550: .end,
    // The keypad's corners where terminfo names them so: a1, a3, c1, c3; and find and select of older keyboards.
    0o534: .home, 0o535: .pageUp, 0o537: .end, 0o540: .pageDown, 0o552: .home, 0o601: .end,
  ]

  /// The key of a code; nil for codes that mean nothing here.
  static func key(_ code: Int32) -> Key? {
    if (1...63).contains(code - function0) { return .function(Int(code - function0)) }
    return keys[code]
  }
}
