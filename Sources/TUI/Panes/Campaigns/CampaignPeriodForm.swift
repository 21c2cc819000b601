import Canvas
import Core

/// The form that asks for the first and the last day to look at.
enum CampaignPeriodForm {
  /// The form, with the days looked at now in it.
  static func form(_ state: State) -> Form {
    let span = state.campaigns.board?.span
    return Form(
      "Days", purpose: .campaignPeriod, lines: ["Both days are part of it, each campaign's on its own clock."],
      saveTitle: "Show",
      fields: [
        .text(
          "from", "From", span?.first.description ?? "", limit: 10, help: "A day such as 2026-10-01.",
          placeholder: "2026-10-01"),
        .text("to", "To", span?.last.description ?? "", limit: 10, help: "The last day.", placeholder: "2026-10-31"),
      ])
  }

  /// The days that stand in the form.
  static func span(_ form: Form) throws(InvalidInput) -> DateSpan {
    func day(_ id: String) throws(InvalidInput) -> CivilDate {
      guard let day = CivilDate(parsing: form.text(id).trimmingBlanks) else {
        throw InvalidInput(field: id, "must be a day such as 2026-10-01")
      }
      return day
    }
    let (first, last) = (try day("from"), try day("to"))
    guard let span = DateSpan(first, last) else {
      throw InvalidInput(
        field: "to", last < first ? "is before the first day" : "is too far away: ten years at most")
    }
    return span
  }

  /// Says what is wrong with it.
  static func objections(to form: Form) -> [InvalidInput] {
    do {
      _ = try span(form)
      return []
    } catch {
      return [error]
    }
  }
}

extension State {
  /// Looks at the days that stand in a form.
  mutating func showPeriod(of form: Form) -> [Effect] {
    guard let span = try? CampaignPeriodForm.span(form) else { return [] }
    campaigns.period = .span(span)
    return continueCampaigns()
  }
}
