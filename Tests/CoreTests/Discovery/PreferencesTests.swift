import Testing

@testable import Core

@Suite struct PreferencesTests {
  @Test func aNewPersonWalks800MetresAndIsShownEverything() {
    let preferences = Preferences()
    #expect(preferences.walkingLimit == Metres(800))
    #expect(preferences.enabled && preferences.offerFrequency == .all && preferences.quietHours.isEmpty)
    #expect(throws: Never.self) { try preferences.check() }
  }

  static let broken: [(String, @Sendable (inout Preferences) -> Void)] = [
    ("walking_limit_metres", { $0.walkingLimit = Metres(-1) }),
    ("walking_limit_metres", { $0.walkingLimit = Metres(50_001) }),
    ("walking_limit_metres", { $0.walkingLimit = Metres(.nan) }),
    ("preferred_categories", { ($0.preferredCategories, $0.blockedCategories) = (["a", "b"], ["b", "c"]) }),
    ("caps.alerts_per_day", { $0.alertsPerDay = 0 }),
    ("caps.alerts_per_day", { $0.alertsPerDay = 10_001 }),
  ]

  @Test(arguments: broken.indices)
  func namesTheFieldThatBreaksARule(index: Int) throws {
    var preferences = Preferences()
    Self.broken[index].1(&preferences)
    let error = try #require(throws: InvalidInput.self) { try preferences.check() }
    #expect(error.field == Self.broken[index].0)
    let nested = try #require(throws: InvalidInput.self) { try preferences.check(field: "person") }
    #expect(nested.field == "person." + Self.broken[index].0)
  }

  @Test func namesTheCategoryThatIsBoth() {
    var preferences = Preferences()
    (preferences.preferredCategories, preferences.blockedCategories) = (["bar", "cafe"], ["spa", "cafe"])
    #expect(
      throws: InvalidInput(
        field: "preferred_categories", "holds 'cafe', which is also blocked; a category is one or the other")
    ) {
      try preferences.check()
    }
  }

  @Test func acceptsTheEndsOfItsRanges() {
    var preferences = Preferences()
    for limit in [0.0, 50_000] {
      preferences.walkingLimit = Metres(limit)
      preferences.alertsPerDay = limit == 0 ? 1 : 10_000
      #expect(throws: Never.self) { try preferences.check() }
    }
  }
}
