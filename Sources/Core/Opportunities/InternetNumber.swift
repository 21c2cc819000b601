/// An address of the Internet Protocol written as a number, of version 4 or 6, in every form that resolvers take: also
/// `127.1`, `0x7f.0.0.1`, `2130706433` (the forms of inet_aton) and `::ffff:10.0.0.1`.
package struct InternetNumber: Hashable, Sendable {
  /// 4 or 16.
  package let bytes: [UInt8]

  /// Nil for a text that is no number, such as a name.
  package init?(_ text: String) {
    if text.contains(":") {
      guard let bytes = Self.sixteen(text) else { return nil }
      self.bytes = bytes
    } else {
      guard let bytes = Self.four(text.hasSuffix(".") ? text.dropLast() : text[...]) else { return nil }
      self.bytes = bytes
    }
  }

  /// Whether it is of this machine, of a private or local network, or kept for a purpose of which no public host is part
  /// (the special-purpose registries of IANA, RFC 6890).
  package var isPrivate: Bool {
    guard bytes.count == 16 else { return Self.isPrivate(bytes[0], bytes[1], bytes[2]) }
    let words = stride(from: 0, to: 16, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    let isEmbedded =
      words[0..<5].allSatisfy { $0 == 0 } && (words[5] == 0xFFFF || words[5] == 0)  // mapped and compatible, ::1, ::
      || words[0] == 0x64 && words[1] == 0xFF9B
    if isEmbedded { return Self.isPrivate(bytes[12], bytes[13], bytes[14]) }
    if words[0] == 0x2002 { return Self.isPrivate(bytes[2], bytes[3], bytes[4]) }
    // Only 2000::/3 is given out to public hosts, but for documentation and Teredo in it.
    return words[0] & 0xE000 != 0x2000 || words[0] == 0x2001 && (words[1] == 0xDB8 || words[1] < 0x200)
  }

  private static func isPrivate(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b, c) {
    case (0, _, _), (10, _, _), (127, _, _), (224..., _, _): true
    case (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _), (198, 18...19, _): true
    case (192, 0, 0), (192, 0, 2), (198, 51, 100), (203, 0, 113): true
    default: false
    }
  }

  /// One to four parts in decimal, octal or hexadecimal; the last fills the bytes that are left.
  private static func four(_ text: Substring) -> [UInt8]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...4).contains(parts.count) else { return nil }
    var numbers: [UInt32] = []
    for part in parts {
      let lower = part.lowercased()
      let number: UInt32? =
        if lower.hasPrefix("0x") { UInt32(lower.dropFirst(2), radix: 16) } else if lower.count > 1, lower.hasPrefix("0")
        {
          UInt32(lower, radix: 8)
        } else { UInt32(lower) }
      guard let number, !part.hasPrefix("+"), !part.hasPrefix("-") else { return nil }
      numbers.append(number)
    }
    let last = numbers.removeLast()
    let free = 4 - numbers.count
    guard numbers.allSatisfy({ $0 < 256 }), free == 4 || last < UInt32(1) << UInt32(8 * free) else { return nil }
    return numbers.map { UInt8($0) } + (0..<free).map { UInt8(truncatingIfNeeded: last >> UInt32(8 * (free - 1 - $0))) }
  }

  /// Eight groups of hexadecimal digits, `::` once for zeros, and a number of version 4 in place of the last two.
  private static func sixteen(_ text: String) -> [UInt8]? {
    let halves = text.split(separator: "%", maxSplits: 1)[0].components(separatedByDoubleColon: ())
    guard halves.count <= 2, let head = bytes(halves[0]), let tail = bytes(halves.count == 2 ? halves[1] : "") else {
      return nil
    }
    let missing = 16 - head.count - tail.count
    guard halves.count == 2 ? missing >= 2 : missing == 0 else { return nil }
    return head + [UInt8](repeating: 0, count: missing) + tail
  }

  private static func bytes(_ text: Substring) -> [UInt8]? {
    guard !text.isEmpty else { return [] }
    var bytes: [UInt8] = []
    let groups = text.split(separator: ":", omittingEmptySubsequences: false)
    for (position, group) in groups.enumerated() {
      if position == groups.count - 1, group.contains(".") {
        guard let four = four(group) else { return nil }
        bytes += four
      } else {
        guard (1...4).contains(group.count), let word = UInt16(group, radix: 16), group.first != "+" else { return nil }
        bytes += [UInt8(word >> 8), UInt8(truncatingIfNeeded: word)]
      }
    }
    return bytes
  }
}

extension Substring {
  /// The parts before, between and after each `::`.
  fileprivate func components(separatedByDoubleColon: Void) -> [Substring] {
    var parts: [Substring] = []
    var rest = self
    while let place = rest.firstRange(of: "::") {
      parts.append(rest[..<place.lowerBound])
      rest = rest[place.upperBound...]
    }
    return parts + [rest]
  }
}
