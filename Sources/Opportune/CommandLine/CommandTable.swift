/// Every command of the program, in the order help shows them.
enum CommandTable {
  /// The one table that parsing, help, completions, the manual and the tests share.
  static let all: [Command] = [ScoreCommand.command] + HelpCommands.all
}
