import Core
import Testing

@testable import TUI

@Suite struct PreferencesFormTests {
  private static let wishes = FixturePerson.wishes()

  /// A screen with the form of the selected session's person open.
  private func opened() throws -> Stage {
    var stage = Stage()
    try stage.press("e")
    guard case .loadWishes(let job, let person)? = stage.takeEffects().last else {
      Issue.record("nothing was asked for")
      return stage
    }
    #expect(person == Person.ID(13))
    stage.send(.wishesLoaded(job, Self.wishes))
    return stage
  }

  /// What is handed in to be kept.
  private func saved(_ stage: inout Stage) throws -> (job: Job, new: Preferences, seen: Preferences)? {
    try stage.press("ctrl-s")
    guard case .saveWishes(let job, _, let new, let seen)? = stage.takeEffects().last else { return nil }
    return (job, new, seen)
  }

  @Test func whatIsNotTouchedStaysToTheLastDigit() throws {
    var stage = try opened()
    let request = try #require(try saved(&stage))
    #expect(request.new == Self.wishes.preferences)
    #expect(request.seen == Self.wishes.preferences)
  }

  @Test func tastesLimitsAndQuietHoursAreChangedByKeys() throws {
    var stage = try opened()
    // Offers off; the second frequency; 300 metres; not dining but spa; quiet at night.
    try stage.press("space", "tab", "right", "tab", "ctrl-u")
    stage.type("300")
    try stage.press("tab", "right", "space", "right", "space", "tab", "tab", "ctrl-u")
    stage.type("22:00-07:00; sat 12:00-14:00")
    let request = try #require(try saved(&stage))
    #expect(!request.new.enabled)
    #expect(request.new.offerFrequency == .occasional)
    #expect(request.new.walkingLimit == Metres(300))
    #expect(request.new.preferredCategories == ["spa"])
    #expect(
      request.new.quietHours == [
        try QuietHours(parsing: "22:00-07:00", field: ""), try QuietHours(parsing: "sat 12:00-14:00", field: ""),
      ])
    #expect(request.new.channels == [.email, .terminal])
    stage.send(.saved(request.job))
    #expect(stage.state.dialogs.isEmpty)
    #expect(stage.picture().contains("Preferences of") && stage.picture().contains("saved"))
  }

  @Test func theValidatorOfTheCommandLineSpeaksUnderTheField() throws {
    var stage = try opened()
    // Dining is liked; now it is never to be shown, too.
    try stage.press("tab", "tab", "tab", "tab", "right", "space")
    #expect(try saved(&stage) == nil)
    #expect(
      stage.state.form?.fields.first { $0.id == "preferred_categories" }?.error
        == "Holds 'dining', which is also blocked; a category is one or the other.")
  }

  @Test func whatSomebodyElseSavedIsDecidedAboutAndThenWhatWasSeen() throws {
    var stage = try opened()
    try stage.press("space")
    let first = try #require(try saved(&stage))
    var theirs = Self.wishes.preferences
    theirs.walkingLimit = Metres(100)
    stage.send(.overtaken(first.job, by: "somebody else", PreferencesForm.values(theirs, Self.wishes)))
    let second = try #require(try saved(&stage))
    #expect(second.seen.asksTheSame(as: theirs))
    #expect(!second.new.enabled)
  }

  @Test func anAnonymousDriverHasNone() throws {
    var stage = Stage()
    while stage.state.discovery.session?.personID != nil { try stage.press("down") }
    try stage.press("e")
    #expect(stage.picture().contains("an anonymous driver has asked for nothing"))
  }
}
