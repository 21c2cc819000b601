/// The panes of the Campaigns screen, in the order of Tab: all campaigns together, the list, and the pages about the
/// selected one.
package enum CampaignsPane: Hashable, Sendable, CaseIterable {
  case portfolio, returns, list
  case metrics, profit, trend, segments, hours, cohorts, compare, budget, forecast, news

  /// The pages about one campaign, in the order of their tabs.
  package static let pages: [Self] = allCases.filter { ![.portfolio, .returns, .list].contains($0) }

  /// The order in which the list comes, in words.
  package static let orderWords = "by the lower bound of the return, so that one lucky sale does not win"

  /// The word on its border or its tab.
  package var title: String {
    switch self {
    case .portfolio: "Portfolio"
    case .returns: "Return on spend"
    case .list: "Campaigns"
    case .metrics: "Metrics"
    case .profit: "Profit"
    case .trend: "Trend"
    case .segments: "Segments"
    case .hours: "Hours"
    case .cohorts: "Cohorts"
    case .compare: "Compare"
    case .budget: "Budget"
    case .forecast: "Forecast"
    case .news: "News"
    }
  }

  /// The word on its tab where all panes share a row.
  package var shortTitle: String { self == .returns ? "Return" : title }

  /// What it shows, for help.
  package var explanation: String {
    switch self {
    case .portfolio:
      "What all campaigns earned and cost together, against the period before, and day by day. Currencies stand apart."
    case .returns:
      "Each campaign by what was spent and what came back for each unit of it, with the interval of that; a larger dot "
        + "earned more. Below the line at 1 money is lost."
    case .list:
      "Every campaign with its numbers and its course, the surest return first: ranked by the lower bound of the interval."
    case .metrics:
      "How many saw, looked, accepted and redeemed, what was lost at each step, and the eleven metrics, each with what it "
        + "is a part of and its interval."
    case .profit:
      "What it cost and brought since its first day, when the one overtook the other, and what it takes to break even."
    case .trend: "One number by hour, day, week or month. Days without anything are zero; what is not known is a gap."
    case .segments: "The same numbers for kinds of people. Each way of dividing them adds up to the whole."
    case .hours: "When it happens: each hour of each weekday, on the campaign's own clock."
    case .cohorts: "People by the week in which they first accepted: how many came back, and what they brought."
    case .compare:
      "Two to four campaigns side by side, with intervals that allow for comparing several. Mark them with v."
    case .budget:
      "How much of the budget is spent, whether it will last, and what moving some of it elsewhere would do."
    case .forecast: "The next 14 days as the past would have them, with how wrong the same method was before."
    case .news:
      "What changed since your last visit, days unlike what their own past predicts, and what you asked to be told."
    }
  }
}
