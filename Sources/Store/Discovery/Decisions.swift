import Core

/// A decision as it was made, and made once more from its record.
package struct StoredDecision: Hashable, Sendable {
  /// What was decided.
  package enum Kind: String, Sendable, CaseIterable {
    /// A list that was shown.
    case discover
    /// The one offer that was accepted, whether or not it would still have been shown.
    case accept
  }

  package let id: DecisionRecord.ID
  package let sessionID: ParkingSession.ID
  package let decidedAt: Timestamp
  package let kind: Kind
  /// Nil once the person was erased.
  package let record: DecisionRecord?
  /// The recorded inputs decided anew; nil without a record.
  package let ranking: Ranking?
  /// The recorded offers scored anew, in the order of the record.
  package let scores: [Double]
  /// Whether the replay gives the recorded list, or for an acceptance the recorded score, to the last bit.
  package let matches: Bool
  package let partnerNames: [Partner.ID: String]
}

extension Store {
  /// One decision, replayed with the facts of the offers as they were then.
  package func decision(_ id: DecisionRecord.ID) throws(StoreError) -> StoredDecision {
    try read { () throws(StoreError) in
      let row = try connection.row(
        """
        SELECT session_id, decided_at, kind, record
          FROM decision
         WHERE id = :id
        """,
        [":id": .id(id)]
      ) { row throws(StoreError) in
        (
          session: row.id(0, of: ParkingSession.self), at: row.instant(1),
          kind: try row.choice(2, StoredDecision.Kind.self), record: row.optional(3) { row.blob($0) }
        )
      }
      guard let row else { throw .notFound("decision", id) }
      let record = try row.record.map { bytes throws(StoreError) in try Self.record(bytes, of: id) }
      return try replayed(record, id: id, session: row.session, at: row.at, kind: row.kind)
    }
  }

  /// Keeps the inputs of a decision.
  func insertDecision(
    _ record: DecisionRecord, kind: StoredDecision.Kind
  ) throws(StoreError) -> DecisionRecord.ID {
    try connection.run(
      """
      INSERT INTO decision (session_id, decided_at, kind, record)
      VALUES (:session, :now, :kind, :record)
      """,
      [
        ":session": .id(record.context.session.id), ":now": .instant(record.context.now), ":kind": .choice(kind),
        ":record": .blob(record.encoded),
      ])
    touch(.log)
    return DecisionRecord.ID(connection.lastInsertedID)
  }

  private static func record(
    _ bytes: [UInt8], of id: DecisionRecord.ID
  ) throws(StoreError) -> DecisionRecord {
    do {
      return try DecisionRecord(decoding: bytes)
    } catch {
      throw .corrupt(detail: "the record of decision \(id) \(error.message)")
    }
  }

  private func replayed(
    _ record: DecisionRecord?, id: DecisionRecord.ID, session: ParkingSession.ID, at instant: Timestamp,
    kind: StoredDecision.Kind
  ) throws(StoreError) -> StoredDecision {
    var facts: [Offer.ID: Offer] = [:]
    for entry in record?.entries ?? [] { facts[entry.offerID] = try offer(entry.offerID, version: entry.offerVersion) }
    let find = { (id: Offer.ID, _: Int) in facts[id] }
    let ranking = record?.replay(offer: find)
    let scores = record?.replayScores(offer: find) ?? []
    let matches =
      switch kind {
      case .discover: record.map { record in ranking.map { record.matches($0) } ?? false } ?? false
      case .accept: record.map { $0.scores.map(\.bitPattern) == scores.map(\.bitPattern) } ?? false
      }
    return StoredDecision(
      id: id, sessionID: session, decidedAt: instant, kind: kind, record: record, ranking: ranking, scores: scores,
      matches: matches, partnerNames: try partnerNames())
  }
}
