import CUnicode

/// Canonical composition and decomposition of a few scalars, by utf8proc.
enum Composition {
  /// The scalars in normal form C; unchanged where utf8proc refuses them.
  static func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard scalars.count > 1 else { return scalars }
    return normalised(scalars, UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue) ?? scalars
  }

  /// The scalar's compatibility decomposition: `é` is `e` and an accent, `ﬁ` is `f` and `i`.
  static func decomposed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    normalised([scalar], UTF8PROC_STABLE.rawValue | UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_COMPAT.rawValue) ?? [scalar]
  }

  private static func normalised(_ scalars: [Unicode.Scalar], _ options: UInt32) -> [Unicode.Scalar]? {
    let options = utf8proc_option_t(rawValue: options)
    let bytes = scalars.flatMap { UTF8.encode($0).map(Array.init) ?? [] }
    // The longest decomposition of one scalar has 18 scalars.
    var buffer = [Int32](repeating: 0, count: scalars.count * 18 + 1)
    let count = unsafe buffer.withUnsafeMutableBufferPointer { target in
      // Safe: utf8proc reads exactly `bytes.count` bytes and writes at most `target.count` scalars, and says how many
      // it needed; `normalize` works in place on those. A cluster is never empty, so the base address exists.
      let needed = unsafe utf8proc_decompose(bytes, bytes.count, target.baseAddress, target.count, options)
      guard needed > 0, needed <= target.count else { return 0 }
      return unsafe utf8proc_normalize_utf32(target.baseAddress, needed, options)
    }
    guard count > 0 else { return nil }
    return buffer.prefix(count).compactMap { Unicode.Scalar(UInt32(bitPattern: $0)) }
  }
}
