import Core

extension TruthDocument {
  /// For people: the model, then the session that was asked for, or everybody.
  var text: String {
    var lines = "The engine sees none of this. Chances and tastes of the people of the town of seed \(townSeed).\n\n"
    lines += FieldList(members: .object(Self.formulas.map { .init($0.key, .string($0.value)) })).text + "\n"
    var constants = TextTable([.words("constant"), .numbers("value")])
    for (name, value) in Self.constants { constants.add([name, Self.number(value)]) }
    lines += constants.text(empty: "") + "\n"
    return lines + (look.map(text) ?? everybody)
  }

  private func text(_ look: Look) -> String {
    var driver = FieldList([
      "session": "\(look.session.id)", "person": look.session.personID?.description ?? "anonymous",
      "weather": look.weather?.rawValue ?? "unknown",
    ])
    for (name, value) in Self.numbers(of: look.tastes) { driver.add(name, Self.number(value)) }
    var table = TextTable([
      .words("offer"), .numbers("score"), .numbers("walk min"), .numbers("worth"), .numbers("liking"),
      .numbers("view %"), .numbers("accept %"), .numbers("taken %"), .words("title"),
    ])
    for offer in look.offers {
      let facts = offer.ranked.offer
      table.add([
        "\(facts.id)", Words.number(offer.ranked.score), Words.number(offer.ranked.walk.minutes),
        Money(cents: offer.ranked.valueCents, facts.currency).description,
        Self.number(look.tastes.liking(of: facts.category)), Words.number(100 * offer.view),
        Words.number(100 * offer.accept), Words.number(100 * offer.view * offer.accept), facts.title,
      ])
    }
    return driver.text + "\n" + table.text(empty: "Nothing is ranked for this session now.\n")
  }

  private var everybody: String {
    var table = TextTable([
      .words("person"), .words("name"), .numbers("value sense"), .numbers("walk aversion"), .numbers("curiosity"),
      .numbers("reliability"), .words("likes"), .words("dislikes"),
    ])
    for person in people {
      let tastes = Tastes(subject: person.id.value, townSeed: townSeed)
      let sorted = categories.sorted { tastes.liking(of: $0) > tastes.liking(of: $1) }
      table.add(
        ["\(person.id)", person.name] + Self.numbers(of: tastes).map { Self.number($0.value) } + [
          sorted.first ?? "", sorted.last ?? "",
        ])
    }
    return table.text(empty: "Nobody is known by name.\n")
  }

  private static func numbers(of tastes: Tastes) -> [(name: String, value: Double)] {
    [
      ("value sense", tastes.valueSense), ("walk aversion", tastes.walkAversion), ("curiosity", tastes.curiosity),
      ("reliability", tastes.reliability),
    ]
  }

  /// Two decimals at most.
  private static func number(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100 + 0
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}
