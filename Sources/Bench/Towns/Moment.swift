import Core
import Glibc

/// The clock of every benchmark stands still, so that a town made once is as fresh in every later run.
enum Moment {
  /// Saturday noon in George Town: 2026-11-21, 12:42.
  static let now = Timestamp(milliseconds: 1_795_282_920_000)

  /// What tells the program.
  static let flags = ["--now", now.rfc3339]

  /// Every zone with the offset it has at this moment, which is the only one the benchmarks know.
  static let zones = Zones { name in
    setenv("TZ", name, 1)
    tzset()
    var second = time_t(now.milliseconds / 1000)
    var local = tm()
    localtime_r(&second, &local)
    return ZoneTable(name: name, initialOffsetSeconds: local.tm_gmtoff)
  }
}
