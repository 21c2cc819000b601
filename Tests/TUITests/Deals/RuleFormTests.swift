import Canvas
import Core
import Testing

@testable import TUI

/// The form of a rule: its line and its fields follow each other, and what it would find follows both.
@Suite struct RuleFormTests {
  /// The form of a rule, or of a new one.
  private func opened(_ id: AlertRule.ID? = nil, _ size: Size = Size(width: 140, height: 42)) -> Stage {
    var stage = Stage(size: size, screen: .deals)
    _ = stage.takeEffects()
    stage.change { $0.dialogs = [.form(RuleForm.form(FixtureDeals.draft(id)))] }
    return stage
  }

  private func form(_ stage: Stage) throws -> Form { try #require(stage.state.form) }

  /// Answers every preview that was asked for; returns the terms.
  @discardableResult
  private func preview(_ stage: inout Stage) -> [RuleTerms] {
    stage.takeEffects().compactMap { effect in
      guard case .deals(let job, .preview(let terms)) = effect else { return nil }
      stage.send(.deals(job, .preview(FixtureDeals.preview)))
      return terms
    }
  }

  @Test func fieldsFollowTheLine() throws {
    var stage = opened()
    stage.type(
      "gaming pc -mac in:electronics price:200..800 score>=0.7 within:10mi of \"George Town\" condition>=good via:email,push"
    )
    let form = try form(stage)
    #expect(form.text("keywords") == "gaming pc")
    #expect(form.text("exclude_keywords") == "mac")
    #expect(form.text("categories") == "electronics")
    #expect(form.cents("min_price") == 20_000 && form.cents("max_price") == 80_000)
    #expect(form.number("min_deal_score") == 0.7)
    #expect(form.number("radius") == 10 && form.choice("unit") == "mi" && form.text("place") == "George Town")
    #expect(form.choice("condition_kind") == "least" && form.choice("condition") == "good")
    #expect(form.choices("channels") == ["email", "push"])
  }

  @Test func theLineFollowsTheFields() throws {
    var stage = opened()
    stage.type("pc")
    try stage.press("tab", "end")
    stage.type(" gaming")
    try stage.press("tab")
    stage.type("mac")
    let line = try form(stage).text(RuleForm.line)
    #expect(line == "pc gaming -mac")
    let draft = try RuleLine.parse(line, places: FixtureDeals.places)
    #expect(draft.terms.keywords.map(\.written) == ["pc", "gaming"])
  }

  @Test func aRuleThatIsEditedSaysTheSameAsItsLine() throws {
    let draft = FixtureDeals.draft(FixtureDeals.gaming)
    let form = RuleForm.form(draft)
    let read = try RuleForm.rule(draft) { form.value($0) }
    #expect(read == draft.draft)
    #expect(try RuleLine.parse(form.text(RuleForm.line), places: draft.places) == draft.draft)
  }

  @Test func aMistakeInTheLineNamesItsColumn() throws {
    var stage = opened()
    stage.type("pc price:abc")
    let field = try #require(try form(stage).fields.first { $0.id == RuleForm.line })
    // The price begins at the tenth character.
    #expect(field.error?.contains("olumn 10") == true, "\(field.error ?? "no error")")
    #expect(try form(stage).text("keywords") == "pc price", "what was understood before the colon stays")
  }

  @Test func everyKeyAsksAnewButOnlyOnePreviewIsUnderWay() throws {
    var stage = opened()
    stage.type("gaming")
    #expect(try form(stage).preview?.job != nil)
    let first = preview(&stage)
    #expect(first.count == 1, "one at a time")
    let second = preview(&stage)
    #expect(second.map { $0.keywords.map(\.written) } == [["gaming"]], "then the last one typed")
    #expect(preview(&stage).isEmpty)
  }

  @Test func thePreviewStandsBesideTheForm() throws {
    var stage = opened(FixtureDeals.gaming)
    try stage.press("tab", "end")
    stage.type(" rtx")
    preview(&stage)
    preview(&stage)
    let picture = stage.picture()
    for words in ["What it would find now", "finds 12 of 5,000", "about 0.8 alerts a day", "-812", "Gaming PC"] {
      #expect(picture.contains(words), "\(words) is missing")
    }
    Snapshot.expect(picture, is: "rule-form-140x42")
  }

  @Test func aSmallWindowHasThePreviewBelowTheForm() throws {
    var stage = opened(nil, Size(width: 80, height: 24))
    stage.type("gaming pc")
    preview(&stage)
    preview(&stage)
    let picture = stage.picture()
    #expect(picture.contains("finds 12 of 5,000"))
    Snapshot.expect(picture, is: "rule-form-80x24")
  }

  @Test func tooMuchIsWarnedOf() {
    let much = RulePreview(
      total: 5000, matchingCount: 4000, samples: [], funnel: RuleFunnel(steps: []), expectedPerDay: 42.4)
    let lines = PreviewLines(much, width: 60, formats: Formats())
    #expect(lines.perDay.text == "! about 42 alerts a day, more than 20: narrow it")
    let few = RulePreview(total: 0, matchingCount: 0, samples: [], funnel: RuleFunnel(steps: []), expectedPerDay: nil)
    #expect(PreviewLines(few, width: 60, formats: Formats()).perDay.text.contains("not known"))
  }

  @Test func badInputIsRefusedUnderItsField() throws {
    let draft = FixtureDeals.draft(nil)
    func error(_ line: String) -> [InvalidInput] {
      var form = RuleForm.form(draft)
      let values = (try? RuleLine.parse(line, places: draft.places)).map { RuleForm.values($0, draft) } ?? [:]
      for index in form.fields.indices {
        form.fields[index].value = values[form.fields[index].id] ?? form.fields[index].value
      }
      return RuleForm.objections(to: form, draft)
    }
    #expect(error("pc in:electronis").first?.field == "categories")
    #expect(error("pc in:electronis").first?.message.contains("electronics") == true, "the nearest is suggested")
    #expect(error("pc in:electronics").isEmpty)
  }

  @Test func aRadiusNeedsAPlaceAndAPlaceItsRadius() throws {
    let draft = FixtureDeals.draft(nil)
    var form = RuleForm.form(draft)
    func set(_ id: String, _ text: String) {
      guard let index = form.fields.firstIndex(where: { $0.id == id }), var entry = form.fields[index].value.entry
      else {
        return
      }
      entry.replace(with: text)
      form.fields[index].value.entry = entry
    }
    set("keywords", "pc")
    set("radius", "10")
    #expect(RuleForm.objections(to: form, draft).first?.field == "place")
    set("place", "Georgetwn")
    #expect(RuleForm.objections(to: form, draft).first?.message.contains("George Town") == true)
    set("radius", "")
    #expect(RuleForm.objections(to: form, draft).first?.field == "radius")
    set("place", "")
    #expect(RuleForm.objections(to: form, draft).isEmpty)
  }

  @Test func savingHandsInWhatStandsThereAndWaits() throws {
    var stage = opened()
    stage.type("gaming pc price:..800")
    _ = stage.takeEffects()
    try stage.press("ctrl-s")
    let saved = stage.takeEffects().compactMap { effect -> (Job, RuleDraft)? in
      if case .deals(let job, .save(_, let rule)) = effect { (job, rule) } else { nil }
    }
    let (job, rule) = try #require(saved.first)
    #expect(rule.terms.keywords.map(\.written) == ["gaming", "pc"])
    #expect(rule.terms.maxPriceCents == 80_000 && rule.terms.minPriceCents == nil)
    stage.send(.deals(job, .saved(AlertRule.ID(2))))
    #expect(stage.state.form == nil)
    #expect(stage.state.deals.rules.selectedID == AlertRule.ID(2))
  }

  @Test func anEmptyRuleIsNotSaved() throws {
    var stage = opened()
    try stage.press("ctrl-s")
    #expect(!stage.takeEffects().contains { if case .deals(_, .save) = $0 { true } else { false } })
    #expect(stage.picture().contains("Asks for nothing"))
  }
}
