import Canvas

/// Turns what curses reads into events: keys, and pasted text in one piece.
///
/// Escape sequences that terminfo does not know are swallowed whole, so that a strange key never acts as the letters
/// of its sequence. A paste may arrive in several reads; it is handed over when its end is seen.
package struct KeyDecoder: Sendable {
  /// One unit as the device reads it.
  package enum Unit: Hashable, Sendable {
    /// A scalar of text or a control character.
    case scalar(UInt32)
    /// A curses key code.
    case code(Int32)
    case mouse(MouseEvent)
  }

  /// Pastes of more bytes than this are cut; nothing here takes as much.
  package static let longestPaste = 100_000

  private var paste: String?

  package init() {}

  /// The events of one read, in order.
  package mutating func events(of units: [Unit]) -> [InputEvent] {
    var events: [InputEvent] = []
    var index = units.startIndex
    while index < units.endIndex {
      let unit = units[index]
      index += 1
      if paste != nil {
        if let text = continuePaste(with: unit) { events.append(.paste(text)) }
        continue
      }
      switch unit {
      case .code(KeyCode.pasteStart):
        paste = ""
      case .code(let code):
        if let key = KeyCode.key(code) { events.append(.key(key)) }
      case .mouse(let mouse):
        events.append(.mouse(mouse))
      case .scalar(0x1B):
        let length = Self.sequenceLength(units[index...])
        if length == 0 { events.append(.key(.escape)) }
        index += length
      case .scalar(let value):
        if let key = Self.key(value) { events.append(.key(key)) }
      }
    }
    return events
  }

  /// The whole text once the paste has ended; nil before.
  private mutating func continuePaste(with unit: Unit) -> String? {
    switch unit {
    case .code(KeyCode.pasteEnd):
      defer { paste = nil }
      return paste
    case .scalar(let value):
      if let scalar = Unicode.Scalar(value), (paste?.utf8.count ?? 0) < Self.longestPaste {
        paste?.unicodeScalars.append(scalar)
      }
    case .code, .mouse:
      break
    }
    return nil
  }

  /// How many units after an escape belong to a sequence nobody knows (ECMA-48, 5.4); 0 if the escape stands alone.
  private static func sequenceLength(_ rest: ArraySlice<Unit>) -> Int {
    guard case .scalar(let introducer)? = rest.first else { return 0 }
    if introducer == 0x4F { return min(2, rest.count) }
    guard introducer == 0x5B else { return 0 }
    var length = 1
    for unit in rest.dropFirst() {
      guard case .scalar(let value) = unit, (0x20...0x7E).contains(value) else { return length }
      length += 1
      if value >= 0x40 { return length }
    }
    return length
  }

  private static func key(_ value: UInt32) -> Key? {
    switch value {
    case 0x00: .control(" ")
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x01...0x1A: Unicode.Scalar(value + 0x60).map { .control($0) }
    case 0x1B...0x1F, 0x80...0x9F: nil
    default: Unicode.Scalar(value).map { .character($0) }
    }
  }
}
