/// The panes of the Discover screen that the keyboard can be in, in the order of Tab.
package enum Pane: Hashable, Sendable, CaseIterable {
  case sessions, ranked, heldBack, map, stream

  /// The word on its border and its tab.
  package var title: String {
    switch self {
    case .sessions: "Sessions"
    case .map: "Map"
    case .stream: "Stream"
    case .ranked: "Ranked"
    case .heldBack: "Held back"
    }
  }

  /// The order in which its list comes, in words.
  package var orderWords: String {
    switch self {
    case .sessions: "soonest to expire first"
    case .stream: "newest first"
    case .ranked, .map: "best first"
    case .heldBack: "nearest first"
    }
  }

  /// What it shows, for help.
  package var explanation: String {
    switch self {
    case .sessions:
      "Every car that is parked now, the soonest to expire first. The one that is selected decides what the other "
        + "panes show."
    case .map:
      "The town around the car: P car parks, diamonds partners' doors, the ring is how far this person walks."
    case .stream:
      "What happened last, newest first. Enter goes to the session an event belongs to."
    case .ranked:
      "The offers this person is shown, best first. The score is the sum of five parts: time left, nearness, value, "
        + "scarcity and what this person likes."
    case .heldBack:
      "Offers nearby that are not shown, nearest first, each with the first rule that keeps it back. Rules are never "
        + "traded against score."
    }
  }
}
