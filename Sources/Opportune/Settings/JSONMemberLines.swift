/// On which line of a JSON text each member of its objects stands, for messages about files that people write.
struct JSONMemberLines {
  /// By the path of the member, dotted.
  private var lines: [String: Int] = [:]

  /// Reads a text that is known to be JSON; of any other the lines make no sense.
  init(of bytes: [UInt8]) {
    var line = 1
    // The name that was read last on each level, from the outside in; nil inside an array.
    var names: [String?] = []
    var text: [UInt8]?
    var last = ""
    var isEscaped = false
    for byte in bytes {
      if byte == UInt8(ascii: "\n") { line += 1 }
      if text != nil {
        if isEscaped || byte != UInt8(ascii: "\"") {
          text?.append(byte)
          isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        } else {
          last = String(decoding: text ?? [], as: UTF8.self)
          text = nil
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): text = []
      case UInt8(ascii: "{"): names.append("")
      case UInt8(ascii: "["): names.append(nil)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = names.popLast()
      case UInt8(ascii: ":"):
        guard !names.isEmpty, !names.contains(nil) else { continue }
        names[names.count - 1] = last
        lines[names.compactMap(\.self).joined(separator: ".")] = line
      default: continue
      }
    }
  }

  /// The line of a member; nil if there is none.
  func line(of path: String) -> Int? { lines[path] }
}
