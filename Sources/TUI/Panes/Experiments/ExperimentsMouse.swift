import Canvas

extension State {
  /// A click on the Experiments screen gives the keyboard to what is under it; the wheel moves what has it.
  mutating func pointAtExperiments(_ mouse: MouseEvent) -> [Effect] {
    let isPress = mouse.kind == .press
    if isPress, let pane = ExperimentsScreen(self).pane(at: mouse.point, glyphs: .unicode) {
      return give(keyboardTo: pane)
    }
    guard let pane = ExperimentsLayout(self).pane(at: mouse.point) else { return [] }
    let effects = give(keyboardTo: pane)
    switch mouse.kind {
    case .press: return effects + press(at: mouse.point, in: pane)
    case .wheelUp: return effects + moveExperiments(by: -1)
    case .wheelDown: return effects + moveExperiments(by: 1)
    }
  }

  /// What was typed into a filter stays when one goes on with the mouse.
  private mutating func give(keyboardTo pane: ExperimentsPane) -> [Effect] {
    guard pane != experiments.focus else { return [] }
    let effects = finishFiltering()
    experiments.wayBack = []
    experiments.focus(on: pane)
    return effects
  }

  private mutating func press(at point: Point, in pane: ExperimentsPane) -> [Effect] {
    guard pane == .list, let area = ExperimentsLayout(self).panes[pane] else { return [] }
    if let column = experimentsList.column(at: point, in: area) {
      sort(.experiments, byClickOn: column)
      return []
    }
    return experimentsList.clickable(in: area).row(at: point).map { selectExperimentsRow($0) } ?? []
  }
}
