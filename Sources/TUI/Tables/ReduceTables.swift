extension State {
  /// Does what a command on a list means.
  mutating func perform(_ intent: TableIntent) -> [Effect] {
    switch intent {
    case .filter: startFiltering()
    }
    return []
  }
}
