import Canvas
import Core
import Testing

@testable import TUI

/// What holds at every size, with every set of signs.
@Suite struct SizeTests {
  static let sizes: [Size] = [
    (1, 1), (2, 1), (1, 2), (10, 3), (59, 16), (60, 15), (60, 16), (61, 17), (79, 24), (80, 24), (99, 30), (100, 24),
    (100, 30), (119, 40), (120, 40), (131, 28), (132, 27), (132, 28), (140, 42), (160, 50), (200, 60), (220, 70),
  ].map { Size(width: $0.0, height: $0.1) }

  /// States that look different: each list focused, zoomed, dialogs, both screens.
  static let scenes: [[String]] = [
    [], ["tab"], ["tab", "tab"], ["tab", "tab", "tab"], ["shift-tab"], ["z"], ["enter", "z"], ["b"], ["1"], ["?"],
    ["enter", "enter"], ["enter", "a"], ["enter", "d", "down"], ["t"], ["/"], ["f"], ["enter", "d", "end", "enter"],
    ["2"], ["2", "tab"], ["2", "tab", "tab"], ["2", "tab", "z"], ["2", "enter", "/"], ["2", "enter", "d"],
    ["2", "enter", "H"], ["2", "enter", "v", "down", "down", "down", "v", "p"],
    ["4"], ["4", "tab"], ["4", "tab", "tab", "z"], ["4", "enter", "right", "right", "right"], ["4", "down", "d"],
    ["5"], ["5", "enter"], ["5", "enter", "enter"], ["5", "tab", "tab", "tab", "z"],
    ["5", "tab", "tab", "tab", "tab", "tab", "tab"], ["5", "shift-tab"], ["5", "shift-tab", "shift-tab", "z"],
    ["5", "C"],
    ["6"], ["6", "tab"], ["6", "tab", "tab"], ["6", "tab", "tab", "tab", "enter"], ["6", "enter"], ["6", "enter", "z"],
    ["6", "n"], ["6", "d"], ["6", "tab", "enter", "Z"], ["6", "tab", "/"],
  ]

  private func stage(_ size: Size, _ keys: [String]) throws -> Stage {
    var stage = Stage(size: size)
    for key in keys { try stage.press(key) }
    return stage
  }

  @Test(arguments: sizes)
  func drawsEveryScene(size: Size) throws {
    for keys in Self.scenes {
      for glyphs in Glyphs.allCases {
        let stage = try stage(size, keys)
        let frame = Frame(of: stage.state, size: size, glyphs: glyphs)
        #expect(frame.canvas.size == size)
        if let cursor = frame.cursor { #expect(frame.canvas.bounds.contains(cursor)) }
        if glyphs == .ascii { #expect(frame.canvas.plainText.utf8.allSatisfy { $0 < 0x80 }) }
      }
    }
  }

  @Test(arguments: sizes)
  func aWindowTooSmallIsToldTheSizeNeeded(size: Size) throws {
    let words = try stage(size, []).picture().split { $0.isWhitespace }.joined(separator: " ")
    let isTooSmall = size.width < 60 || size.height < 16
    if size.width >= 30, size.height >= 3 { #expect(words.contains("Opportune needs 60 x 16") == isTooSmall) }
  }

  @Test(arguments: sizes.filter { $0.width >= 60 && $0.height >= 16 })
  func bordersAreClosed(size: Size) throws {
    for keys in Self.scenes {
      let stage = try stage(size, keys)
      guard stage.state.dialogs.isEmpty, stage.state.notices.isEmpty else { continue }
      let picture = stage.picture()
      let counts = ["╭", "╮", "╯", "╰"].map { corner in picture.filter { String($0) == corner }.count }
      // The axes of a chart meet in a corner too.
      #expect(Set(counts.dropLast()).count == 1 && counts[3] >= counts[0], "\(counts) at \(size) after \(keys)")
    }
  }

  @Test(arguments: sizes.filter { $0.width >= 60 && $0.height >= 16 })
  func panesNeverOverlapAndStayInside(size: Size) throws {
    for keys in Self.scenes {
      let state = try stage(size, keys).state
      let (layout, other, tests) = (DiscoverLayout(state), PartnersLayout(state), ExperimentsLayout(state))
      let areas =
        switch state.screen {
        case .partners: Array(other.panes.values) + [other.tabs].compactMap(\.self)
        case .experiments: Array(tests.panes.values) + [tests.tabs].compactMap(\.self)
        case .campaigns:
          Array(CampaignsLayout(state).panes.values) + [CampaignsLayout(state).tabs].compactMap(\.self)
        case .deals: Array(DealsLayout(state).panes.values) + [DealsLayout(state).tabs].compactMap(\.self)
        case .overview, .discover, .gallery:
          Array(layout.panes.values) + [layout.why, layout.today, layout.tabs].compactMap(\.self)
        }
      let body = Frame.body(of: size)
      for (index, area) in areas.enumerated() {
        #expect(body.intersection(area) == area)
        for other in areas.dropFirst(index + 1) { #expect(!area.intersects(other)) }
      }
    }
  }

  @Test(arguments: sizes.filter { $0.width >= 60 && $0.height >= 16 })
  func whatMattersIsInSight(size: Size) throws {
    let ranked = try stage(size, ["enter"])
    let picture = ranked.picture()
    for words in [
      "47 of 120 min left", "23 eligible", "75", "30/30", "22/25", "9/20", "9/15", "5/10", "? help", "q quit",
    ] {
      #expect(picture.contains(words), "\(words) is cut at \(size)")
    }
    #expect(picture.contains("live") && picture.contains("DEMO") && picture.contains("17:42"))
    let held = try stage(size, ["enter", "tab"]).picture()
    #expect(held.contains("only in clear or hot, it is"), "the reason is cut at \(size)")
  }

  @Test(arguments: sizes.filter { $0.width >= 60 && $0.height >= 16 })
  func whatMattersOfPartnersIsInSight(size: Size) throws {
    let partners = try stage(size, ["2"]).picture()
    for words in ["All 20 partners", "? 1 pending", "Blue Culantro", "revenue"] {
      #expect(partners.contains(words), "\(words) is cut at \(size)")
    }
    let offers = try stage(size, ["2", "enter"]).picture()
    for words in ["Sunset dinner", "▶ active", "? pending", "‖ paused", "full", "$1,305.72"] {
      #expect(offers.contains(words), "\(words) is cut at \(size)")
    }
    // The sentence goes on below where the line ends.
    let offer = try stage(size, ["2", "enter", "enter", "z"]).picture()
    for words in ["Fri and Sat, 17:00 to 21:00,", "in rain", "▶ active"] {
      #expect(offer.contains(words), "\(words) is cut at \(size)")
    }
  }

  @Test(arguments: sizes.filter { $0.width >= 60 && $0.height >= 16 })
  func whatMattersOfExperimentsIsInSight(size: Size) throws {
    let list = try stage(size, ["4"]).picture()
    for words in ["UNHEALTHY", "SHIP B", "TOO EARLY", "DRAFT", "B WON", "spring-offer", "+24 % [+9, +42]"] {
      if words.hasPrefix("+"), size.width < 80 { continue }
      #expect(list.contains(words), "\(words) is cut at \(size)")
    }
    let result = try stage(size, ["4", "down", "enter", "z"]).picture()
    for words in ["SHIP B", "3,841", "12.4 %"] { #expect(result.contains(words), "\(words) is cut at \(size)") }
    let overTime = try stage(size, ["4", "down", "enter", "right", "z"]).picture()
    #expect(overTime.contains("Difference to A"))
  }

  @Test(arguments: sizes.filter { $0.width >= 60 && $0.height >= 16 })
  func whatMattersOfCampaignsIsInSight(size: Size) throws {
    let list = try stage(size, ["5"]).picture()
    for words in ["Sunset dinners", "Harbour tours", "ROAS", "losing", "revenue"] {
      if words == "revenue", size.width < 79 { continue }
      #expect(list.contains(words), "\(words) is cut at \(size)")
    }
    let metrics = try stage(size, ["5", "enter", "z"]).picture()
    for words in ["shown", "redeemed", "How many got how far"] {
      #expect(metrics.contains(words), "\(words) is cut at \(size)")
    }
  }

  @Test(arguments: [Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 140, height: 42)])
  func claimCodesInTheStreamAreWhole(size: Size) throws {
    #expect(try stage(size, ["shift-tab"]).picture().contains("Y9EQ-5TAD-JPU"))
  }

  @Test(arguments: sizes.filter { $0.width >= 60 && $0.height >= 16 })
  func everyPaneIsReachedByTab(size: Size) throws {
    var stage = Stage(size: size)
    var seen: Set<Pane> = []
    for _ in Pane.allCases {
      #expect(DiscoverLayout(stage.state).panes[stage.state.discovery.focus] != nil)
      seen.insert(stage.state.discovery.focus)
      try stage.press("tab")
    }
    #expect(seen == Set(Pane.allCases))
  }
}
