import Canvas
import Core

extension State {
  /// Shows the marked moments: to mark this one, to go to one or to forget it.
  mutating func askForBookmark() {
    let marked = (clock.run?.bookmarks ?? []).map { bookmark in
      Choice.Option(
        title: bookmark.title, detail: timeText(of: bookmark.at), outcome: .bookmark(bookmark))
    }
    let new = Choice.Option(
      title: "Mark this moment", detail: timeText(of: clock.run?.now ?? now), outcome: .newBookmark)
    dialogs.append(
      .choice(
        Choice(
          "Bookmarks", lines: ["Moments of the town to go back to, as long as Opportune is open."],
          cancel: "Close", options: [new] + marked, isQuestion: false)))
  }

  /// Asks what is to be done with a marked moment.
  mutating func askAbout(_ bookmark: TownBookmark) {
    dialogs.append(
      .choice(
        Choice(
          bookmark.title, lines: ["The town at \(timeText(of: bookmark.at))"] + undoneDeeds, cancel: "Close",
          options: [
            Choice.Option(
              title: "Go there", detail: "what happened since is undone", outcome: .clock(.go(to: bookmark))),
            Choice.Option(title: "Forget it", detail: "", outcome: .clock(.remove(bookmark))),
          ], isQuestion: false)))
  }

  /// What going back costs the person; empty where they did nothing in the run.
  var undoneDeeds: [String] {
    clock.deeds > 0 ? ["What you did yourself since then is undone: \(Quantity.count(clock.deeds, "deed"))."] : []
  }

  /// Asks before what the person did in the run is undone.
  mutating func askToGoBack() {
    let start = clock.run.map { timeText(of: $0.start) } ?? "the start"
    let back = Choice.Option(title: "Go back", detail: "y", outcome: .clock(.backToStart))
    dialogs.append(
      .choice(
        Choice(
          "Back to the start?",
          lines: ["The town goes back to \(start)."] + undoneDeeds, cancel: "Stay here", options: [back],
          isQuestion: true)))
  }

  /// Shows the stories a run can tell.
  mutating func askForStory() {
    var stories: [(TownStory, String)] = [
      (.ordinaryDays, "Cars come as they come, from now on.")
    ]
    stories += Scenario.allCases.map { (.scenario($0), $0.explanation) }
    if discovery.board?.town.hasRecordedStays == true {
      stories.append((.recorded, "The imported stays at their own times, on a copy in memory."))
    }
    dialogs.append(
      .choice(
        Choice(
          "Begin a story", lines: ["The town goes back to the start of its run first."] + undoneDeeds,
          cancel: "Leave it as it is",
          options: stories.map {
            Choice.Option(title: $0.0.title, detail: $0.1, outcome: .clock(.begin($0.0)))
          }, isQuestion: false)))
  }
}
