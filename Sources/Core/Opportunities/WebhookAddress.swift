/// Where a partner's events are sent: an `http` or `https` address with a host, and without a name and password in it.
package struct WebhookAddress: Hashable, Sendable {
  package let isSecure: Bool
  /// In lower case; a number of version 6 without its brackets.
  package let host: String
  package let port: Int?

  /// - Throws: ``InvalidInput`` for what is no such address.
  package init(_ text: String, field: String) throws(InvalidInput) {
    func refusal(_ words: String) -> InvalidInput { InvalidInput(field: field, words) }
    let text = try PlainText.checked(text, field: field, limit: 500)
    guard !text.contains(where: { $0.isWhitespace || $0 == "\\" }), let colon = text.firstIndex(of: ":"),
      case let rest = text[text.index(after: colon)...], rest.hasPrefix("//"),
      case let scheme = text[..<colon].lowercased(), scheme == "https" || scheme == "http"
    else { throw refusal("must be an address such as https://example.com/events, not '\(text.prefix(60))'") }
    let authority = rest.dropFirst(2).prefix { !"/?#".contains($0) }
    guard !authority.contains("@") else { throw refusal("must not hold a user name or password") }
    guard let parts = Self.parts(authority), !parts.host.isEmpty else {
      throw refusal("names no host; give one as in https://example.com/events")
    }
    isSecure = scheme == "https"
    host = parts.host.lowercased()
    port = parts.port
  }

  /// What keeps a live database from calling it, in words; nil if nothing does: it must be encrypted, and lead out of
  /// this machine and its own network. A name is looked at again when it is resolved.
  package var objection: String? {
    if !isSecure { return "must begin with https:// in a live database" }
    if isPrivate { return "leads to this machine or a private network; give a public host" }
    return nil
  }

  /// Whether the host is a number or name of this machine, its own network, or one that nothing public has.
  package var isPrivate: Bool {
    if let number = InternetNumber(host) { return number.isPrivate }
    let labels = host.split(separator: ".")
    guard labels.count > 1, let last = labels.last else { return true }
    return ["localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "test", "invalid"]
      .contains(last) || host.hasSuffix("home.arpa") || host.hasSuffix("home.arpa.")
  }

  /// Host and port; nil for an authority that is none.
  private static func parts(_ authority: Substring) -> (host: String, port: Int?)? {
    if authority.hasPrefix("[") {
      guard let end = authority.firstIndex(of: "]") else { return nil }
      let host = String(authority[authority.index(after: authority.startIndex)..<end])
      let rest = authority[authority.index(after: end)...]
      guard host.contains(":"), InternetNumber(host) != nil else { return nil }
      if rest.isEmpty { return (host, nil) }
      guard rest.hasPrefix(":"), let port = port(rest.dropFirst()) else { return nil }
      return (host, port)
    }
    let pieces = authority.split(separator: ":", omittingEmptySubsequences: false)
    guard let host = pieces.first, pieces.count <= 2,
      host.utf8.allSatisfy({
        ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D || $0 == 0x2E
      })
    else { return nil }
    guard pieces.count == 2 else { return (String(host), nil) }
    guard let port = port(pieces[1]) else { return nil }
    return (String(host), port)
  }

  private static func port(_ text: Substring) -> Int? {
    guard let port = Int(text), (1...65_535).contains(port) else { return nil }
    return port
  }
}
