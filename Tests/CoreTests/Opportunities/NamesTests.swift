import Testing

@testable import Core

/// The written forms scripts rely on (contract.md, "Values").
@Suite struct NamesTests {
  @Test func interactionsOffersAndReasonsAreWrittenAsPromised() {
    #expect(
      InteractionType.allCases.map(\.rawValue)
        == ["impression", "view", "acceptance", "dismissal", "redemption", "expiry"])
    #expect(
      OfferType.allCases.map(\.rawValue) == ["discount", "parking_extension", "experience", "perk", "bundle"])
    #expect(
      DismissalReason.allCases.map(\.rawValue)
        == ["not_interested", "too_far", "no_time", "already_used", "not_relevant", "other"])
    #expect(Weather.allCases.map(\.rawValue) == ["clear", "cloudy", "rain", "storm", "hot", "cold"])
    #expect(
      OfferState.allCases.map(\.rawValue)
        == ["draft", "pending", "approved", "rejected", "scheduled", "active", "paused", "ended", "archived"])
    #expect(Preferences.OfferFrequency.allCases.map(\.rawValue) == ["all", "occasional", "minimal"])
    #expect(Preferences.OfferFrequency.allCases.map(\.perDay) == [nil, 3, 1])
    #expect(Preferences.AlertFrequency.allCases.map(\.rawValue) == ["immediate", "daily", "weekly"])
  }

  @Test func unknownTextIsRefusedWithTheKnownForms() throws {
    #expect(
      throws: InvalidInput(
        field: "type", "knows no 'Discount'; use one of discount, parking_extension, experience, perk, bundle")
    ) {
      try OfferType.parsing("Discount", field: "type")
    }
    #expect(try OfferType.parsing("bundle", field: "type") == .bundle)
  }

  @Test func onlyOperatorsAndAnalystsAreNamedInText() {
    #expect(Actor(parsing: "operator:ann") == Actor(.operator, "ann"))
    #expect(Actor(parsing: "analyst:a:b") == Actor(.analyst, "a:b"))
    #expect(Actor(.analyst, "bo").description == "analyst:bo")
    for text in ["", "ann", "operator:", ":ann", "partner:7", "person:7", "simulator:x", "Operator:ann"] {
      #expect(Actor(parsing: text) == nil)
    }
  }
}
