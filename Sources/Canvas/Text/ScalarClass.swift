import CUnicode

/// What one Unicode scalar means to a terminal: whether it may be shown, how wide it is, whether it joins its left
/// neighbour. One byte, from utf8proc's tables, and kept for the first 12,544 scalars.
struct ScalarClass: Equatable {
  private let bits: UInt8

  private static let widthMask: UInt8 = 3
  private static let spaceBit: UInt8 = 4
  private static let refusedBit: UInt8 = 8
  private static let joinsBit: UInt8 = 16
  private static let simpleBit: UInt8 = 32
  private static let jamoBit: UInt8 = 64

  /// Columns, 0 to 2.
  var width: Int { Int(bits & Self.widthMask) }

  /// White space, shown as a plain space.
  var isSpace: Bool { bits & Self.spaceBit != 0 }

  /// Never to be shown: controls, direction overrides, separators, invisible, private and unassigned scalars.
  var isRefused: Bool { bits & Self.refusedBit != 0 }

  /// Whether it may belong to the scalar before it.
  var joins: Bool { bits & Self.joinsBit != 0 }

  /// Shown as it is, in a cell of its own, unless something joins it from the right.
  var isSimple: Bool { bits & Self.simpleBit != 0 }

  /// A vowel or final consonant that completes a Korean syllable and means nothing alone.
  var isFinalJamo: Bool { bits & Self.jamoBit != 0 }

  /// The class of `scalar`.
  static func of(_ scalar: Unicode.Scalar) -> ScalarClass {
    let value = Int(scalar.value)
    return value < table.count ? table[value] : ScalarClass(looking: scalar)
  }

  /// Everything up to the Japanese syllables: letters, box drawing, blocks, braille.
  private static let table: [ScalarClass] = (0..<0x3100).map { value in
    Unicode.Scalar(UInt32(value)).map(ScalarClass.init(looking:)) ?? ScalarClass(bits: refusedBit | 1)
  }

  private init(bits: UInt8) { self.bits = bits }

  private init(looking scalar: Unicode.Scalar) {
    if Self.isRefused(scalar) {
      bits = Self.refusedBit | 1
    } else if Self.isSpace(scalar) {
      bits = Self.spaceBit | Self.simpleBit | 1
    } else {
      let width = Self.width(scalar)
      let joins = Self.boundary(scalar) != Int(UTF8PROC_BOUNDCLASS_OTHER.rawValue)
      // An emoji or a regional indicator starts something, and only looks to its right.
      let simple = !joins && width > 0
      let jamo = (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value)
      bits =
        UInt8(width) | (joins ? Self.joinsBit : 0) | (simple ? Self.simpleBit : 0) | (jamo ? Self.jamoBit : 0)
    }
  }

  /// The grapheme boundary class of Unicode Standard Annex 29.
  static func boundary(_ scalar: Unicode.Scalar) -> Int {
    // Safe: utf8proc answers every code point with a pointer into its own constant tables.
    Int(unsafe utf8proc_get_property(Int32(bitPattern: scalar.value)).pointee.boundclass)
  }

  /// Columns by utf8proc, except where every terminal and the C library agree on something else.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    // Medial and final jamo stand on the first one.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
    if (0x4DC0...0x4DFF).contains(value) { return 2 }  // Hexagrams, wide since Unicode 16.
    if utf8proc_category(Int32(bitPattern: value)) == UTF8PROC_CATEGORY_MC { return 1 }
    return min(max(0, Int(utf8proc_charwidth(Int32(bitPattern: value)))), 2)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    if [0x09, 0x0A, 0x0D].contains(scalar.value) { return true }
    return utf8proc_category(Int32(bitPattern: scalar.value)) == UTF8PROC_CATEGORY_ZS && scalar != "\u{3000}"
  }

  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch utf8proc_category(Int32(bitPattern: scalar.value)) {
    case UTF8PROC_CATEGORY_CC: !isSpace(scalar)
    case UTF8PROC_CATEGORY_CF: scalar != "\u{200C}" && scalar != "\u{200D}"
    case UTF8PROC_CATEGORY_CN, UTF8PROC_CATEGORY_CO, UTF8PROC_CATEGORY_CS, UTF8PROC_CATEGORY_ZL,
      UTF8PROC_CATEGORY_ZP:
      true
    default: isInvisible(scalar)
    }
  }

  /// Fillers and the like; variation selectors are not among them, the reader takes care of those.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    let isSelector = (0xFE00...0xFE0F).contains(scalar.value) || (0xE0100...0xE01EF).contains(scalar.value)
    // Safe: utf8proc answers every code point with a pointer into its own constant tables.
    return unsafe utf8proc_get_property(Int32(bitPattern: scalar.value)).pointee.ignorable != 0 && !isSelector
  }
}
