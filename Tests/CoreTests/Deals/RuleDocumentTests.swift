import Testing

@testable import Core

/// Rules and listings as the documents of the contract.
@Suite struct RuleDocumentTests {
  @Test func aRuleIsReadByTheNamesOfTheContract() throws {
    var fields = try JSONFields(
      JSON(
        parsing: """
          {"keywords": ["gaming", "go-pro", "cam*"], "exclude_keywords": ["mac"], "categories": ["Electronics"],
           "min_condition": "good", "min_price": 200, "max_price": 799.99, "currency": "EUR", "latitude": 19.3,
           "longitude": -81.38, "radius_km": 16, "min_deal_score": 0.7}
          """))
    let terms = try RuleTerms(&fields)
    try fields.finish()
    let draft = try RuleLine.parse(
      "gaming go-pro cam* -mac in:electronics condition>=good price:200..799.99EUR within:16km of 19.3,-81.38 score>=0.7",
      places: .none)
    #expect(terms == draft.terms)
  }

  @Test func everyRuleIsReadBackFromItsDocument() throws {
    var world = RandomRules(seed: 9, places: KnownPlaces([.init("George Town", .georgeTown)]))
    for _ in 0..<2000 {
      let terms = try world.anyTerms()
      var fields = try JSONFields(JSON(parsing: JSON.object(terms.facts).text()))
      #expect(try RuleTerms(&fields) == terms)
      try fields.finish()
    }
  }

  @Test(arguments: [
    (#"{"radius_km": 5}"#, "latitude"), (#"{"latitude": 1, "longitude": 2}"#, "radius_km"),
    (#"{"latitude": 91, "longitude": 2, "radius_km": 1}"#, "latitude"), (#"{"keywords": ["!"]}"#, "keywords"),
    (#"{"condition": "mint"}"#, "condition"), (#"{"currency": "euro"}"#, "currency"),
    (#"{"min_price": "5"}"#, "min_price"),
  ])
  func aBadRuleNamesItsField(text: String, field: String) throws {
    var fields = try JSONFields(JSON(parsing: text))
    let error = #expect(throws: InvalidInput.self) { try RuleTerms(&fields) }
    #expect(error?.field == field)
  }

  @Test(arguments: [
    ("min_price: 5, max_price: 4", "min_price"), ("radius", "radius"), ("both conditions", "min_condition"),
    ("score", "min_deal_score"), ("nothing", "keywords"),
  ])
  func whatCannotBeIsRefused(what: String, field: String) {
    let terms: RuleTerms =
      switch what {
      case "radius": RuleTerms(area: RuleArea(center: .origin, radius: 0))
      case "both conditions": RuleTerms(condition: .good, minCondition: .good)
      case "score": RuleTerms(minDealScore: 1.01)
      case "nothing": RuleTerms()
      default: RuleTerms(minPriceCents: 500, maxPriceCents: 400)
      }
    let error = #expect(throws: InvalidInput.self) { try terms.check() }
    #expect(error?.field == field)
  }
}
