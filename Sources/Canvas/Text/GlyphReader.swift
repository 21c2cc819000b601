import CUnicode

/// Reads text as glyphs, and on the way makes it safe: the only road from a string to a cell.
///
/// Controls and other refused scalars become the substitute, white space a space. Rules for clusters, chosen so that
/// the sum of widths is what people and terminals expect and every glyph fits a curses cell:
/// - a base and its zero-width marks are composed (NFC) and keep three marks;
/// - a mark without a base stands on a dotted circle;
/// - spacing marks (Indic vowel signs) take a cell of their own, as in terminals;
/// - joined emoji show the first one, skin tones are left out: two columns;
/// - variation selector 16 on a narrow symbol reserves the second column, which stays blank;
/// - flags show their two letters.
package enum GlyphReader {
  /// Clusters are cut after this many scalars; no writing system needs as many.
  private static let longestCluster = 16

  /// Calls `body` with each glyph of `text` from left to right until it returns `false`. Linear in the text.
  @inline(__always)
  package static func forEachGlyph(
    of text: String, glyphs: Glyphs = .unicode, _ body: (Glyph) -> Bool
  ) {
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      let kind = ScalarClass.of(scalar)
      if kind.isSimple, next.map({ !ScalarClass.of($0).joins }) ?? true {
        if scalar == "\r", next == "\n" { continue }
        if glyphs == .unicode || scalar.isASCII {
          if !body(kind.isSpace ? .blank : Glyph(scalar, width: kind.width)) { return }
        } else {
          for glyph in ascii(kind.isSpace ? .blank : Glyph(scalar, width: kind.width)) where !body(glyph) { return }
        }
      } else {
        let cluster = gather(from: scalar, next: &next, in: &scalars)
        for glyph in reduce(cluster, glyphs) where !body(glyph) { return }
      }
    }
  }

  /// The stand-in, and a blank where it must fill two columns.
  private static func ascii(_ glyph: Glyph) -> [Glyph] {
    let standIn = Transliteration.ascii(glyph)
    return glyph.width == 2 ? [standIn, .blank] : [standIn]
  }

  /// The rest of the grapheme cluster that starts with `first`; `next` is left on the first scalar after it.
  private static func gather(
    from first: Unicode.Scalar, next: inout Unicode.Scalar?, in scalars: inout String.UnicodeScalarView.Iterator
  ) -> [Unicode.Scalar] {
    var cluster = [first]
    var state: Int32 = 0
    var previous = first
    while let scalar = next {
      // Safe: the function only reads and writes the one integer it is handed.
      let breaks = unsafe utf8proc_grapheme_break_stateful(
        Int32(bitPattern: previous.value), Int32(bitPattern: scalar.value), &state)
      if breaks { break }
      if cluster.count < longestCluster { cluster.append(scalar) }
      previous = scalar
      next = scalars.next()
    }
    return cluster
  }

  private static func reduce(_ cluster: [Unicode.Scalar], _ glyphs: Glyphs) -> [Glyph] {
    var result: [Glyph] = []
    // Selectors go and flags become letters before composition, for they would stand in its way.
    let plain = cluster.filter { !isVariationSelector($0) }.map { Transliteration.regionalIndicator($0) ?? $0 }
    for scalar in Composition.composed(plain) {
      let kind = ScalarClass.of(scalar)
      if let first = result.first, isPictograph(first.scalar), isEmojiModifier(scalar) {
        continue
      } else if let first = result.first, isPictograph(first.scalar), scalar == "\u{200D}" {
        break
      } else if kind.isRefused || result.isEmpty && kind.isFinalJamo {
        result.append(Glyph(glyphs.substitute))
      } else if kind.isSpace {
        result.append(.blank)
      } else if kind.width > 0 {
        result.append(Glyph(scalar, width: kind.width))
      } else {
        if result.isEmpty { result.append(Glyph("\u{25CC}")) }
        result[result.count - 1].add(mark: scalar)
      }
    }
    if let first = result.first, first.width == 1, takesEmojiLook(first.scalar), cluster.contains("\u{FE0F}") {
      result.append(.blank)
    }
    return glyphs == .unicode ? result : result.flatMap(ascii)
  }

  private static func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
    (0xFE00...0xFE0F).contains(scalar.value) || (0xE0100...0xE01EF).contains(scalar.value)
  }

  private static func isEmojiModifier(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F3FB...0x1F3FF).contains(scalar.value)
  }

  private static func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
    ScalarClass.boundary(scalar) == Int(UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC.rawValue)
  }

  /// Symbols with an emoji form, and the keycaps' digits.
  private static func takesEmojiLook(_ scalar: Unicode.Scalar) -> Bool {
    isPictograph(scalar) || scalar == "#" || scalar == "*" || ("0"..."9").contains(scalar)
  }
}
