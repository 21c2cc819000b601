import Foundation

/// A program under way, its input and output in files, so that no pipe ever fills.
///
/// Spawned by hand: Foundation's `Process` waits until every descendant has ended, and a terminal server never does.
final class RunningProgram: Sendable {
  /// A program that did not start.
  struct SpawnError: Error {
    let binary: String
    let code: Int32
  }

  /// A program that does not end by itself within so many seconds is killed.
  private static let patience = 180

  /// The number of the process.
  let id: pid_t
  private let output: String
  private let errors: String

  /// Starts it at once.
  init(
    _ binary: String, _ words: [String], input: String, environment: [String: String], in folder: TemporaryFolder
  ) throws {
    let name = UUID().uuidString
    output = folder.path + "/\(name).out"
    errors = folder.path + "/\(name).err"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let given = try folder.file("\(name).in", input)
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, given, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var arguments = ([binary] + words).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    // The threads of tests block signals, and a child would inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var process = pid_t()
    let code = posix_spawn(&process, binary, &actions, &attributes, &arguments, &variables)
    guard code == 0 else { throw SpawnError(binary: binary, code: code) }
    id = process
  }

  /// Ends it at once, without asking.
  func kill() {
    _ = Foundation.kill(id, SIGKILL)
  }

  /// Waits for its end; a program that hangs is killed, and its status is then that of the signal.
  func finish() throws -> OpportuneProgram.Run {
    let watchdog = DispatchWorkItem { [id] in _ = Foundation.kill(id, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(Self.patience), execute: watchdog)
    defer { watchdog.cancel() }
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return OpportuneProgram.Run(
      status: signal == 0 ? status >> 8 & 0xFF : 128 + signal,
      output: try String(decoding: Data(contentsOf: URL(fileURLWithPath: output)), as: UTF8.self),
      errors: try String(decoding: Data(contentsOf: URL(fileURLWithPath: errors)), as: UTF8.self))
  }
}
