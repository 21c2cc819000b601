import Core
import Foundation
import Testing

/// A partner and an offer made by form, by keys alone in a real terminal.
@Suite(.serialized, .enabled(if: TmuxScreen.isThere, "tmux is absent")) struct PartnerFormJourneyTests {
  /// An editor that adds a line to what it is given.
  private func editor(_ demo: DemoCopy, _ script: String) throws -> String {
    let path = try demo.program.home.file("editor.sh", "#!/bin/sh\n\(script)\n")
    chmod(path, 0o700)
    return path
  }

  private func partners(_ demo: DemoCopy, editor: String) throws -> TmuxScreen {
    let home = demo.program.home.path
    let screen = try demo.dashboard(environment: ["VISUAL": "", "EDITOR": editor, "TMPDIR": home])
    try screen.wait(for: "parked")
    try screen.press("2")
    try screen.wait("the partners") { $0.contains("Partners") && $0.contains("offers") && $0.contains("n new") }
    return screen
  }

  /// Goes from field to field until the one with a label has the keyboard.
  private func go(_ screen: TmuxScreen, to label: String) throws {
    for _ in 0..<40 {
      if try screen.picture().contains("▸ \(label)") { return }
      let before = try screen.picture()
      try screen.press("Tab")
      try screen.wait("the next field") { $0 != before }
    }
    throw TmuxScreen.Timeout(wanted: "the field \(label)", picture: try screen.picture())
  }

  @Test func aPartnerIsMadeByFormWithItsDescriptionFromAnEditor() throws {
    let demo = try DemoCopy()
    let note = demo.path + ".mode"
    // It notes who may read the file, and that it has the terminal to itself.
    let script = try editor(
      demo, "stat -c '%a' \"$1\" > \(note); test -t 0 && printf 'Fish from the reef.\\n' > \"$1\"")
    let screen = try partners(demo, editor: script)
    try screen.press("n")
    try screen.wait(for: "New partner")
    try screen.type("Reef Bar")
    try screen.press("Tab")
    try screen.type("Dining")
    try screen.press("Tab", "C-e")
    try screen.wait(for: "Fish from the reef.")
    #expect(try String(contentsOfFile: note, encoding: .utf8) == "600\n")
    try screen.press("Tab")
    try screen.type("chef")
    try screen.wait(for: "Must be an address such as")
    try screen.type("@reef.example.com")
    try screen.wait("no error") { !$0.contains("Must be an address such as") }
    try go(screen, to: "Position")
    try screen.press("C-o")
    try screen.wait(for: "Position: on the map")
    try screen.press("Left", "Up", "Enter")
    try screen.wait("the form again") { $0.contains("▸ Position•") && !$0.contains("Position: on the map") }
    try go(screen, to: "Commission")
    try screen.fill("12.5")
    try screen.press("C-s")
    try screen.wait(for: "Reef Bar saved")
    try screen.quit()
    let list = try demo.run("find", "Reef Bar", "--json")
    #expect(list.output.contains("Reef Bar"), "\(list.output)")
  }

  @Test func anOfferIsMadeByFormAndWhatIsWrongIsMended() throws {
    let demo = try DemoCopy()
    let screen = try partners(demo, editor: try editor(demo, "exit 3"))
    // From all partners to one, and to its offers.
    try screen.press("Down", "Enter")
    try screen.wait(for: "Offers of")
    try screen.press("n")
    try screen.wait(for: "New offer of")
    try screen.type("Late lunch")
    try screen.press("Tab", "C-e")
    try screen.wait(for: "The editor ended with status 3")
    try screen.type("Until three.")
    try screen.press("C-s")
    try screen.wait(for: "Is too little")
    try screen.type("20")
    try screen.wait("no error") { !$0.contains("Is too little") }
    // Whom it would reach is told beside it.
    try screen.wait("an estimate") { $0.firstMatch(of: /[0-9,]+ of [0-9,]+, [0-9.]+ %/) != nil }
    try screen.press("C-s")
    try screen.wait(for: "Late lunch saved")
    try screen.quit()
    let found = try demo.run("find", "Late lunch", "--json")
    #expect(found.output.contains("Late lunch"), "\(found.output)")
    // Nothing of the private file is left.
    let left = try FileManager.default.contentsOfDirectory(atPath: demo.program.home.path)
    #expect(!left.contains { $0.hasPrefix("opportune-") })
  }

  @Test func aKeyIsShownOnceAndARecordingDoesNotHoldIt() throws {
    let demo = try DemoCopy()
    let file = demo.path + ".visit"
    let screen = try TmuxScreen(
      demo.program, running: "\"$opportune\" --database \(demo.path) --now \(DemoCopy.now) --record \(file)",
      width: 140, height: 42)
    try screen.wait(for: "parked")
    try screen.press("2")
    try screen.wait(for: "n new")
    try screen.press("Down", "K")
    try screen.wait(for: "Keys of")
    try screen.press("n")
    let picture = try screen.wait(for: "It is shown this one time")
    let key = try #require(picture.firstMatch(of: /opk_[0-9]+_[0-9a-z]{32}_[0-9a-z]{7}/)).output
    // Left with the key still on the screen: the last frame is part of the recording.
    try screen.press("C-c")
    try screen.wait(for: "<2:0>")
    let recording = try String(contentsOfFile: file, encoding: .utf8)
    #expect(!recording.contains(String(key)))
    #expect(recording.contains("###"))
    let replay = try demo.program.run("--replay", file)
    #expect(replay.status == 0, "\(replay.errors)")
  }
}
