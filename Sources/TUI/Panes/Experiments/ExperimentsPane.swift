/// The panes of the Experiments screen, in the order of Tab: the list, and the pages about the selected experiment.
package enum ExperimentsPane: Hashable, Sendable, CaseIterable {
  case list, result, overTime, health, segments, plan, history

  /// The pages about one experiment, in the order of their tabs.
  package static let pages: [Self] = allCases.filter { $0 != .list }

  /// The word on its border or its tab.
  package var title: String {
    switch self {
    case .list: "Experiments"
    case .result: "Result"
    case .overTime: "Over time"
    case .health: "Health"
    case .segments: "Segments"
    case .plan: "Plan"
    case .history: "History"
    }
  }

  /// The word on its tab where all panes share a row.
  package var shortTitle: String { self == .list ? "Tests" : title }

  /// The order in which its list comes, in words.
  package var orderWords: String { "those that need you first, ended ones last" }

  /// What it shows, for help.
  package var explanation: String {
    switch self {
    case .list:
      "Every experiment with how far it is, both rates, the difference with its always-valid interval, and the verdict in "
        + "a few words. The interval may be looked at every day; once it leaves zero the test is decided."
    case .result:
      "What is known of the selected experiment: rates, the difference with its interval, what decided, the chance that "
        + "an arm is the better one and what choosing the wrong one would cost, and one paragraph in plain words."
    case .overTime:
      "The difference day by day with the interval that is valid on every day, and the always-valid p, which never rises."
    case .health:
      "Whether the result can be trusted: people divided as planned, nobody in two arms, enough days and people, and what "
        + "must not get worse."
    case .segments:
      "The difference among some people only. For ideas, not for decisions: of many parts some differ by chance."
    case .plan:
      "How many people the question needs: any one of people, power, effect and days follows from the others."
    case .history: "Who did what with the experiment, and when."
    }
  }
}
