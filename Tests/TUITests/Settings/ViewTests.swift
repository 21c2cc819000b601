import Canvas
import Core
import Testing

@testable import TUI

@Suite struct ViewTests {
  @Test func tGoesThroughTheThemesAndIsRemembered() throws {
    var stage = Stage()
    _ = stage.takeEffects()
    for theme in [Theme.light, .mono, .dark] {
      try stage.press("T")
      #expect(stage.state.view.theme == theme)
      let effects = stage.takeEffects()
      #expect(effects.contains(.device(.setTheme(theme))))
      #expect(effects.contains(.remember(stage.state.memory)))
    }
    // Back at what is configured, nothing is chosen any more.
    #expect(stage.state.memory.theme == nil)
  }

  @Test func noColorWinsAndSaysSo() throws {
    var stage = Stage()
    stage.send(.deviceOpened(DeviceFacts(depth: .none, refusesColour: true)))
    _ = stage.takeEffects()
    try stage.press("T")
    #expect(stage.takeEffects().isEmpty)
    #expect(stage.picture().contains("NO_COLOR is set"))
    stage.send(.deviceOpened(DeviceFacts(depth: .none)))
    try stage.press("T")
    #expect(stage.picture().contains("this terminal has none"))
  }

  @Test func whatWasSeenComesBack() throws {
    var stage = Stage(size: Size(width: 140, height: 42))
    try stage.press("T", "L", "s", "down", "enter", "b")
    var again = Stage(size: Size(width: 140, height: 42))
    #expect(again.state.memory != stage.state.memory)
    again.change { $0.recall(stage.state.memory) }
    #expect(again.state.memory == stage.state.memory)
    #expect(again.state.view.theme == .light && again.state.view.discoverPreset == .map)
    #expect(again.state.discovery.sessions.map(\.id) == stage.state.discovery.sessions.map(\.id))
  }

  @Test func whatAFlagAskedForIsNotOverruledByWhatWasChosenLastTime() {
    var memory = ViewMemory()
    memory.theme = .light
    var stage = Stage()
    stage.change { $0.recall(memory, fixesTheme: true) }
    #expect(stage.state.view.theme == .dark)
  }

  @Test func sortsOfColumnsThatAreNoMoreAreLeftOut() {
    var memory = ViewMemory()
    memory.sorts = ["sessions": TableSort("shoe_size"), "no_list": TableSort("person")]
    var stage = Stage()
    stage.change { $0.recall(memory) }
    #expect(stage.state.discovery.sessionTable.sort == nil)
  }

  @Test func readOnlyRefusesWithTheReason() throws {
    var stage = Stage()
    stage.change { $0.isReadOnly = true }
    for key in ["a", "d", "t"] {
      try stage.press("enter", key)
      #expect(stage.state.dialogs.isEmpty || !stage.picture().contains("Accept as"))
      #expect(stage.picture().contains("opened read-only"))
      try stage.press("esc")
    }
  }

  @Test(arguments: DiscoverPreset.allCases)
  func everyPaneIsReachedInEveryLayout(preset: DiscoverPreset) throws {
    for size in [
      Size(width: 60, height: 16), Size(width: 100, height: 24), Size(width: 140, height: 42),
      Size(width: 200, height: 60),
    ] {
      var stage = Stage(size: size)
      stage.change { $0.view.discoverPreset = preset }
      for _ in Pane.allCases {
        let layout = DiscoverLayout(stage.state)
        #expect(layout.panes[stage.state.discovery.focus] != nil, "\(stage.state.discovery.focus) at \(size)")
        let areas = Array(layout.panes.values) + [layout.why, layout.today, layout.tabs].compactMap(\.self)
        for (index, area) in areas.enumerated() {
          #expect(Frame.body(of: size).intersection(area) == area)
          for other in areas.dropFirst(index + 1) { #expect(!area.intersects(other)) }
        }
        let picture = stage.picture()
        let counts = ["╭", "╮", "╰", "╯"].map { corner in picture.filter { String($0) == corner }.count }
        #expect(Set(counts).count == 1, "\(counts) at \(size)")
        try stage.press("tab")
      }
    }
  }
}
