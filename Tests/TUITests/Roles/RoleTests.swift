import Canvas
import Core
import Testing

@testable import TUI

/// What the dashboard is for whom.
@Suite struct RoleTests {
  private func stage(as actor: Actor) -> Stage {
    var stage = Stage(size: Size(width: 120, height: 40))
    stage.change { $0.begin(as: actor) }
    return stage
  }

  @Test func aPartnerBeginsOnItsOwnScreenAndNoTabLeadsElsewhere() throws {
    var stage = stage(as: Actor(Partner.ID(3)))
    #expect(stage.state.screen == .partners)
    let top = stage.picture().split(separator: "\n")[0]
    #expect(top.contains("2 Partners") && !top.contains("Discover") && !top.contains("Overview"))
    #expect(top.contains("PARTNER"))
    for key in ["1", "3", " ", "S", "J", ".", "0"] {
      try stage.press(key == " " ? "space" : key)
      #expect(stage.state.screen == .partners, "after \(key)")
      #expect(stage.state.clock.run == nil)
    }
    #expect(stage.picture().contains("not open to a partner's key"))
  }

  @Test func everyClosedCommandSaysWhy() {
    let state = stage(as: Actor(Partner.ID(3))).state
    let closed = CommandTable.all.filter { $0.refusal(for: .partner) != nil }
    for id in [
      "screen.discover", "clock.toggle", "offer.accept", "offer.dismiss", "session.extend", "session.take-over",
    ] {
      #expect(closed.contains { $0.id == id }, "\(id) is open")
    }
    for command in closed { #expect(command.availability(state).reason?.contains("partner's key") == true) }
    for command in CommandTable.all { #expect(command.refusal(for: .operator) == nil) }
  }

  @Test func aPartnersCounterIsItsOwn() throws {
    var stage = stage(as: Actor(Partner.ID(3)))
    try stage.press("c")
    #expect(stage.state.counter?.partnerID == Partner.ID(3))
    guard case .counter(_, .look(Partner.ID(3)))? = stage.takeEffects().last else {
      Issue.record("its board was not read")
      return
    }
  }

  @Test func aPartnerIsToldWhoAddsPartners() throws {
    var stage = stage(as: Actor(Partner.ID(3)))
    #expect(stage.state.partners.focus == .partners)
    try stage.press("n")
    #expect(stage.picture().contains("only operators add partners"))
    #expect(stage.state.partnerOrders.isEmpty)
  }

  @Test func anAnalystIsToldWhyNothingCanBeChanged() throws {
    var stage = stage(as: Actor(.analyst, "bo"))
    #expect(stage.picture().contains("ANALYST"))
    try stage.press("enter", "a")
    #expect(stage.state.dialogs.isEmpty)
    #expect(stage.picture().contains("an analyst only reads"))
  }
}
