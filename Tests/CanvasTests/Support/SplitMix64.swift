/// A random number generator with a fixed start (Steele, Lea and Flood 2014), so that a failure can be repeated.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Text of the kind that breaks terminals: letters, wide ones, emoji, marks, controls, escape sequences, anything.
struct HostileText {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private static let snippets = [
    "\u{1B}[31m", "\u{1B}]0;title\u{7}", "\u{9B}2J", "\r\n", "\t", "\u{0}", "\u{7F}", "\u{85}", "\u{202E}", "\u{2066}",
    "\u{2028}", "\u{2029}", "\u{200B}", "\u{FEFF}", "\u{E000}", "\u{10FFFF}", "\u{FFFE}", "\u{E0041}", "\u{AD}",
    "e\u{301}", "\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "中文", "한국", "\u{1112}\u{1161}\u{11AB}", "👩‍🚀", "👍🏽",
    "🇰🇾", "🇰", "❤️", "1️⃣", "का", "क्ष", "สำ", "مرحبا", "שלום", "\u{200D}", "\u{FE0F}", "Blue Culantro", " ", "│█⡇",
  ]

  mutating func next() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      if Bool.random(using: &random) {
        text += Self.snippets.randomElement(using: &random) ?? ""
      } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)) {
        text.unicodeScalars.append(scalar)
      } else {
        text.unicodeScalars.append(Unicode.Scalar(UInt8.random(in: 0...255, using: &random)))
      }
    }
    return text
  }
}
