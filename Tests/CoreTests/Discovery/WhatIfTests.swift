import Testing

@testable import Core

@Suite struct SupposedWeightsTests {
  @Test func factorsThatAreNotNamedKeepTheirProportions() throws {
    // 30, 25, 20, 15, 10 with temporal 40 and spatial 15: 45 is left for 20 : 15 : 10.
    let profile = try OfferProfile.standard.supposing([.temporal: 40, .spatial: 15])
    #expect(OfferFactor.allCases.map { profile.weight(of: $0) } == [40, 15, 20, 15, 10])
    let half = try OfferProfile.standard.supposing([.temporal: 65])
    #expect(OfferFactor.allCases.map { half.weight(of: $0) } == [65, 12.5, 10, 7.5, 5])
  }

  @Test func whatIsLeftIsSharedEvenlyWhereTheOthersHaveNothing() throws {
    let alone = try OfferProfile.standard.supposing([.value: 100])
    let profile = try alone.supposing([.value: 60])
    #expect(OfferFactor.allCases.map { profile.weight(of: $0) } == [10, 10, 60, 10, 10])
  }

  @Test func readsWhatIsWritten() throws {
    #expect(try WhatIf.weights(parsing: "temporal=40, Spatial=15.5", field: "") == [.temporal: 40, .spatial: 15.5])
  }

  @Test(arguments: ["", "temporal", "temporal=", "temporal=x", "time=3", "value=1,value=2", "value=nan"])
  func refusesWhatIsNoWeight(text: String) {
    #expect(throws: InvalidInput.self) { try WhatIf.weights(parsing: text, field: "--weights") }
  }

  @Test(arguments: [
    [OfferFactor.temporal: -1.0], [.temporal: 101], [.temporal: 60, .spatial: 41],
    [.temporal: 10, .spatial: 10, .value: 10, .capacity: 10, .affinity: 10],
  ])
  func refusesWeightsThatCannotSumToAHundred(weights: [OfferFactor: Double]) {
    #expect(throws: InvalidInput.self) { try OfferProfile.standard.supposing(weights) }
  }
}

@Suite struct WhatIfTests {
  @Test func refusesTimesAndDistancesNobodyCanMean() {
    #expect(throws: InvalidInput.self) { try WhatIf(minutesLeft: -1).check() }
    #expect(throws: InvalidInput.self) { try WhatIf(minutesLeft: .nan).check() }
    #expect(throws: InvalidInput.self) { try WhatIf(walkingLimit: Metres(50_001)).check() }
    #expect(throws: Never.self) { try WhatIf(minutesLeft: 0, walkingLimit: Metres(0)).check() }
  }
}
