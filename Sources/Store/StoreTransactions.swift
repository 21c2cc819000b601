import Core

extension Store {
  /// Runs `body` in one writing transaction: all of it or nothing.
  ///
  /// Inside another write it joins that one, which then commits or rolls back for both. Domain refusals (not found,
  /// conflict, exhausted) are thrown before anything is written, so an outer write may catch them and go on; after a
  /// failure of SQLite itself it cannot commit any more.
  package func write<Result>(_ body: () throws(StoreError) -> Result) throws(StoreError) -> Result {
    switch transaction {
    case .write: return try body()
    case .read: throw .misuse("a write inside a read")
    case .none: break
    }
    try connection.run("BEGIN IMMEDIATE")
    return try complete(body)
  }

  /// Runs `body` as the last part of a writing transaction that has begun, and commits it.
  func complete<Result>(_ body: () throws(StoreError) -> Result) throws(StoreError) -> Result {
    transaction = .write
    defer { transaction = .none }
    let result: Result
    do throws(StoreError) {
      connection.failure = nil
      try noticeForeignCommits()
      result = try body()
      if let failure = connection.failure { throw failure }
      try flushListings()
      try flushRollups()
      try flushExposures()
      try flushCampaigns()
      try raiseRevisions()
      try connection.run("COMMIT")
    } catch {
      rollBack()
      throw error
    }
    connection.tidyLog()
    return result
  }

  /// Runs `body` on one state of the database. Inside a write it sees what was written so far.
  package func read<Result>(_ body: () throws(StoreError) -> Result) throws(StoreError) -> Result {
    guard transaction == .none else { return try body() }
    try connection.run("BEGIN")
    transaction = .read
    defer {
      transaction = .none
      // Ending a read writes nothing, so it cannot fail in a way that matters.
      try? connection.run("COMMIT")
      connection.failure = nil
      // What was left in them holds for no later state.
      campaignCounts.purses = [:]
    }
    try noticeForeignCommits()
    return try body()
  }

  /// Runs `body` on one state of the database, whatever that state is: nothing is looked up before, no copy is trusted,
  /// and none is kept.
  func readAnew<Result>(_ body: () -> Result) throws(StoreError) -> Result {
    guard transaction == .none else { throw .misuse("reading anew inside a transaction") }
    try connection.run("BEGIN")
    memory = Memory()
    dataVersion = -1
    revisions = Revisions()
    transaction = .read
    defer {
      transaction = .none
      if connection.isInTransaction { try? connection.run("COMMIT") }
      connection.failure = nil
      memory = Memory()
    }
    return body()
  }

  /// Remembers that the running transaction changes a topic.
  func touch(_ topic: Topic) {
    touched.insert(topic)
  }

  /// Drops the copies that a commit of another connection has made stale. Part of every transaction's beginning, so
  /// that no answer is ever older than the transaction.
  private func noticeForeignCommits() throws(StoreError) {
    let version = try connection.dataVersion()
    guard version != dataVersion else { return }
    let now = try connection.revisions()
    try forget(now.changed(since: revisions), since: revisions)
    revisions = now
    dataVersion = version
  }

  private func raiseRevisions() throws(StoreError) {
    for topic in touched {
      try connection.run(
        """
        UPDATE revision
           SET n = n + 1
         WHERE topic = :topic
        """,
        [":topic": .choice(topic)])
      revisions[topic] += 1
    }
    if !touched.isDisjoint(with: [.people, .world]) { memory.reach = nil }
    touched.removeAll(keepingCapacity: true)
  }

  /// Nothing of the transaction remains, neither in the file nor in the copies.
  private func rollBack() {
    if connection.isInTransaction { try? connection.run("ROLLBACK") }
    connection.failure = nil
    touched.removeAll(keepingCapacity: true)
    rollups = PendingRollups()
    exposures = PendingExposures()
    campaignCounts = PendingCampaigns()
    pendingListings = PendingListings()
    forgetEverything()
  }

  /// Drops every copy of what the file holds.
  func forgetEverything() {
    memory = Memory()
    dataVersion = -1
    revisions = Revisions()
  }
}
