import Core
import Testing

@testable import TUI

/// At six hundred times as fast, what is read must not be pulled away from under the eye.
@Suite struct CalmTests {
  /// A town that runs at 600 and whose first three cars have just left, while another has come.
  private func hastened() throws -> Stage {
    var stage = Stage()
    try stage.press(">", "space")
    stage.pass(milliseconds: 33)
    stage.world.leave(3)
    stage.world.arrive(ParkingSession.ID(9999), minutes: 1)
    return stage
  }

  private func order(_ stage: Stage) -> [ParkingSession.ID] { stage.state.discovery.sessions.map(\.id) }

  @Test func rowsKeepTheirPlacesForASecondAndThenTakeTheirOwn() throws {
    var stage = try hastened()
    let before = order(stage)
    stage.pass(milliseconds: 330)
    #expect(order(stage) == before)
    stage.pass(milliseconds: 990)
    #expect(order(stage).first == ParkingSession.ID(9999))
    #expect(!order(stage).contains(before[0]))
  }

  @Test func nothingIsMarkedAsChangedWhereEverythingIs() throws {
    var stage = try hastened()
    stage.pass(milliseconds: 1320)
    #expect(!stage.state.discovery.marks.contains(.session(ParkingSession.ID(9999))))
    try stage.press("<")
    stage.world.arrive(ParkingSession.ID(9998), minutes: 1)
    stage.pass(milliseconds: 330)
    #expect(stage.state.discovery.marks.contains(.session(ParkingSession.ID(9998))))
  }

  @Test func theSelectionStaysOnItsSessionWhateverComesAndGoes() throws {
    var stage = try hastened()
    for number in 0..<40 {
      stage.world.arrive(ParkingSession.ID(9000 + Int64(number)), minutes: 1)
      stage.pass(milliseconds: 330)
      #expect(stage.state.discovery.selectedSessionID == Stage.rich)
    }
  }

  @Test func whenTheClockStandsEveryRowIsInItsPlace() throws {
    var stage = try hastened()
    stage.pass(milliseconds: 33)
    try stage.press("space")
    #expect(order(stage).first == ParkingSession.ID(9999))
  }

  @Test func aRunningTownSaysNothingByItself() throws {
    var stage = try hastened()
    stage.pass(milliseconds: 9900)
    #expect(stage.state.notices.isEmpty)
  }
}
