import CStemmer

/// The stem of an English word: Porter's second stemmer (M. F. Porter, "Snowball: a language for stemming algorithms",
/// 2001).
enum EnglishStem {
  /// The stem of a folded word. A stem is never longer than its word.
  static func of(_ word: String) -> String {
    String(decoding: of(Array(word.utf8)), as: UTF8.self)
  }

  /// The same in UTF-8.
  static func of(_ word: [UInt8]) -> [UInt8] {
    var stem = word
    let length = unsafe word.withUnsafeBufferPointer { word in
      unsafe stem.withUnsafeMutableBufferPointer { stem -> Int in
        guard let source = word.baseAddress, let target = stem.baseAddress else { return 0 }
        // Safe: the shim reads `word.count` bytes and writes at most as many, which is what the target has.
        return unsafe opportune_english_stem(source, word.count, target, word.count)
      }
    }
    return Array(stem.prefix(length))
  }
}
