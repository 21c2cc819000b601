import Canvas
import Core
import Testing

@testable import TUI

@Suite struct KeyBoxTests {
  private static let old = StoredKey(
    id: StoredKey.ID(4), partnerID: Partner.ID(1), createdAt: Timestamp(milliseconds: 1_790_000_000_000),
    createdBy: "operator:ana", lastUsedAt: Timestamp(milliseconds: 1_793_000_000_000))
  private static let revoked = StoredKey(
    id: StoredKey.ID(3), partnerID: Partner.ID(1), createdAt: Timestamp(milliseconds: 1_780_000_000_000),
    createdBy: "operator:ana", revokedAt: Timestamp(milliseconds: 1_790_000_000_000))

  private func opened(width: Int = 80, height: Int = 24) throws -> Stage {
    var stage = try Stage.partners(.partners, width: width, height: height)
    try stage.press("K")
    let (job, order) = try stage.takeOrder()
    #expect(order == .keys(Partner.ID(1)))
    stage.send(.partner(job, .keys([Self.old, Self.revoked])))
    return stage
  }

  private func made(_ stage: inout Stage, by key: String = "n") throws -> NewKey {
    try stage.press(key)
    let (job, order) = try stage.takeOrder()
    #expect(order == .makeKey(Partner.ID(1), replacing: key == "R" ? Self.old.id : nil))
    var generator = SeededGenerator(seed: 5)
    let new = NewKey(
      key: PartnerKey(id: StoredKey.ID(5), using: &generator),
      stored: StoredKey(
        id: StoredKey.ID(5), partnerID: Partner.ID(1), createdAt: FixtureBoard.now, createdBy: "operator:ana"))
    stage.send(.partner(job, .keyMade(new)))
    return new
  }

  @Test(arguments: [Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 140, height: 42)])
  func keysAreListedWithTheirLastUse(size: Size) throws {
    let picture = try opened(width: size.width, height: size.height).picture()
    #expect(picture.contains("opk_4_…   valid"))
    #expect(picture.contains("opk_3_…   revoked"))
    #expect(picture.contains("last used"))
  }

  @Test(arguments: [Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 140, height: 42)])
  func aNewKeyIsShownWholeAndOnce(size: Size) throws {
    var stage = try opened(width: size.width, height: size.height)
    let new = try made(&stage)
    #expect(stage.picture().contains(new.key.text))
    _ = stage.takeEffects()
    try stage.press("y")
    #expect(stage.takeEffects() == [.device(.copy(new.key.text))])
    try stage.press("esc")
    #expect(!stage.picture().contains(new.key.text))
    #expect(!String(describing: stage.state).contains(new.key.text))
    // Below it the keys were asked for anew.
    #expect(stage.state.keySheet != nil)
  }

  @Test func noRecordingHoldsAKeyAndNothingThatIsPrinted() throws {
    var stage = try opened()
    let new = try made(&stage)
    let frame = Recorder.frame(of: stage.state, theme: .mono, glyphs: .unicode)
    #expect(!frame.contains(new.key.text))
    #expect(frame.contains("opk_") == false || frame.contains("###_#"))
    #expect(!String(reflecting: stage.state.dialogs).contains(new.key.text))
    let event = RecordedEvent(.partner(Job(3), .keyMade(new)))
    #expect(event == .answer(Job(3)))
  }

  @Test func aRotatedKeySaysHowLongTheOldOneOpens() throws {
    var stage = try opened()
    _ = try made(&stage, by: "R")
    #expect(stage.picture().contains("Key 4 goes on opening for 24 hours"))
  }

  @Test func revokingAsksAndTheDefaultKeepsTheKey() throws {
    var stage = try opened()
    try stage.press("d", "enter")
    #expect(stage.takeEffects().isEmpty)
    try stage.press("d", "y")
    let (job, order) = try stage.takeOrder()
    #expect(order == .revokeKey(Self.old.id))
    stage.send(.partner(job, .keyRevoked(Self.old)))
    #expect(stage.state.notices.last?.toast.text == "Key 4 is revoked")
    #expect(try stage.takeOrder().order == .keys(Partner.ID(1)))
  }

  @Test func aRevokedKeyIsNeitherRotatedNorRevoked() throws {
    var stage = try opened()
    try stage.press("down", "d")
    #expect(stage.state.notices.last?.toast.text == "Revoke the key: this one is revoked")
    try stage.press("R")
    #expect(stage.state.notices.last?.toast.text == "Rotate the key: this one is revoked")
    #expect(stage.takeEffects().isEmpty)
  }

  @Test func withoutKeysItSaysWhatToDo() throws {
    var stage = try Stage.partners(.partners)
    try stage.press("K")
    let (job, _) = try stage.takeOrder()
    stage.send(.partner(job, .keys([])))
    #expect(stage.picture().contains("n makes one. It is shown once"))
    stage.send(.failed(job, "late"))
    #expect(stage.state.notices.isEmpty)
  }
}
