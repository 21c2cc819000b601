import Canvas
import Core
import Testing

@testable import TUI

/// Miles, half days and currency codes on every pane. Expected numbers are worked out by hand.
@Suite struct UnitTests {
  private static let formats = Formats(distance: .miles, clock: .twelve, money: .code)

  private func stage(_ size: Size, _ keys: [String] = []) throws -> Stage {
    var stage = Stage(size: size)
    stage.change { $0.view.formats = Self.formats }
    for key in keys { try stage.press(key) }
    return stage
  }

  @Test func noPaneHasAnyOfTheUsualForms() throws {
    let scenes: [[String]] = [
      [], ["enter"], ["enter", "tab"], ["enter", "enter"], ["enter", "tab", "enter"], ["enter", "a"], ["t"],
      ["shift-tab"], ["1"], ["enter", "tab", "down", "down", "down"],
    ]
    for size in [Size(width: 60, height: 16), Size(width: 100, height: 30), Size(width: 200, height: 60)] {
      for keys in scenes {
        let picture = try stage(size, keys).picture()
        #expect(!picture.contains("$"), "a sign at \(size) after \(keys)")
        #expect(picture.firstMatch(of: /\d m\b/) == nil, "metres at \(size) after \(keys)")
        for match in picture.matches(of: /\b\d\d?:\d\d(?::\d\d)?(?: am| pm|…)?/) {
          #expect(
            match.output.hasSuffix("m") || match.output.hasSuffix("…"), "\(match.output) at \(size) after \(keys)")
        }
      }
    }
  }

  @Test func theTownsClockIsTold() throws {
    #expect(try stage(Size(width: 140, height: 42)).picture().contains("Fri 5:42 pm"))
  }

  @Test func aRulesHoursAndWalksAreTold() throws {
    let picture = try stage(Size(width: 200, height: 60), ["enter"]).picture()
    // 11:00 to 14:30, at 17:42. From Cardinall Ave to Thatch Palm Goods are 62.66 m in a straight line, 81.46 m on foot,
    // so 267.3 ft; 800 m are 0.497 mi.
    #expect(picture.contains("only 11:00 am to 2:30 pm, now 5:42 pm"))
    #expect(picture.contains("267 ft walk of at most 0.5 mi"))
  }

  @Test func theOverviewAsTextFollows() {
    let lines = OverviewText.lines(FixtureBoard().board(), formats: Self.formats).joined(separator: "\n")
    #expect(lines.contains("5:42 pm") && lines.contains("USD 5,123.40") && !lines.contains("$"))
  }
}
