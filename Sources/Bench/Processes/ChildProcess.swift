import Glibc

/// Another program, from its start to its end. One that nobody waited for is killed with the last reference to it.
final class ChildProcess {
  /// Where one of its three streams leads.
  enum Stream {
    /// Nowhere.
    case null
    /// Where ours leads.
    case shared
    case descriptor(Int32)
    /// A terminal, which becomes its own.
    case terminal(String)
  }

  /// How it ended.
  struct Result {
    /// What it answered; below zero the signal that ended it.
    let status: Int32
    /// What it spent on processors.
    let processorTime: Duration
  }

  /// POSIX_SPAWN_SETSID of spawn.h, which Swift's Glibc does not show.
  private static let newSession: Int16 = 0x80

  let id: pid_t
  private var result: Result?

  init(
    _ program: String, _ arguments: [String], input: Stream = .null, output: Stream = .null, errors: Stream = .null
  ) throws {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (target, stream) in [input, output, errors].enumerated() {
      let flags = target == 0 ? O_RDONLY : O_WRONLY
      switch stream {
      case .null: posix_spawn_file_actions_addopen(&actions, Int32(target), "/dev/null", flags, 0)
      case .shared: break
      case .descriptor(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
      case .terminal(let path):
        // The first terminal that the leader of a new session opens becomes its controlling one.
        posix_spawnattr_setflags(&attributes, Self.newSession)
        posix_spawn_file_actions_addopen(&actions, Int32(target), path, O_RDWR, 0)
      }
    }
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = Program.environment.map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    var id = pid_t()
    let code = posix_spawn(&id, program, &actions, &attributes, &words, &variables)
    guard code == 0 else { throw BenchFailure("\(program) does not start: \(String(cString: strerror(code)))") }
    self.id = id
  }

  deinit { kill() }

  /// Waits for its end.
  @discardableResult
  func wait() -> Result {
    if let result { return result }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(id, &status, 0, &usage) < 0, errno == EINTR {}
    let signal = status & 0x7F
    let ended = Result(
      status: signal == 0 ? (status >> 8) & 0xFF : -signal, processorTime: usage.ru_utime.span + usage.ru_stime.span)
    result = ended
    return ended
  }

  /// Ends it at once, as a crash would.
  func kill() {
    guard result == nil else { return }
    Glibc.kill(id, SIGKILL)
    wait()
  }
}

extension timeval {
  /// As a span of time.
  fileprivate var span: Duration { .seconds(tv_sec) + .microseconds(tv_usec) }
}
