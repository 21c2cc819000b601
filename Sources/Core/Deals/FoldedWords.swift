import CUnicode

/// Text as words: maximal runs of letters and digits, without case, accents and compatibility forms (row D.10).
///
/// The folding is that of ``FoldedText``: Unicode's full case folding of the compatibility decomposition, marks left out.
/// Signs that only format, as a soft hyphen, are no part of a word and do not end one.
package struct FoldedWords: Hashable, Sendable {
  /// All words, one after the other, in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// Where each word ends in ``bytes``.
  private(set) var ends: [UInt32] = []

  init() {}

  /// The words of a text, in their order, folded. O(length).
  package static func words(of text: String) -> [String] {
    var words = FoldedWords()
    words.append(text)
    return words.indices.map(words.string)
  }

  var indices: Range<Int> { ends.indices }

  /// Where a word stands in ``bytes``.
  func range(of word: Int) -> Range<Int> {
    (word == 0 ? 0 : Int(ends[word - 1]))..<Int(ends[word])
  }

  func string(_ word: Int) -> String {
    String(decoding: bytes[range(of: word)], as: UTF8.self)
  }

  /// Whether a word is exactly a text.
  func isWord(_ word: Int, _ text: String) -> Bool {
    let range = range(of: word)
    return range.count == text.utf8.count && bytes[range].elementsEqual(text.utf8)
  }

  /// Whether a word begins with a text.
  func begins(_ word: Int, with text: String) -> Bool {
    let range = range(of: word)
    return range.count >= text.utf8.count && bytes[range].starts(with: text.utf8)
  }

  /// Adds the words of a text. O(length).
  mutating func append(_ text: String) {
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      if scalar.isASCII {
        append(ascii: UInt8(truncatingIfNeeded: scalar.value))
      } else {
        append(folding: scalar)
      }
    }
    endWord()
  }

  private mutating func append(ascii byte: UInt8) {
    switch byte {
    case 0x61...0x7A, 0x30...0x39: bytes.append(byte)
    case 0x41...0x5A: bytes.append(byte + 0x20)
    default: endWord()
    }
  }

  private mutating func append(folding scalar: Unicode.Scalar) {
    // The longest decomposition of one scalar has 18 scalars.
    var folded: InlineArray<18, Int32> = .init(repeating: 0)
    var boundary: Int32 = 0
    var target = folded.mutableSpan
    let count = unsafe target.withUnsafeMutableBufferPointer { target in
      // Safe: utf8proc writes at most `target.count` scalars.
      unsafe utf8proc_decompose_char(
        Int32(bitPattern: scalar.value), target.baseAddress, target.count, FoldedText.folding, &boundary)
    }
    guard count >= 0, count <= folded.count else { return endWord() }
    for place in 0..<count {
      let value = folded[place]
      switch utf8proc_category(value) {
      case UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LL, UTF8PROC_CATEGORY_LT, UTF8PROC_CATEGORY_LM,
        UTF8PROC_CATEGORY_LO, UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_MC, UTF8PROC_CATEGORY_ME,
        UTF8PROC_CATEGORY_ND, UTF8PROC_CATEGORY_NL, UTF8PROC_CATEGORY_NO:
        guard let scalar = Unicode.Scalar(UInt32(bitPattern: value)) else { return endWord() }
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      case UTF8PROC_CATEGORY_CF: continue
      default: endWord()
      }
    }
  }

  private mutating func endWord() {
    let end = UInt32(bytes.count)
    if end > ends.last ?? 0 { ends.append(end) }
  }
}
