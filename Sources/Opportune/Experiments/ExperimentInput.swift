import Core

/// What the flags of `experiment create|edit|ramp` say.
enum ExperimentInput {
  /// A flag for each plain fact of ``ExperimentDesign/facts``.
  static let factFlags: [FactFlag] = [
    FactFlag("name", .text, "TEXT", "What it is called; no two have the same name."),
    FactFlag("hypothesis", .text, "TEXT", "What is believed and why.", optional: true),
    FactFlag("metric", .text, "acceptance|redemption|revenue", "What decides; acceptance if not given."),
    FactFlag("coverage", .number, "SHARE", "The share of people who take part, up to 1."),
    FactFlag("confidence", .number, "0.90|0.95|0.99", "0.95 if not given."),
    FactFlag("power", .number, "SHARE", "The chance to see the effect if it is there; 0.8 if not given."),
    FactFlag("baseline", .number, "RATE", "The control's rate as it is expected; of revenue cents per person."),
    FactFlag("effect", .number, "DIFFERENCE", "The difference worth detecting: 0.02 is two points."),
    FactFlag("planned_per_arm", .integer, "N", "People the smallest arm needs; worked out for rates if not given."),
    FactFlag("minimum_days", .integer, "N", "Whole days before a winner may be named; 7 if not given."),
    FactFlag("always_valid", .boolean, "true|false", "Whether every look may decide; true if not given."),
  ]

  /// The flags that stand for lists.
  static let listFlags = [
    Flag(
      "arm", .text("NAME=CONTENT"),
      "An arm, the control first: campaign:ID, offer:ID, imported, or a JSON object such as "
        + #"{"offer_id":17,"value":{"discount_percent":30}}."#,
      isRepeatable: true),
    weights,
    Flag("guardrail", .text("METRIC=MARGIN"), "What must not get worse by more than a margin.", isRepeatable: true),
    Flag(
      "namespace", .text("NAME:FROM-TO"), "The slice of people it takes from those of that name; 'none' for none."
    ),
  ]

  /// How people are divided.
  static let weights = Flag(
    "weights", .text("LIST"), "The share of each arm: 0.5,0.5 or 1/3,1/3,1/3.", fallback: "the same for each")

  /// What flags and standard input say, as one document of facts.
  static func facts(_ invocation: Invocation) throws -> JSON {
    let arguments = invocation.arguments
    let isListed = listFlags.contains { arguments.has($0.name) }
    let plain = factFlags.contains { arguments.has($0.flag.name) } || arguments.has("input")
    var document = plain || !isListed ? try invocation.facts(factFlags) : [:]
    if arguments.has("arm") {
      document = document.merging(["arms": .array(try arguments.texts("arm").map { text in try arm(text) })])
    }
    if let text = arguments.text("weights") { document = try weighted(document, by: weights(text)) }
    if arguments.has("guardrail") {
      document = document.merging(["guardrails": .array(try arguments.texts("guardrail").map(guardrail))])
    }
    if let text = arguments.text("namespace") {
      document = setting("namespace", to: text == "none" ? .null : try namespace(text), in: document)
    }
    return document
  }

  /// Reads `0.5,0.5` or `1/3,1/3,1/3`.
  /// - Throws: ``InvalidInput`` naming `--weights`.
  static func weights(_ text: String) throws(InvalidInput) -> [Double] {
    var weights: [Double] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "/", omittingEmptySubsequences: false).map { Double(String($0).trimmed) }
      guard let top = sides.first ?? nil, sides.count < 3, let bottom = sides.count == 2 ? sides[1] : 1, bottom != 0,
        (top / bottom).isFinite
      else {
        throw InvalidInput(
          field: "--weights", "must be shares such as 0.5,0.5 or 1/3,1/3,1/3, not '\(text.prefix(60))'")
      }
      weights.append(top / bottom)
    }
    return weights
  }

  private static func arm(_ text: String) throws -> JSON {
    let (name, content) = try split(text, flag: "--arm", form: "NAME=CONTENT")
    let said: JSON
    if content.hasPrefix("{") {
      do {
        said = try JSON(parsing: content)
      } catch {
        throw InvalidInput(field: "--arm", "holds JSON that cannot be read: \(error)")
      }
    } else if content == "imported" {
      said = [:]
    } else {
      let parts = content.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, ["campaign", "offer"].contains(parts[0]), let id = Int64(parts[1]) else {
        throw InvalidInput(
          field: "--arm", "shows campaign:ID, offer:ID, imported or a JSON object, not '\(content.prefix(60))'")
      }
      said = .object([.init("\(parts[0])_id", .integer(id))])
    }
    return JSON.object([.init("name", .string(name))]).merging(said)
  }

  private static func weighted(_ document: JSON, by weights: [Double]) throws -> JSON {
    guard case .array(let arms) = document["arms"] ?? .null else {
      throw InvalidInput(field: "--weights", "needs the arms they are for: give --arm as well")
    }
    guard arms.count == weights.count else {
      throw InvalidInput(field: "--weights", "must be \(arms.count), one for each arm, not \(weights.count)")
    }
    return document.merging([
      "arms": .array(zip(arms, weights).map { $0.merging(["weight": .number($1)]) })
    ])
  }

  private static func guardrail(_ text: String) throws -> JSON {
    let (metric, margin) = try split(text, flag: "--guardrail", form: "METRIC=MARGIN")
    guard let number = Double(margin) else {
      throw InvalidInput(field: "--guardrail", "must have a number as its margin, not '\(margin.prefix(40))'")
    }
    return ["metric": .string(metric), "margin": .number(number)]
  }

  private static func namespace(_ text: String) throws(InvalidInput) -> JSON {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let ends = (parts.last ?? "").split(separator: "-").map { Double(String($0)) }
    guard parts.count == 2, ends.count == 2, let from = ends[0], let to = ends[1] else {
      throw InvalidInput(field: "--namespace", "must have the form NAME:FROM-TO, as in checkout:0-0.5")
    }
    return ["name": .string(parts[0]), "from": .number(from), "to": .number(to)]
  }

  private static func split(_ text: String, flag: String, form: String) throws(InvalidInput) -> (String, String) {
    guard let place = text.firstIndex(of: "="), place != text.startIndex else {
      throw InvalidInput(field: flag, "must have the form \(form), not '\(text.prefix(60))'")
    }
    return (String(text[..<place]), String(text[text.index(after: place)...]))
  }

  private static func setting(_ name: String, to value: JSON, in document: JSON) -> JSON {
    guard case .object(var members) = document else { return document }
    members.removeAll { $0.name == name }
    return .object(members + [.init(name, value)])
  }
}
