import Canvas
import Testing

@testable import TUI

@Suite struct CommandTableTests {
  @Test(arguments: Scope.together)
  func noKeyMeansTwoThingsAtOnce(scopes: [Scope]) {
    var owners: [Key: String] = [:]
    for command in CommandTable.commands(in: scopes) {
      for key in command.defaultKeys {
        #expect(owners[key] == nil, "\(key) is \(owners[key] ?? "") and \(command.id)")
        owners[key] = command.id
      }
    }
  }

  @Test func everyScopeIsInSomeCombination() {
    #expect(Set(Scope.together.flatMap(\.self)) == Set(Scope.allCases))
  }

  @Test func everyIntentHasACommand() {
    #expect(Set(CommandTable.all.map(\.intent)) == Set(Intent.allCases))
  }

  @Test(arguments: CommandTable.all.map(\.id))
  func everyCommandSaysWhatItDoes(id: String) throws {
    let command = try #require(CommandTable.all.first { $0.id == id })
    #expect(CommandTable.all.filter { $0.id == id }.count == 1)
    #expect(!command.title.isEmpty && command.explanation.hasSuffix("."))
    // Colours and layouts by name are for the palette; the next of each has a key.
    #expect(!command.defaultKeys.isEmpty || command.id.hasPrefix("view.theme.") || command.id.hasPrefix("view.layout."))
    #expect(!command.scopes.isEmpty)
  }

  @Test func everyHintOnTheBottomLineIsACommandThatWorksNow() throws {
    var stage = Stage(size: Size(width: 200, height: 50))
    for keys in [[], ["tab"], ["enter"], ["a"], ["esc", "esc", "/"], ["esc", "1"], ["?"]] {
      for key in keys { try stage.press(key) }
      for hint in stage.state.hints.map(\.hint) {
        let key = try #require(Key(parsing: hint.key))
        let command = try #require(stage.state.keymap.command(for: key, in: stage.state.scopes))
        #expect(command.hint == hint.label)
        #expect(command.availability(stage.state).isAvailable)
        #expect(stage.footer.contains("\(hint.key) \(hint.label)"), "\(hint) is not in: \(stage.footer)")
      }
    }
  }

  @Test func whatWritesAsksFirst() {
    for command in CommandTable.all where [.accept, .dismiss, .extend].contains(command.intent) {
      #expect(command.danger == .asks)
    }
  }

  @Test func helpExplainsEverythingThatWorksWhereItWasAskedFor() throws {
    var stage = Stage(size: Size(width: 100, height: 400))
    try stage.press("?")
    let picture = stage.picture()
    for command in CommandTable.commands(in: [.screen, .discover]) {
      #expect(picture.contains(command.title), "\(command.id) is missing")
    }
    #expect(picture.contains("Help: Sessions"))
    #expect(picture.contains("there is nothing to go back from"))
  }
}
