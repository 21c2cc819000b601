import Core

/// The form that asks for the name of a bookmark.
enum BookmarkForm {
  /// What a list has room for.
  private static let longestName = 40

  /// The form, with the moment's time as a name that is good enough.
  static func form(_ state: State) -> Form {
    let moment = state.timeText(of: state.clock.run?.now ?? state.now)
    return Form(
      "Mark this moment", purpose: .bookmark, lines: ["The whole town as it is at \(moment), to come back to."],
      saveTitle: "Mark",
      fields: [.text("name", "Name", moment, limit: longestName, help: "What it is found again by.")])
  }

  /// Says what is wrong with a name.
  static func objections(to form: Form, in state: State) -> [InvalidInput] {
    do {
      let name = try PlainText.checked(form.text("name"), field: "name", limit: longestName)
      let isTaken = (state.clock.run?.bookmarks ?? []).contains { $0.title == name }
      return isTaken ? [InvalidInput(field: "name", "is another bookmark's; choose another")] : []
    } catch {
      return [error]
    }
  }
}

extension State {
  /// Stops the clock, so that the moment stays, and asks for its name.
  mutating func askForBookmarkName() -> [Effect] {
    let effects = pauseClock()
    dialogs.append(.form(BookmarkForm.form(self)))
    return effects
  }

  /// Marks the moment under the name of a form.
  mutating func bookmark(by form: Form) -> [Effect] {
    stand(then: .bookmark(form.text("name").trimmingBlanks))
  }
}
