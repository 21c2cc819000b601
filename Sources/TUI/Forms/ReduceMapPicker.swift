import Canvas
import Core

extension State {
  /// Whether the field with the keyboard is a position, and there is a map to pick it on.
  var canPickOnMap: Availability {
    guard let form, form.saving == nil, form.conflict == nil else { return .unavailable("the form is being saved") }
    guard case .position = form.focused?.value else { return .unavailable("only a position is picked on the map") }
    return discovery.board == nil ? .soon("the town is being read") : .available
  }

  /// Opens the map around the position that is typed, else over the whole town.
  mutating func pickOnMap() -> [Effect] {
    guard canPickOnMap.isAvailable, let field = form?.focused, let town = discovery.board?.town else { return [] }
    let map = TownMap(town)
    let middle = map.middle
    let typed = field.value.position
    let cross = typed ?? middle
    dialogs.append(
      .map(MapPicker(label: field.label, cross: cross, centre: cross, metresPerColumn: typed == nil ? nil : 12)))
    return []
  }

  /// Does what a key on the map means.
  mutating func perform(_ intent: MapIntent) -> [Effect] {
    guard case .map(let picker) = dialogs.last else { return [] }
    switch intent {
    case .left: moveCross(columns: -1, rows: 0)
    case .right: moveCross(columns: 1, rows: 0)
    case .near: zoom(picker, by: 1 / MapPicker.step)
    case .far: zoom(picker, by: MapPicker.step)
    case .take: return takeCross()
    }
    return []
  }

  /// Moves the cross by cells of the map; the map follows where it would leave.
  mutating func moveCross(columns: Int, rows: Int) {
    guard case .map(let picker) = dialogs.last, let sheet = MapSheet(self, picker) else { return }
    let projection = sheet.projection
    guard let cell = projection.cell(sheet.map.position(picker.cross)) else { return }
    let here = sheet.map.position(picker.cross)
    let there = LocalPosition(
      east: here.east + Double(columns) * projection.metresPerColumn,
      north: here.north - Double(rows) * projection.metresPerRow)
    var moved = picker
    moved.cross = sheet.map.coordinate(there)
    let target = Point(x: cell.x + columns, y: cell.y + rows)
    if !projection.area.inset(horizontal: 2, vertical: 1).contains(target) { moved.centre = moved.cross }
    // A whole town that is left is a map of its own scale.
    moved.metresPerColumn = moved.centre == picker.centre ? picker.metresPerColumn : projection.metresPerColumn
    dialogs[dialogs.count - 1] = .map(moved)
  }

  /// Shows more or less of the town, around the cross.
  private mutating func zoom(_ picker: MapPicker, by factor: Double) {
    guard let sheet = MapSheet(self, picker) else { return }
    var zoomed = picker
    let wanted = sheet.projection.metresPerColumn * factor
    zoomed.metresPerColumn = min(max(wanted, MapPicker.scales.lowerBound), MapPicker.scales.upperBound)
    zoomed.centre = picker.cross
    dialogs[dialogs.count - 1] = .map(zoomed)
  }

  /// Puts the cross's position into the field the map was opened from.
  private mutating func takeCross() -> [Effect] {
    guard case .map(let picker) = dialogs.last else { return [] }
    dialogs.removeLast()
    return edit { $0.replace(with: PositionText.text(picker.cross)) }
  }

  /// The mouse on the map: a press puts the cross there, a second one on it takes it, and the wheel goes nearer and
  /// farther.
  mutating func point(_ mouse: MouseEvent, on picker: MapPicker) -> [Effect] {
    switch mouse.kind {
    case .wheelUp: return perform(MapIntent.near)
    case .wheelDown: return perform(MapIntent.far)
    case .press: break
    }
    guard let sheet = MapSheet(self, picker), sheet.projection.area.contains(mouse.point) else { return [] }
    if sheet.projection.cell(sheet.map.position(picker.cross)) == mouse.point { return takeCross() }
    var moved = picker
    moved.cross = sheet.map.coordinate(sheet.projection.position(mouse.point))
    dialogs[dialogs.count - 1] = .map(moved)
    return []
  }
}
