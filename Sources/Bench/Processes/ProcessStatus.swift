import Glibc

/// What the kernel knows of a running process (proc(5)).
struct ProcessStatus {
  private let id: pid_t

  init(of process: ChildProcess) {
    id = process.id
  }

  /// Of this process itself.
  init() {
    id = getpid()
  }

  /// Memory in megabytes that it holds now, and the most it ever held.
  func residentMegabytes() throws -> (now: Double, most: Double) {
    let lines = try text("status").split(separator: "\n")
    func megabytes(_ name: String) throws -> Double {
      let words = lines.first { $0.hasPrefix(name) }?.split { $0 == " " || $0 == "\t" } ?? []
      guard words.count > 1, let kilobytes = Double(words[1]) else { throw BenchFailure("\(name) is not known") }
      return kilobytes * 1024 / 1e6
    }
    return (try megabytes("VmRSS:"), try megabytes("VmHWM:"))
  }

  /// What all its threads have spent on processors, in steps of a tick.
  func processorTime() throws -> Duration {
    // The name in brackets may hold blanks; the fields behind it are numbers from the third on.
    let fields = try text("stat").split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else {
      throw BenchFailure("the processor time is not known")
    }
    return .seconds((user + system) / Double(sysconf(Int32(_SC_CLK_TCK))))
  }

  private func text(_ file: String) throws -> String {
    let descriptor = open("/proc/\(id)/\(file)", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw BenchFailure(call: "opening /proc/\(id)/\(file)") }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 8192)
    let count = read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
