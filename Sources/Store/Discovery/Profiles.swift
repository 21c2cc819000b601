import Core

extension Store {
  /// The weights in use: the latest version of profile 1.
  package func currentProfile() throws(StoreError) -> OfferProfile {
    if let profile = memory.profile { return profile }
    let profile = try connection.row(
      """
      SELECT id, version, temporal, spatial, value, capacity, affinity
        FROM profile
       WHERE id = 1
       ORDER BY version DESC
       LIMIT 1
      """
    ) { row throws(StoreError) in
      do throws(InvalidInput) {
        return try OfferProfile(
          id: row.integer(0), version: row.count(1), temporal: row.real(2), spatial: row.real(3), value: row.real(4),
          capacity: row.real(5), affinity: row.real(6))
      } catch {
        throw StoreError.corrupt(detail: "the scoring profile's \(error)")
      }
    }
    guard let profile else { throw .corrupt(detail: "it has no scoring profile") }
    memory.profile = profile
    return profile
  }

  /// Stores weights under the next version of profile 1, which are then in use; the number and version given are
  /// ignored.
  @discardableResult
  package func addProfile(_ weights: OfferProfile, now: Timestamp) throws(StoreError) -> OfferProfile {
    try write { () throws(StoreError) in
      let latest = try connection.integer(
        """
        SELECT max(version)
          FROM profile
         WHERE id = 1
        """)
      try connection.run(
        """
        INSERT INTO profile (id, version, temporal, spatial, value, capacity, affinity, created_at)
        VALUES (1, :version, :temporal, :spatial, :value, :capacity, :affinity, :created_at)
        """,
        [
          ":version": .integer(latest + 1), ":temporal": .real(weights.temporal), ":spatial": .real(weights.spatial),
          ":value": .real(weights.value), ":capacity": .real(weights.capacity), ":affinity": .real(weights.affinity),
          ":created_at": .instant(now),
        ])
      touch(.world)
      memory.profile = nil
      return try currentProfile()
    }
  }
}
