import Core

extension State {
  /// What follows from a change in the form of an experiment: fields that mean nothing now cannot be filled in, and what
  /// is worked out stands in its field.
  mutating func settle(_ form: Form, _ draft: ExperimentDraft) -> [Effect] {
    var settled = form
    settled.settle(draft)
    if settled != form { replaceForm(settled) }
    return []
  }
}

extension Form {
  /// Brings the fields of an experiment's form into agreement with each other.
  mutating func settle(_ draft: ExperimentDraft) {
    let isVariant = choice("kind") != ExperimentForm.Kind.campaigns.rawValue
    let hasCampaigns = draft.campaigns.count >= 2
    let offer = ExperimentForm.offer(draft) { value($0) }
    for index in fields.indices {
      fields[index].disabledBecause = reason(fields[index].id, isVariant: isVariant, hasCampaigns: hasCampaigns)
    }
    if isVariant, let offer { placeholders(of: offer.offer) }
    if let lately = offer?.lately, isVariant { begin(with: lately) }
    workOut()
  }

  /// Why a field cannot be filled in now.
  private func reason(_ id: String, isVariant: Bool, hasCampaigns: Bool) -> String? {
    let isRate = choice("metric") != ExperimentMetric.revenue.rawValue
    let findsEffect = choice("find") == ExperimentForm.Wanted.effect.rawValue
    switch id {
    case "offer", "title", "description", "value.discount_percent", "value.amount_cents", "value.parking_minutes":
      return isVariant ? nil : "campaigns are compared"
    case "kind": return hasCampaigns ? nil : "there are fewer than two campaigns"
    case "campaigns", "control": return isVariant ? "a change of an offer is tested" : nil
    case "baseline": return isRate ? nil : "money is compared"
    case "baseline_cents", "spread_cents": return isRate ? "a rate is compared" : nil
    case "effect": return !isRate ? "money is compared" : findsEffect ? "worked out" : nil
    case "effect_cents": return isRate ? "a rate is compared" : findsEffect ? "worked out" : nil
    case "days": return findsEffect ? nil : "worked out"
    case "namespace_from", "namespace_to": return text("namespace").isEmpty ? "without a namespace" : nil
    case "guard_acceptance": return choice("metric") == "acceptance" ? "it decides" : nil
    case "guard_redemption": return choice("metric") == "redemption" ? "it decides" : nil
    case "guard_revenue": return isRate ? nil : "it decides"
    default: return nil
    }
  }

  /// Shows in the empty fields of the variant what the offer has.
  private mutating func placeholders(of offer: Offer) {
    let rule = NumberRule(range: 0...1e12, decimals: 2)
    for (id, text) in [
      ("title", offer.title), ("value.discount_percent", rule.text(offer.value.discountPercent)),
      ("value.amount_cents", AmountText.text(cents: offer.value.amountCents)),
      ("value.parking_minutes", "\(offer.value.parkingMinutes)"),
    ] {
      guard let index = fields.firstIndex(where: { $0.id == id }) else { continue }
      fields[index] = fields[index].with(placeholder: text)
    }
  }

  /// Puts what the offer did lately into fields that nobody has touched.
  private mutating func begin(with lately: TestableOffer.Lately) {
    guard lately.people > 0 else { return }
    let count = choice("metric") == ExperimentMetric.redemption.rawValue ? lately.redeemed : lately.accepted
    let rate = Double(count) / Double(lately.people) * 100
    put(Words.number(max(0.1, rate)), in: "baseline")
    put("\(max(1, lately.people / Int64(max(1, lately.days))))", in: "daily")
  }

  /// Works out the effect or the days, and shows it in its field.
  private mutating func workOut() {
    let worked = ExperimentFormPlan(self)
    guard choice("find") == ExperimentForm.Wanted.effect.rawValue else {
      put(worked.plan?.days.map { "\($0)" } ?? "", in: "days", force: true)
      return
    }
    guard let effect = worked.plan?.effect else { return }
    if worked.metric.isRate {
      // Rounded up, so that the people are enough for it.
      put(NumberRule(range: 0...100, decimals: 2).text((effect * 10_000).rounded(.up) / 100), in: "effect", force: true)
    } else {
      put(AmountText.text(cents: Int64(effect.rounded(.up))), in: "effect_cents", force: true)
    }
  }

  private mutating func put(_ text: String, in id: String, force: Bool = false) {
    guard let index = fields.firstIndex(where: { $0.id == id }), force || !fields[index].isTouched,
      var entry = fields[index].value.entry, entry.text != text
    else { return }
    entry.replace(with: text)
    fields[index].value.entry = entry
  }
}

extension Field {
  /// The same with another text for the time in which nothing is typed.
  fileprivate func with(placeholder: String) -> Field {
    guard placeholder != self.placeholder else { return self }
    var field = Field(
      id, label, value, help: help, placeholder: placeholder, section: section, disabledBecause: disabledBecause)
    field.error = error
    field.isTouched = isTouched
    return field
  }
}
