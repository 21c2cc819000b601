/// ASCII stand-ins for everything else, each as wide as the original, so that a layout does not move.
enum Transliteration {
  /// The glyph in ASCII and one column wide: a known sign, else the letter without its marks, else `?`.
  static func ascii(_ glyph: Glyph) -> Glyph {
    guard glyph.base >= 0x80 || glyph.marks != 0 else { return glyph }
    return Glyph(ascii(glyph.scalar))
  }

  /// The stand-in for one scalar.
  static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII { return scalar }
    if let sign = signs[scalar] { return sign }
    if (0x2801...0x28FF).contains(scalar.value) { return "." }
    if (0x2500...0x257F).contains(scalar.value) { return "+" }
    if let first = Composition.decomposed(scalar).first, first.isASCII, first.value > 0x20, first.value < 0x7F {
      return first
    }
    return "?"
  }

  /// The letter of a regional indicator, two of which make a flag; `nil` for every other scalar.
  static func regionalIndicator(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0x1F1E6...0x1F1FF).contains(scalar.value) else { return nil }
    return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41)
  }

  /// What decomposition does not find, as wide as the original: one sign for one sign.
  private static let signs: [Unicode.Scalar: Unicode.Scalar] = {
    let table: [(String, Unicode.Scalar)] = [
      ("─━═╌┄–—−‒‑", "-"), ("│┃║╎┆▏", "|"), ("▸▶►→»›", ">"), ("◀◂←«‹", "<"), ("▲△↑", "^"), ("▼▽↓", "v"),
      ("◆●★◇", "*"), ("◉", "@"), ("·…◌⠀", "."), ("•‘’‚`´▀", "'"), ("“”„", "\""), ("✓✔", "+"), ("✗✘×", "x"),
      ("÷", "/"), ("≈", "~"), ("█▉▊▇▆■", "#"), ("▋▌▍▎", "-"), ("▁", "_"), ("▂", "."), ("▃", ":"), ("▄", "-"),
      ("▅", "="), ("▓", "%"), ("▒", "+"), ("░", ":"), ("□☆○", "o"), ("€", "E"), ("£", "L"), ("¥", "Y"),
      ("¢©", "c"), ("®", "r"), ("§", "S"), ("°", "o"), ("¿", "?"), ("¡", "!"), ("ß", "s"), ("æ", "a"), ("Æ", "A"),
      ("œø", "o"), ("ŒØ", "O"), ("ðđ", "d"), ("ÐĐ", "D"), ("þ", "p"), ("Þ", "P"), ("ł", "l"), ("Ł", "L"),
      ("ħ", "h"), ("ı", "i"), ("µ", "u"), ("≤", "<"), ("≥", ">"),
    ]
    var signs: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (originals, ascii) in table {
      for original in originals.unicodeScalars where !original.isASCII { signs[original] = ascii }
    }
    return signs
  }()
}
