import CJSON

extension JSON {
  /// Reads one JSON document.
  ///
  /// jansson does the reading: it refuses invalid UTF-8, duplicate names, numbers out of range and nesting deeper
  /// than 2,048.
  /// - Throws: ``InvalidInput`` with the position of the first error.
  package init(parsing text: String) throws(InvalidInput) {
    try self.init(parsing: Array(text.utf8))
  }

  /// The same from bytes as they came from a file or a pipe, which may not be UTF-8 at all.
  package init(parsing bytes: [UInt8]) throws(InvalidInput) {
    var error = json_error_t()
    let flags = Int(JSON_REJECT_DUPLICATES) | Int(JSON_DECODE_ANY) | Int(JSON_ALLOW_NUL)
    // The buffer lives for the duration of the closure, and jansson copies what it keeps.
    let root = unsafe bytes.withUnsafeBytes { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { unsafe json_loadb($0.baseAddress, $0.count, flags, &error) }
    }
    guard let root = unsafe root else {
      let reason = unsafe withUnsafeBytes(of: error.text) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      let place = "line \(error.line), column \(error.column)"
      throw InvalidInput(.malformed, field: "", "is not valid JSON at \(place): \(reason)")
    }
    defer { unsafe opportune_json_release(root) }
    self = unsafe Self.value(of: root)
  }

  /// Copies a jansson tree, whose depth its parser has bounded, into values.
  private static func value(of node: UnsafeMutablePointer<json_t>) -> JSON {
    switch unsafe json_type(rawValue: UInt32(opportune_json_type(node))) {
    case JSON_TRUE: return .bool(true)
    case JSON_FALSE: return .bool(false)
    case JSON_INTEGER: return unsafe .integer(json_integer_value(node))
    case JSON_REAL: return unsafe .number(json_real_value(node))
    case JSON_STRING: return unsafe .string(string(json_string_value(node), json_string_length(node)))
    case JSON_ARRAY:
      return unsafe .array(
        (0..<json_array_size(node)).compactMap { index in
          unsafe json_array_get(node, index).map { unsafe value(of: $0) }
        })
    case JSON_OBJECT:
      var members: [Member] = []
      var cursor = unsafe json_object_iter(node)
      while let here = unsafe cursor {
        if let name = unsafe json_object_iter_key(here), let child = unsafe json_object_iter_value(here) {
          unsafe members.append(Member(String(cString: name), value(of: child)))
        }
        unsafe cursor = json_object_iter_next(node, here)
      }
      return .object(members)
    default: return .null
    }
  }

  private static func string(_ start: UnsafePointer<CChar>?, _ length: Int) -> String {
    guard let start = unsafe start else { return "" }
    // jansson keeps `length` bytes of validated UTF-8 at `start` as long as the tree lives.
    return unsafe start.withMemoryRebound(to: UInt8.self, capacity: length) {
      unsafe String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
    }
  }
}
