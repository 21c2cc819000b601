import Core

/// What the form of a campaign is made from.
package struct CampaignFormDraft: Equatable, Sendable {
  /// An offer it may take up.
  package struct OfferChoice: Equatable, Sendable {
    package let id: Offer.ID
    package let title: String
    package let partnerName: String

    package init(id: Offer.ID, title: String, partnerName: String) {
      self.id = id
      self.title = title
      self.partnerName = partnerName
    }
  }

  /// Nil is a new one.
  package let id: Campaign.ID?
  /// The one that was read; nil for a new one.
  package let version: Int?
  package let draft: CampaignDraft
  package let offers: [OfferChoice]
  /// The clock its start and end are typed on.
  package let zone: ZoneTable

  package init(
    id: Campaign.ID?, version: Int?, draft: CampaignDraft, offers: [OfferChoice], zone: ZoneTable
  ) {
    self.id = id
    self.version = version
    self.draft = draft
    self.offers = offers
    self.zone = zone
  }
}

/// The form of a campaign: what it is, its offers, what it pays for, its budget, its days and whom it is for.
package enum CampaignForm {
  /// The form, with what is decided so far in it.
  static func form(_ draft: CampaignFormDraft) -> Form {
    Form(
      draft.id == nil ? "New campaign" : "Campaign \(draft.draft.name)", purpose: .campaign(draft),
      lines: draft.id == nil
        ? ["Its offers are counted in it from now on, and what it pays for is booked."]
        : ["What is booked already stays booked; another fixed cost books the difference today."],
      fields: fields(draft))
  }

  /// What stands in each field for a campaign.
  package static func values(_ draft: CampaignFormDraft) -> [String: FieldValue] { form(draft).values }

  /// Says what is wrong with a form beside what its fields say themselves.
  static func objections(to form: Form, _ draft: CampaignFormDraft) -> [InvalidInput] {
    do {
      try self.draft(draft) { form.value($0) }.check()
      return []
    } catch {
      return [InvalidInput(error.code, field: field(of: error.field), error.message)]
    }
  }

  /// The field in which a fault is mended.
  package static func field(of name: String) -> String {
    name.hasPrefix("offers") ? "offers" : name.hasPrefix("costs.") ? String(name.dropFirst("costs.".count)) : name
  }

  private static func fields(_ form: CampaignFormDraft) -> [Field] {
    let draft = form.draft
    let currency = draft.currency ?? .usd
    return [
      .text(
        "name", "Name", draft.name, limit: 80, help: "What it is called in lists.", placeholder: "Sunset dinners",
        section: "What it is"),
      .choice(
        "type", "Type", CampaignType.allCases.map { FieldOption($0.title, id: $0.rawValue) },
        selected: draft.type.rawValue, help: "For people only; it changes nothing."),
      .text(
        "offers", "Offers", draft.offers.map(\.description).joined(separator: ", "), limit: 400,
        help: "Their numbers or titles, with commas between; all in one currency.", placeholder: "1004, Sunset dinner"),
      .money(
        "budget", "Budget", cents: draft.budgetCents, currency, isOptional: true,
        help: "The most it may ever spend; empty is no limit. Then its offers are held back.", section: "Money"),
      .money(
        "daily_budget", "A day", cents: draft.dailyBudgetCents, currency, isOptional: true,
        help: "The most a day may cost, on its own clock; empty is no limit."),
      cost("per_impression", "An impression", draft.costs.perImpressionMicros, help: "What it costs to be shown once."),
      cost("per_view", "A view", draft.costs.perViewMicros),
      cost("per_acceptance", "An acceptance", draft.costs.perAcceptanceMicros),
      cost("per_redemption", "A redemption", draft.costs.perRedemptionMicros, help: "They add up."),
      cost("fixed", "Fixed", draft.costs.fixedMicros, help: "Booked once, on the day it starts."),
      .instant(
        "starts_at", "From", draft.startsAt, in: form.zone, help: "Before, its offers are held back; empty is at once.",
        section: "Days"),
      .instant("ends_at", "Until", draft.endsAt, in: form.zone, help: "Empty is open."),
      .text(
        "zone", "Its clock", draft.zone ?? "", limit: 40,
        help: "Its days and hours are counted on it; empty is the town's.",
        placeholder: "America/Cayman"),
      .multiChoice(
        "targets", "For", CampaignSegment.allCases.map { FieldOption($0.rawValue, id: $0.rawValue) },
        chosen: Set(draft.targets.map(\.rawValue)), help: "None is everybody; space chooses.", section: "Whom it is for"
      ),
    ]
  }

  private static func cost(_ id: String, _ label: String, _ micros: Int64, help: String = "") -> Field {
    let rule = NumberRule(range: 0...1e6, decimals: 6, isOptional: true, isExact: true)
    let text = micros == 0 ? "" : rule.text(Double(micros) / CampaignCounts.microsPerUnit)
    return Field(id, label, .number(TextEntry(text, limit: 14), unit: "each", rule), help: help)
  }

  /// The campaign that some values ask for.
  /// - Throws: ``InvalidInput`` with the id of a field.
  package static func draft(
    _ form: CampaignFormDraft, value: (String) -> FieldValue?
  ) throws(InvalidInput) -> CampaignDraft {
    func text(_ id: String) -> String { (value(id)?.entry?.text ?? "").trimmingBlanks }
    func micros(_ id: String) -> Int64 {
      Int64(((value(id)?.number ?? 0) * CampaignCounts.microsPerUnit).rounded())
    }
    guard !text("name").isEmpty else {
      throw InvalidInput(.missingField, field: "name", "is empty; give the campaign a name")
    }
    let offers = try offers(text("offers"), among: form.offers)
    return CampaignDraft(
      name: text("name"), type: (value("type")?.chosen.first).flatMap(CampaignType.init(rawValue:)) ?? .seasonal,
      currency: offers == form.draft.offers ? form.draft.currency : nil,
      zone: text("zone").isEmpty ? nil : text("zone"), budgetCents: value("budget")?.cents,
      dailyBudgetCents: value("daily_budget")?.cents, startsAt: value("starts_at")?.instant,
      endsAt: value("ends_at")?.instant,
      targets: (value("targets")?.chosen ?? []).compactMap(CampaignSegment.init(rawValue:)),
      costs: CampaignCosts(
        perImpressionMicros: micros("per_impression"), perViewMicros: micros("per_view"),
        perAcceptanceMicros: micros("per_acceptance"), perRedemptionMicros: micros("per_redemption"),
        fixedMicros: micros("fixed")), offers: offers)
  }

  /// The offers that numbers and titles name. A title may be left unfinished where it still names one only.
  private static func offers(
    _ text: String, among offers: [CampaignFormDraft.OfferChoice]
  ) throws(InvalidInput) -> [Offer.ID] {
    var found: [Offer.ID] = []
    for part in text.split(separator: ",") {
      let word = String(part).trimmingBlanks
      guard !word.isEmpty else { continue }
      if let number = Int64(word) {
        found.append(Offer.ID(number))
        continue
      }
      let exact = offers.filter { $0.title.lowercased() == word.lowercased() }
      let begun = exact.isEmpty ? offers.filter { $0.title.lowercased().hasPrefix(word.lowercased()) } : exact
      guard begun.count == 1, let offer = begun.first else {
        throw InvalidInput(
          field: "offers",
          begun.isEmpty
            ? "names no offer that people see: '\(word.prefix(40))'"
            : "'\(word.prefix(40))' may be \(begun.prefix(3).map { "\($0.id) of \($0.partnerName)" }.joined(separator: " or "))"
              + "; give the number")
      }
      found.append(offer.id)
    }
    return Set(found).sorted()
  }
}

extension State {
  /// Hands in what stands in a campaign's form.
  mutating func save(_ form: Form, _ draft: CampaignFormDraft) -> FormOutcome {
    let job = nextJob()
    return .wait(job, [.campaign(job, .save(draft, form.values))])
  }

  /// Says that it is saved, and goes to it.
  mutating func finishCampaignForm(_ form: Form) -> [Effect] {
    if clock.run != nil { clock.deeds += 1 }
    notify(.success, "\(form.text("name").trimmingBlanks) saved")
    if screen != .campaigns { rememberPlace() }
    screen = .campaigns
    campaigns.isZoomed = false
    campaigns.focus(on: .list)
    return reloadCampaigns() + reload([.offers])
  }
}
