import Core

extension State {
  /// Does what a command of the Partners screen's forms and boxes means.
  mutating func perform(_ intent: PartnerFormsIntent) -> [Effect] {
    switch intent {
    case .new:
      guard partners.focus != .partners else { return order(.openPartner(nil)) }
      return partnerInQuestion.map { order(.openOffer(.new($0.id))) } ?? []
    case .edit:
      guard partners.focus != .partners else { return partners.selectedPartnerID.map { order(.openPartner($0)) } ?? [] }
      return partners.selectedOffer.map { order(.openOffer(.edit($0.id))) } ?? []
    case .keys: return openKeys()
    case .makeKey: return makeKey(replacing: nil)
    case .rotateKey: return keySheet?.selected.map { makeKey(replacing: $0.id) } ?? []
    case .revokeKey: askToRevokeKey()
    case .copyKey: return copyKey()
    case .statement: return openStatement()
    case .earlierMonth: return turnStatement(by: 1)
    case .laterMonth: return turnStatement(by: -1)
    case .exportStatement: exportStatement()
    }
    return []
  }

  /// Hands out an order whose answer is waited for.
  mutating func order(_ order: PartnerOrder) -> [Effect] {
    let job = nextJob()
    partnerOrders[job] = order
    return [.partner(job, order)]
  }

  /// Takes what became of an order.
  mutating func take(_ answer: PartnerAnswer, from job: Job) -> [Effect] {
    if case .reach(let estimate) = answer { return show(estimate, from: job) }
    if case .offerSaved(let id) = answer {
      partners.expect(id)
      return finishForm(job)
    }
    guard let order = partnerOrders.removeValue(forKey: job) else { return [] }
    switch answer {
    case .offerDraft(let draft): return open(OfferForm.form(draft))
    case .partnerDraft(let draft): return open(PartnerForm.form(draft))
    case .keys(let keys): show(keys, for: order)
    case .keyMade(let new): return show(new, for: order)
    case .keyRevoked(let key): return finishRevoking(key)
    case .statement(let page): show(page, for: order)
    case .offerSaved, .reach: break
    }
    return []
  }

  /// Opens a form, unless something else has the keyboard by now.
  private mutating func open(_ form: Form) -> [Effect] {
    guard dialogs.isEmpty else { return [] }
    dialogs.append(.form(form))
    return follow(form)
  }

  /// An order that was not carried out. False if nobody waits for the job.
  mutating func failPartnerOrder(_ job: Job, _ reason: String) -> Bool {
    if failReach(job, reason) { return true }
    guard partnerOrders.removeValue(forKey: job) != nil else { return false }
    notify(.failure, reason)
    return true
  }

  /// Hands in what stands in an offer's form.
  mutating func save(_ form: Form, _ draft: OfferDraft) -> FormOutcome {
    let job = nextJob()
    return .wait(job, [.partner(job, .saveOffer(draft, form.values, seen: form.baseValues))])
  }

  /// Hands in what stands in a partner's form.
  mutating func save(_ form: Form, _ draft: PartnerDraft) -> FormOutcome {
    let job = nextJob()
    return .wait(job, [.partner(job, .savePartner(draft, form.values, seen: form.baseValues))])
  }

  /// Says that it is saved, and reads what it changed.
  mutating func finishPartnerForm(_ form: Form) -> [Effect] {
    if clock.run != nil { clock.deeds += 1 }
    let name = form.text("title").isEmpty ? form.text("name") : form.text("title")
    notify(.success, "\(name.trimmingBlanks) saved")
    return reloadPartners() + refresh([.offers, .town])
  }
}

extension Form {
  /// What stands in each field, by id.
  package var values: [String: FieldValue] {
    Dictionary(fields.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// What stood in each when the form was opened, or what somebody else saved since and this form has taken note of.
  package var baseValues: [String: FieldValue] {
    Dictionary(
      fields.compactMap { field in base(field.id).map { (field.id, $0) } }, uniquingKeysWith: { first, _ in first })
  }
}
