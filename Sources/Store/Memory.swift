import Core

/// Copies of what the file holds, kept from one transaction to the next.
struct Memory {
  /// Every offer that is not archived; made when first needed.
  var index: OfferIndex?
  var profile: OfferProfile?
  var partnerNames: [Partner.ID: String]?
  /// The clock of each partner's rollups.
  var partnerZones: [Partner.ID: ZoneTable] = [:]
  /// The drawn town, and the local day it was drawn for.
  var town: (day: Int, town: DiscoverBoard.Town)?
  var people = PersonMemories()
  /// The experiments that run; made when first needed.
  var running: RunningExperiments?
  /// The experiment that lines of a file are counted in.
  var openImport: OpenImport?
  /// Campaigns by their offers; made when first needed.
  var campaigns: OfferCampaigns?
  /// What was decided of the drivers of sessions that counted in a campaign.
  var segments: [ParkingSession.ID: DriverSegments] = [:]
  /// The weather used last, with the stretch of time it holds for.
  var weather: WeatherSpell?
  /// The session used last: a driver does several things in a row.
  var session: ParkingSession?
  /// The sessions of the last days, for reaches.
  var reach: ReachMemory?
  /// Offers that are archived, which the index leaves out; made with it.
  var archived: [Offer]?
  /// The names the search looks through.
  var searchNames: SearchNames?
  /// Rules and searches as listings find them; made when first needed.
  var ruleDesk: RuleDesk?
  /// Every listing, ready for trying rules on, and the sequence up to which it holds them; made when first needed.
  var corpus: (listings: ListingCorpus, sequence: Int64)?
  /// Whether another connection has taken listings in since.
  var isCorpusBehind = false
  /// What rules would raise a day, by their version; made with the corpus.
  var expected: [AlertRule.ID: (version: Int, perDay: Double?)] = [:]
}

extension Store {
  /// Drops what other connections have changed. Places left are patched one by one, all else is made anew.
  func forget(_ topics: Set<Topic>, since earlier: Revisions) throws(StoreError) {
    if topics.contains(.offers) {
      memory.index = nil
      memory.archived = nil
    }
    if !topics.isDisjoint(with: [.people, .world]) { memory.reach = nil }
    if topics.contains(.partners) {
      memory.partnerNames = nil
      memory.partnerZones = [:]
    }
    if topics.contains(.world) {
      memory.profile = nil
      memory.weather = nil
    }
    if !topics.isDisjoint(with: [.sessions, .people]) { memory.session = nil }
    if !topics.isDisjoint(with: [.world, .partners, .offers]) { memory.town = nil }
    if topics.contains(.experiments) {
      memory.running = nil
      memory.openImport = nil
    }
    if !topics.isDisjoint(with: [.people, .log, .sessions, .experiments]) { memory.people = PersonMemories() }
    if topics.contains(.campaigns) { memory.campaigns = nil }
    if !topics.isDisjoint(with: [.people, .sessions]) { memory.segments = [:] }
    if topics.contains(.capacity), memory.index != nil { try patchCapacity(since: earlier[.capacity]) }
    if topics.contains(.listings) {
      memory.isCorpusBehind = true
      memory.expected = [:]
      // The file was put back as it was once, which changes everything: its sequences begin again.
      if topics.isSuperset(of: Topic.allCases) { memory.corpus = nil }
    }
    // Who is erased takes rules along that the command log does not name.
    if topics.isSuperset(of: [.rules, .people]) { memory.ruleDesk = nil }
    if topics.contains(.rules) { try patchRuleDesk() }
    if topics.contains(.budgets), memory.campaigns != nil { try patchBudgets(since: earlier[.budgets]) }
  }

  /// Takes over the places left of offers changed after a revision. Plan: index on `capacity_revision`.
  private func patchCapacity(since revision: Int64) throws(StoreError) {
    try connection.each(
      """
      SELECT id, capacity_left
        FROM offer
       WHERE capacity_revision > :revision
      """,
      [":revision": .integer(revision)]
    ) { row throws(StoreError) in
      memory.index?.setCapacityLeft(row.optional(1) { row.count($0) }, of: row.id(0))
    }
  }
}
