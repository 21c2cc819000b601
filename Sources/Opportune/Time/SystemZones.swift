import Core
import Foundation
import Synchronization

/// Zone tables from the platform's time-zone data, each worked out once.
final class SystemZones: Sendable {
  /// The tables for the whole program.
  static let zones: Zones = {
    let system = SystemZones()
    return Zones { system.table($0) }
  }()

  /// Offsets are known from 1970 on and up to 2060; after that the last one stays.
  private static let end: Int64 = 2_840_140_800
  private static let step: Int64 = 7 * 86_400

  private let tables = Mutex<[String: ZoneTable]>([:])

  /// The offsets of an IANA zone; nil if there is no such zone.
  func table(_ name: String) -> ZoneTable? {
    if let known = tables.withLock({ $0[name] }) { return known }
    guard let zone = TimeZone(identifier: name) else { return nil }
    let table = Self.table(name, zone)
    tables.withLock { $0[name] = table }
    return table
  }

  /// Looks at every week, and where the offset has changed narrows the change down to its second.
  ///
  /// This finds every change of every zone in the platform's data, changes of standard time included: no zone has
  /// changed and changed back within a week since 1970.
  private static func table(_ name: String, _ zone: TimeZone) -> ZoneTable {
    func offset(_ second: Int64) -> Int {
      zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
    }
    let initial = offset(0)
    var transitions: [ZoneTable.Transition] = []
    var now = initial
    for week in stride(from: 0, to: end, by: Int64.Stride(step)) where offset(week + step) != now {
      var (before, after) = (week, week + step)
      while after - before > 1 {
        let middle = (before + after) / 2
        if offset(middle) == now { before = middle } else { after = middle }
      }
      now = offset(week + step)
      transitions.append(.init(start: Timestamp(milliseconds: after * 1000), offsetSeconds: now))
    }
    return ZoneTable(name: name, initialOffsetSeconds: initial, transitions: transitions)
  }
}

extension Zones {
  /// The offsets of a zone that some input names.
  /// - Throws: ``InvalidInput`` if there is no such zone.
  func require(_ name: String, field: String) throws(InvalidInput) -> ZoneTable {
    guard let table = table(name) else {
      throw InvalidInput(
        field: field, "knows no time zone '\(name.prefix(40))'; use an IANA name such as America/Cayman")
    }
    return table
  }
}
