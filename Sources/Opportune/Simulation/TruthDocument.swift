import Core
import Store

/// What the engine never sees: how simulated people really decide. Experiments and learning are judged against it.
struct TruthDocument {
  /// One offer of a session's list, with what its driver would really do.
  struct TrueOffer {
    let ranked: RankedOffer
    /// From 1, as people count.
    let position: Int
    let view: Double
    let accept: Double
    let dismiss: Double
  }

  /// The driver of a session and the list that is ranked for them now.
  struct Look {
    let session: ParkingSession
    let tastes: Tastes
    let weather: Weather?
    let offers: [TrueOffer]
  }

  let townSeed: UInt64
  let categories: [String]
  let people: [Person]
  let look: Look?

  /// Writes nothing.
  init(_ store: Store, session: ParkingSession.ID?, now: Timestamp) throws(StoreError) {
    let seed = store.world.seed
    townSeed = seed
    categories = try store.categories()
    people = try store.people()
    guard let session else {
      look = nil
      return
    }
    let document = try store.discover(session: session, options: DiscoverOptions(dryRun: true), now: now)
    let parked = document.context.session
    let tastes = Tastes(subject: parked.personID?.value ?? -parked.id.value, townSeed: seed)
    let model = AcceptanceModel(tastes: tastes, weather: document.context.weather)
    let offers = document.ranking.ranked.enumerated().map { position, ranked in
      TrueOffer(
        ranked: ranked, position: position + 1, view: model.viewChance(position: position),
        accept: model.acceptChance(ranked), dismiss: model.dismissChance(ranked))
    }
    look = Look(session: parked, tastes: tastes, weather: document.context.weather, offers: offers)
  }

  /// By the names of the chances in the answer.
  static let formulas: KeyValuePairs = [
    "view_chance": "logistic(view_base + curiosity + view_position_step x (position - 1)), 0 after offers_shown",
    "accept_chance": """
    logistic(accept_base + liking + value_sense x ln(1 + worth_cents / worth_scale_cents) \
    - walk_aversion x walk_minutes + curiosity + wet_penalty in rain or storm over wet_walk_minutes), once opened
    """,
    "dismiss_chance": "logistic(dismiss_base - liking), once opened and not accepted",
  ]

  /// The numbers in the formulas.
  static var constants: [(name: String, value: Double)] {
    let model = AcceptanceModel.constants
    return [
      ("offers_shown", Double(model.offersShown)), ("view_base", model.viewBase),
      ("view_position_step", model.viewPositionStep), ("accept_base", model.acceptBase),
      ("worth_scale_cents", model.worthScaleCents), ("wet_penalty", model.wetPenalty),
      ("wet_walk_minutes", model.wetWalkMinutes), ("dismiss_base", model.dismissBase),
      ("too_far_walk_minutes", model.tooFarWalkMinutes), ("too_far_chance", model.tooFarChance),
      ("no_time_use_minutes", model.noTimeUseMinutes), ("no_time_chance", model.noTimeChance),
    ]
  }

  static let schema: Schema = .fields([
    "town_seed": .integer, "formulas": .map(.string), "constants": .map(.number),
    "people": .array(.object([.init("id", .integer), .init("name", .string)] + tastes)),
    "session": .nullable(
      .object(
        [
          .init("session_id", .integer), .init("person_id", .nullable(.integer)),
          .init("weather", .nullable(.choice(Weather.allCases.map(\.rawValue)))),
        ] + tastes + [.init("ranked", .array(ranked))])),
  ])

  private static let tastes: [Schema.Property] =
    ["value_sense", "walk_aversion", "curiosity", "reliability"].map { .init($0, .number) }
    + [.init("liking", .map(.number))]

  private static let ranked: Schema = .fields([
    "opportunity_id": .integer, "title": .string, "position": .integer, "score": .number, "walk_minutes": .number,
    "worth_cents": .integer, "view_chance": .number, "accept_chance": .number, "dismiss_chance": .number,
    "taken_chance": .number,
  ])

  private func members(of tastes: Tastes) -> [JSON.Member] {
    [
      .init("value_sense", .number(tastes.valueSense)), .init("walk_aversion", .number(tastes.walkAversion)),
      .init("curiosity", .number(tastes.curiosity)), .init("reliability", .number(tastes.reliability)),
      .init("liking", .object(categories.map { .init($0, .number(tastes.liking(of: $0))) })),
    ]
  }

  /// For scripts.
  var json: JSON {
    let people = people.map { person in
      JSON.object(
        [.init("id", .id(person.id)), .init("name", .string(person.name))]
          + members(of: Tastes(subject: person.id.value, townSeed: townSeed)))
    }
    return [
      "town_seed": .integer(Int64(bitPattern: townSeed)),
      "formulas": .object(Self.formulas.map { .init($0.key, .string($0.value)) }),
      "constants": .object(Self.constants.map { .init($0.name, .number($0.value)) }), "people": .array(people),
      "session": look.map(json) ?? .null,
    ]
  }

  private func json(_ look: Look) -> JSON {
    let offers = look.offers.map { offer -> JSON in
      [
        "opportunity_id": .id(offer.ranked.offer.id), "title": .string(offer.ranked.offer.title),
        "position": .count(offer.position), "score": .number(offer.ranked.score),
        "walk_minutes": .number(offer.ranked.walk.minutes), "worth_cents": .integer(offer.ranked.valueCents),
        "view_chance": .number(offer.view), "accept_chance": .number(offer.accept),
        "dismiss_chance": .number(offer.dismiss), "taken_chance": .number(offer.view * offer.accept),
      ]
    }
    return .object(
      [
        .init("session_id", .id(look.session.id)), .init("person_id", .id(look.session.personID)),
        .init("weather", .optional(look.weather?.rawValue)),
      ] + members(of: look.tastes) + [.init("ranked", .array(offers))])
  }
}
