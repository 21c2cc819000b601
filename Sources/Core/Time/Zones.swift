/// Where zone tables come from: the executable passes in one that reads the platform's data, tests their own.
package struct Zones: Sendable {
  private let find: @Sendable (String) -> ZoneTable?

  package init(_ find: @escaping @Sendable (String) -> ZoneTable?) {
    self.find = find
  }

  /// The offsets of an IANA zone; nil if there is no such zone.
  package func table(_ name: String) -> ZoneTable? {
    find(name)
  }
}
