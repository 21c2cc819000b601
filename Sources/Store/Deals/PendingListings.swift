import Core

/// Listings that the running transaction has taken in and not yet held against the rules.
struct PendingListings {
  /// One of them.
  struct Entry {
    var listing: Listing
    let sequence: Int64
    /// Whether it has another price than before, or one for the first time.
    let isPriceNew: Bool
  }

  /// In the order of their sequences.
  private(set) var entries: [Entry] = []
  /// When the last of them was taken in.
  private(set) var now = Timestamp(milliseconds: 0)
  private var ids: Set<Listing.ID> = []
  private var lastSequence: Int64?

  var isEmpty: Bool { entries.isEmpty }

  /// Whether a listing is among them.
  func contains(_ id: Listing.ID) -> Bool { ids.contains(id) }

  /// The next number.
  /// - Parameter stored: the last number in the file, asked for once.
  mutating func nextSequence(after stored: () throws(StoreError) -> Int64) throws(StoreError) -> Int64 {
    if lastSequence == nil { lastSequence = try stored() }
    let next = (lastSequence ?? 0) + 1
    lastSequence = next
    return next
  }

  /// Takes a listing in; it is among them at most once.
  mutating func add(_ listing: Listing, sequence: Int64, isPriceNew: Bool, now: Timestamp) {
    entries.append(Entry(listing: listing, sequence: sequence, isPriceNew: isPriceNew))
    ids.insert(listing.id)
    self.now = now
  }
}

extension Store {
  /// Holds what was taken in so far against the rules, without waiting for the end of the transaction: what comes after
  /// finds it settled.
  package func settleListings() throws(StoreError) {
    guard case .write = transaction else { throw .misuse("settling listings outside a write") }
    try flushListings()
  }

  /// Finds out what the listings of the running transaction are worth, which are of one item, and what rules and watches
  /// say of them; then decides what is due. The last part of every transaction that took any in.
  func flushListings() throws(StoreError) {
    guard !pendingListings.isEmpty else { return }
    let pending = pendingListings
    pendingListings = PendingListings()
    memory.expected = [:]
    try regroup(pending.entries.map(\.listing))
    var scores = DealScoring(now: pending.now)
    let desk = try ruleDesk()
    for var entry in pending.entries {
      entry.listing.dealScore = try score(entry.listing, &scores)
      let packed = PackedListing(entry.listing)
      try raiseDeals(entry, packed, desk.rules.matches(packed), now: pending.now)
      try raisePrices(entry, packed, desk.searches.matches(packed), now: pending.now)
      if !memory.isCorpusBehind { memory.corpus?.listings.put(entry.listing) }
    }
    if !memory.isCorpusBehind, let last = pending.entries.last { memory.corpus?.sequence = last.sequence }
    try decideDue(now: pending.now)
  }
}
