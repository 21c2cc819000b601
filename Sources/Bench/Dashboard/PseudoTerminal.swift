import Glibc

/// The far end of a terminal that a program runs in: what it draws is read here, what is written here are its keys.
final class PseudoTerminal {
  /// TIOCSPTLCK and TIOCGPTN of asm-generic/ioctls.h, which Swift does not import.
  private static let (lock, name): (UInt, UInt) = (0x4004_5431, 0x8004_5430)

  private let descriptor: Int32
  /// The end that the program opens.
  let path: String

  init(columns: UInt16, rows: UInt16) throws {
    // What posix_openpt, unlockpt and ptsname do, which Swift's Glibc does not show; pts(4), ioctl_tty(2).
    descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var locked: Int32 = 0
    var number: UInt32 = 0
    guard descriptor >= 0, ioctl(descriptor, Self.lock, &locked) == 0,
      ioctl(descriptor, Self.name, &number) == 0
    else { throw BenchFailure(call: "/dev/ptmx") }
    path = "/dev/pts/\(number)"
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard ioctl(descriptor, UInt(TIOCSWINSZ), &size) == 0 else { throw BenchFailure(call: "TIOCSWINSZ") }
  }

  deinit { close(descriptor) }

  /// What the program has written, as soon as there is any; empty when nothing came in time.
  /// - Throws: ``BenchFailure`` when the program is gone.
  func read(within milliseconds: Int) throws -> [UInt8] {
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, Int32(clamping: max(0, milliseconds))) > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count > 0 else { throw BenchFailure("the dashboard ended by itself") }
    return Array(bytes.prefix(count))
  }

  /// Presses keys.
  func write(_ text: String) throws {
    let bytes = Array(text.utf8)
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw BenchFailure(call: "write") }
  }
}
