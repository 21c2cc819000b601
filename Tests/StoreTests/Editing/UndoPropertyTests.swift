import Core
import Testing

@testable import Store

/// Whatever is edited and moved, in whatever order, with steps back and forth between: undo leads through every state
/// there was, to the start, and redo to the end again.
@Suite struct UndoPropertyTests {
  private static let ana = TestTown.ana

  /// Everything an edit can change.
  private struct Facts: Equatable {
    var offers: [[JSON.Member]]
    var states: [OfferState]
    var partner: [JSON.Member]
    var preferences: Preferences

    init(_ store: Store, _ ids: [Offer.ID], _ partner: Partner.ID, _ person: Person.ID) throws {
      let offers = try ids.map { try store.offer($0) }
      self.offers = offers.map(\.facts)
      states = offers.map(\.state)
      self.partner = try store.partner(partner).facts
      preferences = try store.preferences(of: person)
    }
  }

  @Test(arguments: 1...12)
  func undoLeadsToTheStartAndRedoToTheEnd(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let town = try TestTown()
    let person = try town.person().id
    let ids = try [OfferState.pending, .draft, .approved, .paused].map { state in
      try town.offer {
        $0.state = state
        $0.capacityTotal = 50
      }.id
    }
    func facts() throws -> Facts { try Facts(town.store, ids, town.partner.id, person) }
    // The states that undo must lead back to, and those that redo must.
    var past: [Facts] = []
    var future: [Facts] = []
    for _ in 0..<60 {
      // Each step by a connection of its own or by an old one: what is undone need not be one's own doing of today.
      let store = Bool.random(using: &random) ? town.store : try town.another()
      let before = try facts()
      switch Int.random(in: 0..<10, using: &random) {
      case 0, 1:
        let expected = past.popLast()
        #expect(code { try store.undo(by: Self.ana, now: TestTown.noon) } == (expected == nil ? "undo.none" : nil))
        guard let expected else { continue }
        #expect(try facts() == expected)
        future.append(before)
      case 2:
        let expected = future.popLast()
        #expect(code { try store.redo(by: Self.ana, now: TestTown.noon) } == (expected == nil ? "redo.none" : nil))
        guard let expected else { continue }
        #expect(try facts() == expected)
        past.append(before)
      default:
        guard try change(store, ids, town.partner.id, person, &random) else { continue }
        past.append(before)
        future = []
      }
    }
    #expect(past.count > 5)
    let end = try facts()
    for expected in past.reversed() {
      try town.another().undo(by: Self.ana, now: TestTown.noon)
      #expect(try facts() == expected)
    }
    #expect(code { try town.store.undo(by: Self.ana, now: TestTown.noon) } == "undo.none")
    for _ in past { try town.store.redo(by: Self.ana, now: TestTown.noon) }
    #expect(try facts() == end || !future.isEmpty)
    #expect(try town.failedChecks() == [])
  }

  /// Edits or moves something; false if that was not possible or changed nothing.
  private func change(
    _ store: Store, _ ids: [Offer.ID], _ partner: Partner.ID, _ person: Person.ID, _ random: inout SeededGenerator
  ) throws -> Bool {
    let rows = try store.audit(AuditFilter(limit: 1), for: Self.ana).first?.id
    do {
      switch Int.random(in: 0..<6, using: &random) {
      case 0:
        var edited = try store.partner(partner)
        edited.autoApprove.toggle()
        edited.commissionBasisPoints = .random(in: 0...10_000, using: &random)
        edited.email = Bool.random(using: &random) ? nil : "chef\(Int.random(in: 0..<9, using: &random))@example.com"
        try store.updatePartner(edited, by: Self.ana, now: TestTown.noon)
      case 1:
        var wishes = try store.preferences(of: person)
        wishes.walkingLimit = Metres(Double(Int.random(in: 0...40, using: &random)) * 50)
        wishes.blockedCategories = Bool.random(using: &random) ? ["spa"] : []
        wishes.alertsPerDay = Bool.random(using: &random) ? 3 : nil
        try store.setPreferences(wishes, of: person, by: Self.ana, now: TestTown.noon)
      case 2, 3:
        var edited = try store.offer(ids[Int.random(in: 0..<ids.count, using: &random)])
        edited.title = "Title \(Int.random(in: 0..<9, using: &random))"
        edited.capacityTotal = Bool.random(using: &random) ? .random(in: 1...99, using: &random) : nil
        edited.capacityLeft = edited.capacityTotal
        edited.cooldownHours = Bool.random(using: &random) ? 5 : nil
        edited.trigger = Bool.random(using: &random) ? .none : try TriggerRule(weather: [.rain, .hot])
        try store.updateOffer(edited, by: Self.ana, now: TestTown.noon)
      default:
        let move = OfferMove.allCases[Int.random(in: 0..<OfferMove.allCases.count, using: &random)]
        try store.move(
          offer: ids[Int.random(in: 0..<ids.count, using: &random)], move, by: Self.ana, reason: "because",
          now: TestTown.noon)
      }
    } catch let error as StoreError {
      // An illegal move, an own offer, an offer that is over: refused, and nothing is written.
      #expect(["offer.move", "not_allowed", "offer.over"].contains(error.code), "\(error)")
    }
    return try store.audit(AuditFilter(limit: 1), for: Self.ana).first?.id != rows
  }
}
