import Glibc

/// How long the disk takes to make something durable.
enum Flush {
  /// Half of the flushes of 32 KB, about what an accept writes, take no longer.
  static func median() throws -> Duration {
    let path = "\(Folder.path)/work-\(getpid())-flush"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
    defer {
      close(descriptor)
      unlink(path)
    }
    let bytes = [UInt8](repeating: 1, count: 32_768)
    let latencies = try Latencies(calls: 200, warmUp: 20) { call in
      guard pwrite(descriptor, bytes, bytes.count, off_t(call % 20 * bytes.count)) == bytes.count,
        fdatasync(descriptor) == 0
      else { throw BenchFailure(call: "fdatasync") }
    }
    return latencies.median
  }
}
