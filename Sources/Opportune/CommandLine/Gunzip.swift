import CZlib

/// Unpacks a gzip file (RFC 1952), one or several members, piece by piece.
final class Gunzip {
  /// The bytes such a file begins with.
  static let magic: [UInt8] = [0x1F, 0x8B]

  private let state: OpaquePointer
  private var packed: [UInt8] = []
  private var position = 0
  /// Whether a member is begun and not ended.
  private var isInside = false

  /// - Throws: ``Failure`` without memory.
  init() throws(Failure) {
    guard let state = opportune_gunzip_open() else {
      throw Failure(.failed, code: "input", "there is not enough memory to unpack the file", field: "FILE")
    }
    self.state = state
  }

  deinit { opportune_gunzip_close(state) }

  /// The next bytes, at most `room`, of which there are none at the end.
  /// - Parameter fill: reads more of the file; none at its end.
  /// - Throws: ``Failure`` for bytes that are damaged or cut.
  func next(_ room: Int, of name: String, _ fill: () throws(Failure) -> [UInt8]) throws(Failure) -> [UInt8] {
    var unpacked = [UInt8](repeating: 0, count: room)
    while true {
      if position == packed.count {
        packed = try fill()
        position = 0
        if packed.isEmpty {
          guard !isInside else { throw Self.damaged(name, "ends in the middle") }
          return []
        }
      }
      var (used, made) = (0, 0)
      // The shim reads no more than it is given, and writes no more than there is room for.
      let result = packed.withUnsafeBufferPointer { bytes in
        unpacked.withUnsafeMutableBufferPointer { out in
          bytes.baseAddress.map {
            opportune_gunzip_step(state, $0 + position, bytes.count - position, &used, out.baseAddress, room, &made)
          }
        }
      }
      position += used
      guard let result, result != opportune_gunzip_damaged else { throw Self.damaged(name, "is damaged") }
      isInside = result != opportune_gunzip_end
      if made > 0 {
        unpacked.removeLast(room - made)
        return unpacked
      }
    }
  }

  private static func damaged(_ name: String, _ how: String) -> Failure {
    Failure(.invalid, code: "malformed", "the gzip file \(name) \(how); fetch it again", field: "FILE")
  }
}
