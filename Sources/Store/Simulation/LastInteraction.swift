import Core

extension Store {
  /// The instant of the latest entry in the log, which a simulation may have carried beyond the machine's clock; nil
  /// for an empty log. Plan: primary key, from its end.
  package func lastInteraction() throws(StoreError) -> Timestamp? {
    try connection.row(
      """
      SELECT at
        FROM interaction
       ORDER BY id DESC
       LIMIT 1
      """
    ) { row throws(StoreError) in row.instant(0) }
  }
}
