import Canvas
import Core
import Testing

@testable import TUI

/// A position picked on the town's map.
@Suite struct MapPickerTests {
  /// A form with the keyboard on a position.
  private func stage(_ position: Coordinate? = nil, width: Int = 80, height: Int = 24) throws -> Stage {
    var stage = Stage(size: Size(width: width, height: height))
    let form = Form(
      "Edit the partner", purpose: .jump, fields: [.position("position", "Position", position, help: "The door.")])
    stage.change { $0.dialogs.append(.form(form)) }
    return stage
  }

  private func picker(_ stage: Stage) throws -> MapPicker {
    guard case .map(let picker) = stage.state.dialogs.last else {
      Issue.record("no map is open")
      throw InvalidInput(field: "", "no map is open")
    }
    return picker
  }

  @Test(arguments: [Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 140, height: 42)])
  func theCrossAndWhereItIsAreInSight(size: Size) throws {
    var stage = try stage(width: size.width, height: size.height)
    try stage.press("ctrl-o")
    let picture = stage.picture()
    #expect(picture.contains("─┼─"))
    #expect(picture.contains(PositionText.text(try picker(stage).cross)))
  }

  @Test func arrowsMoveByCellsAndEnterTakesThePosition() throws {
    let start = try #require(Coordinate(latitude: 19.295, longitude: -81.382))
    var stage = try stage(start)
    try stage.press("ctrl-o", "right", "right", "l", "up")
    let cross = try picker(stage).cross
    // Three columns of 12 metres east and one row of 24 metres north, on a globe of 6,371,008.8 metres:
    // 24 / 111,195.08 degrees of latitude; 36 / (111,195.08 x cos 19.295) degrees of longitude.
    #expect(abs(cross.latitude - (19.295 + 0.000_215_837)) < 1e-7)
    #expect(abs(cross.longitude - (-81.382 + 0.000_343_0)) < 1e-6)
    try stage.press("enter")
    #expect(stage.form?.text("position") == PositionText.text(cross))
    #expect(stage.form?.fields[0].error == nil)
  }

  @Test func escLeavesThePositionAsItWas() throws {
    let start = try #require(Coordinate(latitude: 19.295, longitude: -81.382))
    var stage = try stage(start)
    try stage.press("ctrl-o", "right", "esc")
    #expect(stage.form?.text("position") == "19.295, -81.382")
    #expect(stage.form?.isDirty == false)
  }

  @Test func plusAndMinusChangeTheScaleAroundTheCross() throws {
    let start = try #require(Coordinate(latitude: 19.295, longitude: -81.382))
    var stage = try stage(start)
    try stage.press("ctrl-o", "+")
    #expect(try picker(stage).metresPerColumn == 6)
    try stage.press("-", "-")
    #expect(try picker(stage).metresPerColumn == 24)
    #expect(try picker(stage).cross == start)
    for _ in 0..<30 { try stage.press("-") }
    #expect(try picker(stage).metresPerColumn == 2000)
    for _ in 0..<250 { try stage.press("page-up") }
    #expect(try picker(stage).cross.latitude == 90)
  }

  @Test func theMapFollowsACrossThatWouldLeaveIt() throws {
    let start = try #require(Coordinate(latitude: 19.295, longitude: -81.382))
    var stage = try stage(start)
    try stage.press("ctrl-o")
    for _ in 0..<60 { try stage.press("left") }
    #expect(stage.picture().contains("─┼─"))
    #expect(try picker(stage).centre != start)
  }

  @Test func aPressPutsTheCrossThereAndASecondTakesIt() throws {
    let start = try #require(Coordinate(latitude: 19.295, longitude: -81.382))
    var stage = try stage(start)
    try stage.press("ctrl-o")
    let press = Action.input(.mouse(MouseEvent(.press, at: Point(x: 30, y: 8))))
    stage.send(press)
    let cross = try picker(stage).cross
    #expect(cross != start)
    stage.send(press)
    #expect(stage.form?.text("position") == PositionText.text(cross))
  }

  @Test func theNearestStreetIsNamedByItsDistanceToTheLine() throws {
    let west = try #require(Coordinate(latitude: 0, longitude: 0))
    let east = try #require(Coordinate(latitude: 0, longitude: 0.01))
    let town = DiscoverBoard.Town(
      name: "Null", kind: .demo, zone: .utc,
      streets: [.init(name: "Equator Road", kind: .main, points: [west, east])], places: [], offers: [])
    // A hundredth of a degree of latitude is 1,111.95 m, a thousandth 111.195 m; half way along the line.
    let here = try #require(Coordinate(latitude: 0.001, longitude: 0.005))
    let near = TownMap(town).nearest(to: here)
    #expect(near.map(\.name) == ["Equator Road"])
    #expect(near.map(\.distance) == [Metres(111)])
    let far = try #require(Coordinate(latitude: 0.01, longitude: 0.005))
    #expect(TownMap(town).nearest(to: far).isEmpty)
  }

  @Test func otherFieldsHaveNoMap() throws {
    var stage = Stage.with(FixtureForm.offer)
    try stage.press("ctrl-o")
    #expect(stage.form != nil)
    #expect(stage.state.notices.last?.toast.text == "Pick on the map: only a position is picked on the map")
  }
}
