import Core
import Glibc
import Store

/// `demo offers --around-sessions`: invented partners beside imported sessions, so that there is something to discover.
enum DemoOffersCommand {
  /// The command.
  static let command = Command(
    ["demo", "offers"], "Put DEMO partners and offers around the sessions that are there.", access: .operators,
    explanation: """
      For a database with imported sessions and no partners yet. Every name begins with DEMO. Offers are those of the \
      demo town that suit any hour, each open for good.
      """,
    flags: [
      .switch("around-sessions", "Around the positions of the sessions; nothing else is offered yet."),
      Flag("partners", .integer("N", 1...500), "How many partners.", fallback: "24"),
    ],
    examples: ["opportune demo offers --around-sessions --database imported.db"],
    output: .fields(["partners": .integer, "offers": .integer, "sessions": .integer])
  ) { invocation in
    guard invocation.arguments.has("around-sessions") else {
      throw CommandLineError.missingFlag("around-sessions", usage: "opportune demo offers --around-sessions")
    }
    let store = try invocation.store()
    let positions = try store.sessions().map(\.position)
    guard !positions.isEmpty else {
      throw Failure(.conflict, code: "no_sessions", "there is no session yet; import some first")
    }
    guard try !store.partners().contains(where: { $0.name.hasPrefix("DEMO ") }) else {
      throw Failure(.conflict, code: "duplicate", "there are DEMO partners already; nothing was added")
    }
    let count = Int(invocation.arguments.integer("partners") ?? 24)
    let offers = try add(count, around: positions, to: store, now: invocation.now(in: store))
    return .document([
      "partners": .count(count), "offers": .count(offers), "sessions": .count(positions.count),
    ]) { "Added \(count) DEMO partners with \(offers) offers around \(positions.count) sessions.\n" }
  }

  private static func add(
    _ count: Int, around positions: [Coordinate], to store: Store, now: Timestamp
  ) throws -> Int {
    let town = try Town(midnight: now)
    let maker = Actor(.simulator, "demo")
    let zone = store.world.zone
    let models = town.partners
    var added = 0
    try store.write { () throws(StoreError) in
      for number in 0..<count {
        let model = models[number % models.count]
        var partner = model
        partner.name = "DEMO \(model.name)\(number < models.count ? "" : " \(number / models.count + 1)")"
        partner.position = place(number, of: count, around: positions)
        partner = Partner(
          id: Partner.ID(0), name: partner.name, category: model.category, description: model.description,
          position: partner.position, zone: zone, currency: model.currency,
          commissionBasisPoints: model.commissionBasisPoints, autoApprove: true)
        let stored = try store.addPartner(partner, by: maker, loading: true, now: now)
        for offer in town.offers where offer.partnerID == model.id && offer.trigger == .none && offer.state.isApproved {
          try store.addOffer(offer.moved(to: stored), by: maker, loading: true, now: now)
          added += 1
        }
      }
    }
    return added
  }

  /// A door some way from a session's car: the sessions in even steps, the ways by the golden angle, 40 to 300 metres.
  private static func place(_ number: Int, of count: Int, around positions: [Coordinate]) -> Coordinate {
    let car = positions[number * positions.count / count]
    let angle = Double(number) * 2.399_963
    let metres = 40 + Double(number * 37 % 27) * 10
    let latitude = car.latitude + metres * cos(angle) / 111_195
    let scale = max(0.01, cos(car.latitude * .pi / 180))
    return Coordinate(latitude: latitude, longitude: car.longitude + metres * sin(angle) / (111_195 * scale)) ?? car
  }
}

extension Offer {
  /// The same offer of another partner, marked as made up and open for good.
  fileprivate func moved(to partner: Partner) -> Offer {
    Offer(
      id: Offer.ID(0), partnerID: partner.id, title: "DEMO \(title)", description: description, terms: terms,
      type: type, category: category, value: value, typicalSpendCents: typicalSpendCents, currency: currency,
      useMinutes: useMinutes, position: partner.position, capacityTotal: capacityTotal, trigger: trigger,
      priority: priority, cooldownHours: cooldownHours, impressionCap: impressionCap, claimLimit: claimLimit,
      claimMinutes: claimMinutes)
  }
}
