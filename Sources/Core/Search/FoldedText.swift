import CUnicode

/// A text as it is searched: without case and accents, with what each sign is worth as the start of something.
///
/// Made once for a text and matched many times. O(length) in time and memory.
package struct FoldedText: Hashable, Sendable {
  /// The signs that are compared; a character may fold to several, as `ß` to `ss`, or to none.
  let scalars: [UInt32]

  /// The character of the text, counted from 0, that each sign came from. Never falls.
  let characters: [Int]

  /// What a match is worth more for beginning here.
  let bonuses: [Int]

  /// Characters of the text.
  let length: Int

  /// Text in which something is looked for.
  package init(_ text: String) {
    var scalars: [UInt32] = []
    var characters: [Int] = []
    var bonuses: [Int] = []
    var before = Kind.separator
    var length = 0
    for character in text {
      let kind = Kind(character)
      let bonus = kind.bonus(after: before, isFirst: length == 0)
      for (part, scalar) in Self.folded(character).enumerated() {
        scalars.append(scalar)
        characters.append(length)
        bonuses.append(part == 0 ? bonus : 0)
      }
      before = kind
      length += 1
    }
    self.scalars = scalars
    self.characters = characters
    self.bonuses = bonuses
    self.length = length
  }

  /// How text is compared: full case folding of the compatibility decomposition, marks left out.
  static let folding = utf8proc_option_t(
    rawValue: UTF8PROC_STABLE.rawValue | UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_COMPAT.rawValue
      | UTF8PROC_CASEFOLD.rawValue | UTF8PROC_STRIPMARK.rawValue)

  /// A character without case and accents (Unicode's full case folding of the compatibility decomposition, marks left
  /// out): `É` is `e`, `ﬁ` is `f` and `i`.
  static func folded(_ character: Character) -> [UInt32] {
    if let ascii = character.asciiValue {
      return [UInt32((0x41...0x5A).contains(ascii) ? ascii + 0x20 : ascii)]
    }
    let bytes = Array(character.utf8)
    // The longest decomposition of one scalar has 18 scalars.
    var buffer = [Int32](repeating: 0, count: character.unicodeScalars.count * 18)
    let count = unsafe buffer.withUnsafeMutableBufferPointer { target in
      // Safe: utf8proc reads exactly `bytes.count` bytes and writes at most `target.count` scalars; a character is never
      // empty, so the base address exists.
      unsafe utf8proc_decompose(bytes, bytes.count, target.baseAddress, target.count, folding)
    }
    guard count >= 0, count <= buffer.count else { return character.unicodeScalars.map(\.value) }
    return buffer.prefix(count).map { UInt32(bitPattern: $0) }
  }

  /// What a character is, as far as words are told apart by it.
  private enum Kind {
    case separator, lower, upper, digit

    init(_ character: Character) {
      if let ascii = character.asciiValue {
        switch ascii {
        case 0x30...0x39: self = .digit
        case 0x41...0x5A: self = .upper
        case 0x61...0x7A: self = .lower
        default: self = .separator
        }
      } else if character.isNumber {
        self = .digit
      } else if character.isLetter {
        self = character.isUppercase ? .upper : .lower
      } else {
        self = .separator
      }
    }

    /// What beginning here is worth after a character of another kind.
    func bonus(after before: Kind, isFirst: Bool) -> Int {
      if isFirst { return FuzzyScore.textStart }
      if self == .separator { return 0 }
      switch (before, self) {
      case (.separator, _): return FuzzyScore.wordStart
      case (.lower, .upper), (.lower, .digit), (.upper, .digit), (.digit, .lower), (.digit, .upper):
        return FuzzyScore.humpStart
      default: return 0
      }
    }
  }
}
