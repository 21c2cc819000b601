import Core

/// What a form is for. Each case has its own file in its feature's folder, with how the form is made, judged and what it
/// leads to; here is only the way there.
package enum FormPurpose: Equatable, Sendable {
  /// To another time of the simulated town.
  case jump
  /// The name of a moment to come back to.
  case bookmark
  /// What the ranking is to suppose; leaving it brings back what was supposed before.
  case whatIf(before: WhatIf?)
  /// What a new, empty database begins with.
  case newDatabase
  /// The facts of an offer, and of a partner.
  case offer(OfferDraft)
  case partner(PartnerDraft)
  /// What an experiment is to find out, and how; and how many people take part.
  case experiment(ExperimentDraft)
  case ramp(Experiment)
  /// What a campaign is; the days that are looked at, the columns of the list, what is watched, and what is supposed.
  case campaign(CampaignFormDraft)
  case campaignPeriod, campaignColumns, campaignShift
  case campaignMonitor(Campaign.ID?)
  /// A rule, and the price of a listing that is waited for.
  case rule(RuleFormDraft)
  case watch(WatchForm.Subject)
  /// What a person asked for.
  case preferences(PersonWishes)
}

/// What saving a form leads to.
package enum FormOutcome: Equatable, Sendable {
  /// It is closed, and this is to be done.
  case close([Effect])
  /// It stays until the job is answered by ``Action/saved(_:)``, ``Action/refused(_:_:)`` or ``Action/failed(_:_:)``.
  case wait(Job, [Effect])
}

extension State {
  /// What the purpose's validator says against a form; every objection names a field by its id.
  func objections(to form: Form) -> [InvalidInput] {
    switch form.purpose {
    case .jump: JumpForm.objections(to: form, in: self)
    case .bookmark: BookmarkForm.objections(to: form, in: self)
    case .whatIf: WhatIfForm.objections(to: form, in: self)
    case .newDatabase: NewDatabaseForm.objections(to: form)
    case .preferences(let wishes): PreferencesForm.objections(to: form, wishes)
    case .offer(let draft): OfferForm.objections(to: form, draft)
    case .partner(let draft): PartnerForm.objections(to: form, draft)
    case .experiment(let draft): ExperimentForm.objections(to: form, draft)
    case .ramp(let experiment): RampForm.objections(to: form, experiment)
    case .campaign(let draft): CampaignForm.objections(to: form, draft)
    case .campaignPeriod: CampaignPeriodForm.objections(to: form)
    case .campaignShift: CampaignShiftForm.objections(to: form)
    case .rule(let draft): RuleForm.objections(to: form, draft)
    case .watch: WatchForm.objections(to: form)
    case .campaignColumns, .campaignMonitor: []
    }
  }

  /// Saves a form that nothing is said against.
  mutating func save(_ form: Form) -> FormOutcome {
    switch form.purpose {
    case .jump: .close(jump(by: form))
    case .bookmark: .close(bookmark(by: form))
    case .newDatabase: makeDatabase(by: form)
    case .whatIf: .close(keepSupposing(form))
    case .preferences(let wishes): save(form, wishes)
    case .offer(let draft): save(form, draft)
    case .partner(let draft): save(form, draft)
    case .experiment(let draft): save(form, draft)
    case .ramp(let experiment): .close(ramp(experiment, by: form))
    case .campaign(let draft): save(form, draft)
    case .campaignPeriod: .close(showPeriod(of: form))
    case .campaignColumns: .close(showColumns(of: form))
    case .campaignShift: .close(suppose(shift: form))
    case .campaignMonitor(let selected): .close(watch(form, selected))
    case .rule(let draft): save(form, draft)
    case .watch(let subject): watch(form, subject)
    }
  }

  /// What follows from a change of a field while the form is open, such as a preview.
  mutating func follow(_ form: Form) -> [Effect] {
    switch form.purpose {
    case .jump, .bookmark, .newDatabase, .preferences, .partner, .ramp, .campaign, .campaignPeriod, .campaignColumns,
      .campaignShift, .campaignMonitor, .watch:
      []
    case .rule(let draft): follow(form, draft)
    case .experiment(let draft): settle(form, draft)
    case .whatIf: suppose(form)
    case .offer(let draft): estimateReach(form, draft)
    }
  }

  /// Takes back what followed from changes of a form that is left.
  mutating func forsake(_ form: Form) -> [Effect] {
    switch form.purpose {
    case .jump, .bookmark, .newDatabase, .preferences, .offer, .partner, .experiment, .ramp, .campaign, .campaignPeriod,
      .campaignColumns, .campaignShift, .campaignMonitor, .rule, .watch:
      []
    case .whatIf(let before): suppose(before)
    }
  }

  /// What follows from a form that the store has saved.
  mutating func finish(_ form: Form) -> [Effect] {
    switch form.purpose {
    case .jump, .bookmark, .whatIf, .newDatabase, .ramp, .campaignPeriod, .campaignColumns, .campaignShift,
      .campaignMonitor, .watch:
      []
    case .rule: finishRuleForm(form)
    case .campaign: finishCampaignForm(form)
    case .experiment: finishExperimentForm(form)
    case .preferences: finishPreferences(form)
    case .offer, .partner: finishPartnerForm(form)
    }
  }
}
