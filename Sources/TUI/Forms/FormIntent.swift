/// What a person can do in a form, beside typing.
package enum FormIntent: Hashable, Sendable, CaseIterable {
  case next, previous
  /// One field up or down; within long text one line.
  case up, down
  /// On to the next field, from the last one to saving; within long text a new line.
  case enter
  /// Turns a toggle, or takes an option in or out.
  case toggle
  case optionLeft, optionRight
  case save
  /// Opens long text in the person's own editor.
  case editOutside
  /// Opens the town's map for a position.
  case pickOnMap
}
