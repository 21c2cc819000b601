import Testing

@testable import Core

@Suite struct DecisionRecordTests {
  private static func record(_ random: inout SeededGenerator, offers: [Offer]) -> (DecisionRecord, Ranking) {
    let context = RandomWorld.context(&random, offers: offers.count)
    let limit = Int.random(in: 0...12, using: &random)
    let ranking = OfferIndex(offers).ranking(for: context, profile: .standard, limit: limit)
    return (DecisionRecord(context: context, profile: .standard, limit: limit, ranking: ranking), ranking)
  }

  @Test func readsBackWhatItWrote() throws {
    var random = SeededGenerator(seed: 30)
    let offers = RandomWorld.offers(120, &random)
    for _ in 0..<300 {
      let (record, _) = Self.record(&random, offers: offers)
      #expect(try DecisionRecord(decoding: record.encoded) == record)
    }
  }

  @Test func replaysToTheSameBits() throws {
    var random = SeededGenerator(seed: 31)
    let offers = RandomWorld.offers(400, &random)
    var shown = 0
    for _ in 0..<100 {
      let (record, ranking) = Self.record(&random, offers: offers)
      // The store's facts have moved on: places taken, a budget used up. The record keeps what was true.
      let facts = { (id: Offer.ID, version: Int) -> Offer? in
        var offer = offers[Int(id.value) - 1]
        guard offer.version == version else { return nil }
        offer.capacityLeft = offer.capacityTotal.map { $0 / 2 }
        offer.campaignHolds = [.paused, .otherSegment]
        return offer
      }
      let replay = try #require(try DecisionRecord(decoding: record.encoded).replay(offer: facts))
      #expect(record.matches(replay))
      #expect(replay.ranked == ranking.ranked)
      #expect(record.replayScores(offer: facts) == record.scores)
      shown += replay.ranked.count
    }
    #expect(shown > 200)
  }

  @Test func replaysEveryHeldBackReason() throws {
    var random = SeededGenerator(seed: 32)
    let offers = RandomWorld.offers(150, &random)
    for _ in 0..<60 {
      var context = RandomWorld.context(&random, offers: 150)
      context.person.preferences.offerFrequency = .all
      let ranking = OfferIndex(offers).ranking(for: context, profile: .standard, limit: 200, allReasons: true)
      let record = DecisionRecord(context: context, profile: .standard, limit: 200, ranking: ranking)
      let replay = record.replay { id, _ in offers[Int(id.value) - 1] }
      #expect(replay?.heldBack == ranking.heldBack)
    }
  }

  /// What an experiment words otherwise is part of the record, and the quick half of a ranking agrees with the whole.
  @Test func wordingsAreKeptAndReplayed() throws {
    var random = SeededGenerator(seed: 34)
    let offers = RandomWorld.offers(150, &random)
    var changed = 0
    for _ in 0..<60 {
      var context = RandomWorld.context(&random, offers: 150)
      let plain = OfferIndex(offers).ranking(for: context, profile: .standard, limit: 10)
      for ranked in plain.ranked.suffix(3) {
        context.person.wordings[ranked.offer.id] = ArmWording(
          title: "Feast", value: ValueProposition(discountPercent: 90, parkingMinutes: 15, perks: [.freeDrink]))
      }
      let index = OfferIndex(offers)
      let ranking = index.ranking(for: context, profile: .standard, limit: 10)
      #expect(index.best(10, for: context, profile: .standard) == ranking.ranked)
      let record = DecisionRecord(context: context, profile: .standard, limit: 10, ranking: ranking)
      let read = try DecisionRecord(decoding: record.encoded)
      #expect(read == record)
      let replay = try #require(read.replay { id, _ in offers[Int(id.value) - 1] })
      #expect(replay.ranked == ranking.ranked)
      changed += ranking.ranked.count { $0.offer.title == "Feast" }
    }
    #expect(changed > 20)
  }

  /// What was written before campaigns were for some drivers only: one count fewer, of at most 63 offers each.
  private static func withoutSegments(_ payload: [UInt8]) -> [UInt8] {
    let codes = HeldBackCode.allCases.count
    let counts = payload.count - codes
    var old = payload
    old.remove(at: counts + Int(HeldBackCode.otherSegment.rawValue))
    old[counts - 1] = UInt8(2 * (codes - 1))
    return old
  }

  @Test func recordsOfEarlierFormatsAreRead() throws {
    var random = SeededGenerator(seed: 35)
    let offers = RandomWorld.offers(40, &random)
    for _ in 0..<50 {
      let (record, _) = Self.record(&random, offers: offers)
      let payload = Array(try Checksum.opened(record.encoded))
      var context = ByteWriter()
      context.write(record.context)
      // The format is the first byte, 4 in zigzag; the count of wordings is the last byte of the context.
      #expect(payload.first == 8)
      #expect(context.bytes.last == 0)
      let end = 1 + context.bytes.count
      let second = Self.withoutSegments([4] + payload[1..<end - 1] + payload[end...])
      #expect(try DecisionRecord(decoding: Checksum.sealed(second)) == record)
      let third = Self.withoutSegments([6] + payload.dropFirst())
      #expect(try DecisionRecord(decoding: Checksum.sealed(third)) == record)
    }
  }

  @Test func aMissingVersionOrAChangedScoreIsNoticed() throws {
    var random = SeededGenerator(seed: 33)
    let offers = (1...5).map { Offer.sample($0, walk: Double($0)) }
    let ranking = OfferIndex(offers).ranking(for: .sample(), profile: .standard, limit: 5)
    let record = DecisionRecord(context: .sample(), profile: .standard, limit: 5, ranking: ranking)
    #expect(record.replay { _, _ in nil } == nil)
    #expect(record.replayScores { _, _ in nil } == nil)
    let cheaper = try #require(
      record.replay { id, _ in
        .sample(id.value, walk: Double(id.value)) { $0.value = ValueProposition(discountPercent: 19.99) }
      })
    #expect(!record.matches(cheaper))
    let shuffled = OfferIndex(offers.map { offer in .sample(offer.id.value, walk: .random(in: 0...9, using: &random)) })
    #expect(!record.matches(shuffled.ranking(for: .sample(), profile: .standard, limit: 5)))
  }

  /// An acceptance keeps one score; the offer may be out of reach by then.
  @Test func scoresReplayApartFromEligibility() throws {
    let offer = Offer.sample(1, walk: 900)
    let score = try #require(OfferIndex([offer]).evaluate(.init(1), for: .sample(), profile: .standard)).score
    let record = DecisionRecord(
      context: .sample(), profile: .standard, limit: 1,
      entries: [.init(offerID: .init(1), offerVersion: 1, capacityLeft: nil)], scores: [score])
    #expect(record.replayScores { _, _ in offer } == [score])
    #expect(record.replay { _, _ in offer }?.ranked.isEmpty == true)
  }

  @Test func keepsOnlyWhatConcernsItsOffers() {
    let context = Context.sample { context in
      let now = context.now
      context.history(of: .init(1)) { $0.dismissedAt = now }
      context.history(of: .init(2)) { $0.dismissedAt = now }
      // Neither capped nor dismissed: that it was shown once can change nothing.
      context.history(of: .init(3)) { $0.impressions = 1 }
      context.person.partnerAffinity = [.init(1): Affinity(asOf: context.now), .init(2): Affinity(asOf: context.now)]
    }
    let ranking = OfferIndex([.sample(1), .sample(3)]).ranking(for: context, profile: .standard, limit: 1)
    let person = DecisionRecord(context: context, profile: .standard, limit: 1, ranking: ranking).context.person
    #expect(Array(person.history.keys) == [.init(1)])
    #expect(Array(person.partnerAffinity.keys) == [.init(1)])
  }

  /// Offers beyond twice the limit are in no record, yet the decision counted them.
  @Test func replayCountsWhatTheDecisionCounted() throws {
    let offers = [Offer.sample(1), .sample(2, walk: 1200), .sample(3, walk: 30_000)]
    let ranking = OfferIndex(offers).ranking(for: .sample(), profile: .standard, limit: 5)
    let record = DecisionRecord(context: .sample(), profile: .standard, limit: 5, ranking: ranking)
    let replay = try #require(
      try DecisionRecord(decoding: record.encoded).replay { id, _ in offers.first { $0.id == id } })
    #expect(replay.heldBack.map(\.offer.id) == [.init(2)])
    #expect(replay.heldBackCounts.map(\.code) == [.tooFar])
    #expect(replay.heldBackCounts.map(\.count) == [2])
    #expect(replay.totals == ranking.totals)
    #expect(replay.totals.heldBackNearby == 1)
  }

  @Test func everyTruncationIsRefused() {
    var random = SeededGenerator(seed: 34)
    let bytes = Self.record(&random, offers: RandomWorld.offers(40, &random)).0.encoded
    for length in bytes.indices {
      #expect(throws: InvalidInput.self) { try DecisionRecord(decoding: Array(bytes.prefix(length))) }
    }
    #expect(throws: InvalidInput.self) { try DecisionRecord(decoding: bytes + [0]) }
  }

  @Test func everyDamagedByteIsNoticed() {
    var random = SeededGenerator(seed: 35)
    let bytes = Self.record(&random, offers: RandomWorld.offers(40, &random)).0.encoded
    for position in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[position] ^= 1 << UInt8(bit)
        #expect(throws: InvalidInput.self) { try DecisionRecord(decoding: damaged) }
      }
    }
  }

  /// Records that were made up, not damaged: whatever decodes also replays, and nothing traps.
  @Test func hostileRecordsNeverTrap() {
    var random = SeededGenerator(seed: 36)
    let offers = RandomWorld.offers(30, &random)
    var decoded = 0
    for _ in 0..<4000 {
      var bytes = Array(Self.record(&random, offers: offers).0.encoded.dropLast(Checksum.size))
      for _ in 0...Int.random(in: 0..<6, using: &random) {
        let position = Int.random(in: bytes.indices, using: &random)
        bytes[position] =
          [0, 0x7F, 0x80, 0xFF, .random(in: 0...255, using: &random)].randomElement(using: &random) ?? 0
      }
      guard let record = try? DecisionRecord(decoding: Checksum.sealed(bytes)) else { continue }
      decoded += 1
      _ = record.replay { id, _ in offers.first { $0.id == id } ?? offers[0] }
    }
    #expect(decoded > 100)
  }

  /// Facts no decision is made from, one at a time.
  static let impossible: [@Sendable (inout Context) -> Void] = [
    { $0.now = Timestamp(milliseconds: .max) },
    { $0.session.expiresAt = Timestamp(milliseconds: .min) },
    { $0.session.endedAt = Timestamp(milliseconds: .max) },
    { $0.placeOffsetSeconds = 86_401 },
    { $0.person.zoneOffsetSeconds = .min },
    { $0.person.impressionsToday = .min },
    { $0.person.preferences.walkingLimit = Metres(.nan) },
    { $0.person.preferences.walkingLimit = Metres(.infinity) },
    { $0.person.preferences.preferredCategories = $0.person.preferences.blockedCategories.union(["x"]) },
    { $0.person.categoryAffinity["dining"] = Affinity(accepted: .nan, asOf: $0.now) },
    { $0.person.partnerAffinity[.init(1)] = Affinity(dismissed: .infinity, asOf: $0.now) },
    { context in context.history { $0.impressions = -1 } },
    { context in context.history { $0.dismissedAt = Timestamp(milliseconds: .max) } },
  ]

  @Test(arguments: impossible.indices)
  func whatCannotBeIsRefused(index: Int) throws {
    var context = Context.sample { $0.person.preferences.blockedCategories = ["x"] }
    let plain = DecisionRecord(context: context, profile: .standard, limit: 1, entries: [], scores: [])
    #expect(try DecisionRecord(decoding: plain.encoded) == plain)
    Self.impossible[index](&context)
    let record = DecisionRecord(context: context, profile: .standard, limit: 1, entries: [], scores: [])
    #expect(throws: InvalidInput.self) { try DecisionRecord(decoding: record.encoded) }
  }

  @Test func aRecordIsSmall() {
    let offers = (1...210).map { Offer.sample($0, walk: Double($0)) }
    let ranking = OfferIndex(offers).ranking(for: .sample(), profile: .standard, limit: 10)
    let record = DecisionRecord(context: .sample(), profile: .standard, limit: 10, ranking: ranking)
    #expect(record.entries.count == 10)
    #expect(record.encoded.count < 400)
  }
}
