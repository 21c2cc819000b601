/// The screens or the pages of a pane, each behind its key: `1 Overview 2 Partners 3 Discover`.
package struct Tabs: Sendable {
  /// One tab.
  package struct Tab: Equatable, Sendable {
    /// The key that leads there; may be empty.
    package let key: String

    /// What is there.
    package let title: String

    /// A tab with its key.
    package init(key: String, title: String) {
      self.key = key
      self.title = title
    }
  }

  /// From left to right.
  package let tabs: [Tab]

  /// Which one is open.
  package let selection: Int

  /// Tabs, one of them open.
  package init(_ tabs: [Tab], selection: Int) {
    self.tabs = tabs
    self.selection = selection
  }

  /// Columns that all titles take.
  package func columns(glyphs: Glyphs = .unicode) -> Int {
    tabs.indices.reduce(0) { $0 + columns($1, isFull: true, glyphs) } + max(0, tabs.count - 1) * 2
  }

  /// Draws the tabs and returns the screen columns of each. Where not all titles fit, only the open tab keeps its own
  /// and the others show their key.
  @discardableResult
  package func draw(on canvas: inout Canvas, in area: Rect) -> [Range<Int>] {
    let glyphs = canvas.glyphs
    let isFull = columns(glyphs: glyphs) <= area.width
    var x = area.x
    return canvas.clipped(to: area) { canvas in
      tabs.indices.map { index in
        let start = x
        let tab = tabs[index]
        let isOpen = index == selection
        let shown = isFull || isOpen || tab.key.isEmpty
        x += canvas.put(tab.key, at: Point(x: x, y: area.y), style: isOpen ? Style.accent.bold : .key)
        if shown {
          if !tab.key.isEmpty, !tab.title.isEmpty { x += 1 }
          let style = isOpen ? Style.accent.bold.underline : .muted
          let room = max(0, min(area.right - x, TextWidth.columns(tab.title, glyphs: glyphs)))
          x += canvas.put(tab.title, at: Point(x: x, y: area.y), style: style, width: room)
        }
        defer { x += isFull ? 2 : 1 }
        return start..<max(start, min(x, area.right))
      }
    }
  }

  private func columns(_ index: Int, isFull: Bool, _ glyphs: Glyphs) -> Int {
    let key = TextWidth.columns(tabs[index].key, glyphs: glyphs)
    guard isFull else { return key }
    let title = TextWidth.columns(tabs[index].title, glyphs: glyphs)
    return key + (key > 0 && title > 0 ? 1 : 0) + title
  }
}
