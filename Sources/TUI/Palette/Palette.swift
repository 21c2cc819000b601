import Core

/// The list of every command, narrowed by what is typed.
package struct Palette: Equatable, Sendable {
  package var entry = TextEntry(limit: 60)
  /// The row the keyboard is on.
  package var selection = 0
  /// What fits the typed text, best first; by the place in the command table.
  private(set) var found: [FuzzyList.Found]
  /// Every command while nothing is typed: the ones used last, then those that work here, then the others.
  private let untyped: [FuzzyList.Found]

  /// Every command by its title, then by its explanation and its id.
  private static let list = FuzzyList(CommandTable.all.map { ($0.title, "\($0.explanation) \($0.id)") })

  /// - Parameters:
  ///   - recent: ids of the commands that were run from the palette, the latest first.
  ///   - scopes: those in force where it is opened.
  init(recent: [String], scopes: [Scope]) {
    let used = recent.compactMap { id in CommandTable.all.firstIndex { $0.id == id } }
    let here = CommandTable.all.indices.filter { !Set(CommandTable.all[$0].scopes).isDisjoint(with: scopes) }
    var seen: Set<Int> = []
    untyped = (used + here + CommandTable.all.indices).filter { seen.insert($0).inserted }
      .map { FuzzyList.Found(index: $0, positions: []) }
    found = untyped
  }

  /// The commands in sight, in order.
  var commands: [Command] { found.map { CommandTable.all[$0.index] } }

  /// The command the keyboard is on; nil where nothing fits.
  var selected: Command? { found.indices.contains(selection) ? CommandTable.all[found[selection].index] : nil }

  /// Changes what is typed, and starts again at the best fit.
  mutating func edit(_ change: (inout TextEntry) -> Void) {
    let before = entry.text
    change(&entry)
    guard entry.text != before else { return }
    found = entry.text.allSatisfy(\.isWhitespace) ? untyped : Self.list.found(entry.text)
    selection = 0
  }

  /// Moves by rows, as far as there are any.
  mutating func move(by rows: Int) {
    selection = min(max(0, selection + rows), max(0, found.count - 1))
  }
}
