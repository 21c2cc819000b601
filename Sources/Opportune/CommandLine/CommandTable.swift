/// Every command of the program, in the order help shows them.
enum CommandTable {
  /// The one table that parsing, help, completions, the manual and the tests share.
  static let all: [Command] = [
    [DiscoverCommand.command, ScoreCommand.command], OfferCommands.all, SessionCommands.all, PersonCommands.all,
    PreferencesCommands.all, [DecisionCommand.show], ImportCommands.all, [DatabaseCreate.command], HelpCommands.all,
  ].flatMap(\.self)
}
