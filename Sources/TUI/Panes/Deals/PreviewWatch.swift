import Core

/// What a rule would find, told beside its form while it is written: one preview at a time is asked for, and of those
/// that are wanted meanwhile only the last.
package struct PreviewWatch: Equatable, Sendable {
  /// The last preview.
  package internal(set) var preview: RulePreview?
  /// The terms that it is of, or that one is under way of.
  var asked: RuleTerms?
  /// The one that is under way.
  package internal(set) var job: Job?
  /// The terms as they are by now.
  var wanted: RuleTerms?
  /// What stands in the form is no rule, so the preview is of one before.
  package internal(set) var isOld = false
  /// Why there is none.
  package internal(set) var failure: String?

  package init() {}
}

extension State {
  /// Asks anew what the rule in a form would find, if that may be another.
  mutating func preview(_ form: Form, _ draft: RuleFormDraft) -> [Effect] {
    guard var watch = form.preview else { return [] }
    let isRule = form.fields.allSatisfy { $0.value.objection == nil } && objections(to: form).isEmpty
    watch.isOld = !isRule
    guard isRule, let rule = try? RuleForm.rule(draft, value: { form.value($0) }) else {
      setPreview(of: form) { $0 = watch }
      return []
    }
    watch.wanted = rule.terms == watch.asked ? nil : rule.terms
    let effects = begin(&watch)
    setPreview(of: form) { $0 = watch }
    return effects
  }

  /// Takes a preview, and asks for the next if the rule is another by now.
  mutating func show(_ preview: RulePreview, from job: Job) -> [Effect] {
    guard let form = dialogs.compactMap(\.form).first(where: { $0.preview?.job == job }), var watch = form.preview
    else { return [] }
    watch.job = nil
    watch.preview = preview
    watch.failure = nil
    let effects = begin(&watch)
    setPreview(of: form) { $0 = watch }
    return effects
  }

  /// A preview that could not be made. False if nobody waits for the job.
  mutating func failPreview(_ job: Job, _ reason: String) -> Bool {
    guard let form = dialogs.compactMap(\.form).first(where: { $0.preview?.job == job }) else { return false }
    setPreview(of: form) { watch in
      watch?.job = nil
      watch?.failure = reason
    }
    return true
  }

  private mutating func begin(_ watch: inout PreviewWatch) -> [Effect] {
    guard watch.job == nil, let terms = watch.wanted else { return [] }
    let job = nextJob()
    watch.job = job
    watch.asked = terms
    watch.wanted = nil
    return [.deals(job, .preview(terms))]
  }

  private mutating func setPreview(of form: Form, _ change: (inout PreviewWatch?) -> Void) {
    guard let index = dialogs.lastIndex(where: { $0.form?.purpose == form.purpose }),
      case .form(var present) = dialogs[index]
    else { return }
    change(&present.preview)
    dialogs[index] = .form(present)
  }
}
