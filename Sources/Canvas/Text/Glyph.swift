/// What one cell shows: a base scalar with at most three marks on it, one or two columns wide. Plain old data.
///
/// A grapheme cluster may have any number of scalars; a curses cell shows a base and a few zero-width marks, and
/// terminals disagree about the rest. So clusters are reduced to what every terminal shows alike, by `GlyphReader`:
/// composed to NFC, three marks kept, a joined emoji becomes its first one, a flag its two letters.
package struct Glyph: Equatable, Hashable, Sendable {
  /// Marks of 21 bits each, the first one lowest; zero where there is none.
  private(set) var marks: UInt64

  /// The scalar the marks stand on; zero in the second cell of a wide glyph.
  let base: UInt32

  /// Columns: 1 or 2, and 0 for the second cell of a wide glyph.
  package let width: UInt8

  private init(marks: UInt64, base: UInt32, width: UInt8) {
    self.marks = marks
    self.base = base
    self.width = width
  }

  /// A scalar on its own.
  init(_ base: Unicode.Scalar, width: Int = 1) {
    self.init(marks: 0, base: base.value, width: UInt8(truncatingIfNeeded: width))
  }

  /// Nothing to see.
  package static let blank = Glyph(" ")

  /// The second cell of a wide glyph.
  package static let continuation = Glyph(marks: 0, base: 0, width: 0)

  /// Whether this is the second cell of a wide glyph.
  package var isContinuation: Bool { width == 0 }

  /// Whether nothing is to be seen.
  package var isBlank: Bool { base == 0x20 && marks == 0 }

  /// The base, or a space in the second cell of a wide glyph.
  package var scalar: Unicode.Scalar { base == 0 ? " " : Unicode.Scalar(base) ?? " " }

  /// Adds a zero-width mark; the fourth and later ones are left out.
  mutating func add(mark: Unicode.Scalar) {
    for place in stride(from: 0, to: 63, by: 21) where marks >> place == 0 {
      marks |= UInt64(mark.value) << place
      return
    }
  }

  /// Appends the glyph's scalars in UTF-8; the second cell of a wide glyph adds nothing.
  func append(to bytes: inout [UInt8]) {
    guard base != 0 else { return }
    if base < 0x80 && marks == 0 {
      bytes.append(UInt8(truncatingIfNeeded: base))
      return
    }
    UTF8.encode(scalar).map { bytes.append(contentsOf: $0) }
    var rest = marks
    while rest != 0 {
      if let mark = Unicode.Scalar(UInt32(rest & 0x1F_FFFF)) {
        UTF8.encode(mark).map { bytes.append(contentsOf: $0) }
      }
      rest >>= 21
    }
  }

  /// The glyph as text.
  package var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
