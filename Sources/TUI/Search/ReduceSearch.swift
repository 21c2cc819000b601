import Core

extension State {
  /// Does what a command of the search means.
  mutating func perform(_ intent: SearchIntent) -> [Effect] {
    switch intent {
    case .show: dialogs.append(.search(Search()))
    case .follow: break
    }
    return []
  }

  /// Looks for what is typed.
  mutating func edit(_ search: Search, _ change: (inout TextEntry) -> Void) -> [Effect] {
    var search = search
    change(&search.entry)
    let job = nextJob()
    search.job = job
    dialogs[dialogs.count - 1] = .search(search)
    return [.search(job, search.entry.text)]
  }

  /// Moves within what was found.
  mutating func move(_ search: Search, by rows: Int) {
    dialogs[dialogs.count - 1] = .search(search)
  }

  /// Shows what was found, if it still is what is looked for.
  mutating func show(_ answer: SearchAnswer, from job: Job) -> [Effect] {
    guard case .search(var search) = dialogs.last, search.job == job else { return [] }
    search.answer = answer
    search.job = nil
    dialogs[dialogs.count - 1] = .search(search)
    return []
  }
}
