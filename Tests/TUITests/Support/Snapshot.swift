import Glibc
import Testing

/// Compares text with a file beside the tests. A missing file is written and fails once; OPPORTUNE_RECORD=1 writes
/// every file anew.
enum Snapshot {
  /// Expects a text to be the recorded one.
  static func expect(_ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let path = folder + name + ".txt"
    let recorded = read(path)
    if getenv("OPPORTUNE_RECORD") != nil || recorded == nil {
      #expect(write(text + "\n", to: path), "the snapshot cannot be written", sourceLocation: sourceLocation)
    }
    guard let recorded else {
      Issue.record("\(name) had no snapshot; it is written now, look at it", sourceLocation: sourceLocation)
      return
    }
    if getenv("OPPORTUNE_RECORD") != nil { return }
    #expect(text + "\n" == recorded, "OPPORTUNE_RECORD=1 records it anew", sourceLocation: sourceLocation)
  }

  private static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(2)
    return "/" + parts.joined(separator: "/") + "/Snapshots/"
  }()

  private static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer.prefix(count)
    }
  }

  private static func write(_ text: String, to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }
}
