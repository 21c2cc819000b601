import Canvas
import Testing

@testable import TUI

@Suite struct KeymapTests {
  private func faults(_ overrides: [String: [String]]) -> [KeymapFault] {
    do {
      _ = try Keymap(overrides: overrides)
      return []
    } catch {
      return error.faults
    }
  }

  @Test func aCommandGetsTheKeysOfTheConfigurationAndLosesItsOwn() throws {
    let keymap = try Keymap(overrides: ["offer.accept": ["A", "F5"]])
    let scopes: [Scope] = [.screen, .discover]
    #expect(keymap.command(for: .character("A"), in: scopes)?.id == "offer.accept")
    #expect(keymap.command(for: .function(5), in: scopes)?.id == "offer.accept")
    #expect(keymap.command(for: .character("a"), in: scopes) == nil)
  }

  @Test func theNewKeyActsAndIsShownInHintsAndHelp() throws {
    var stage = Stage(size: Size(width: 140, height: 42), keymap: try Keymap(overrides: ["offer.accept": ["A"]]))
    #expect(stage.footer.contains("A accept"))
    try stage.press("a")
    #expect(stage.state.dialogs.isEmpty)
    try stage.press("A")
    #expect(stage.picture().contains("Accept as Ana R.?"))
  }

  @Test func anEmptyListUnbinds() throws {
    let keymap = try Keymap(overrides: ["offer.accept": []])
    #expect(keymap.command(for: .character("a"), in: [.screen, .discover]) == nil)
    var stage = Stage(keymap: keymap)
    try stage.press("a")
    #expect(stage.state.dialogs.isEmpty)
    #expect(!stage.footer.contains("accept"))
  }

  @Test func twoCommandsMaySwapTheirKeys() throws {
    let keymap = try Keymap(overrides: ["offer.accept": ["d"], "offer.dismiss": ["a"]])
    #expect(keymap.command(for: .character("a"), in: [.screen, .discover])?.id == "offer.dismiss")
  }

  @Test func aKeyMayMeanTwoThingsInTwoPlaces() {
    // n refuses a question, where nothing can be zoomed.
    #expect(faults(["pane.zoom": ["+"]]).isEmpty)
  }

  @Test func everyFaultIsNamed() {
    #expect(faults(["offer.acept": ["A"]]) == [.unknownCommand("offer.acept", nearest: "offer.accept")])
    #expect(faults(["offer.accept": ["hyper-a"]]) == [.unreadableKey("hyper-a", command: "offer.accept")])
    #expect(faults(["offer.accept": ["d"]]) == [.conflict(.character("d"), "offer.accept", "offer.dismiss")])
    #expect(faults(["app.quit": []]) == [.unbound(command: "app.quit")])
    #expect(faults(["app.back": []]) == [.unbound(command: "app.back")])
    #expect(faults(["app.back": ["Ü"]]) == [.typedSign(.character("Ü"), command: "app.back")])
  }

  @Test func allFaultsAreToldAtOnce() {
    let all = faults(["nothing": [], "offer.accept": ["d"], "offer.dismiss": ["bad key"]])
    #expect(all.count == 2, "\(all)")
    let three = faults(["app.quit": [], "nothing": [], "offer.accept": ["d"]])
    #expect(three.map(\.command) == ["app.quit", "nothing", "offer.accept"])
  }

  @Test func sentencesSayWhatToDo() {
    #expect(
      "\(KeymapFault.unknownCommand("offer.acept", nearest: "offer.accept"))"
        == "there is no command 'offer.acept'; did you mean 'offer.accept'?")
    #expect(
      "\(KeymapFault.conflict(.character("d"), "offer.accept", "offer.dismiss"))"
        == "d would mean both offer.accept and offer.dismiss, which can be in force together; "
        + "give one of them another key")
  }
}
