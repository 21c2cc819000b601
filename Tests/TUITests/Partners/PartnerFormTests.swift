import Canvas
import Core
import Testing

@testable import TUI

@Suite struct PartnerFormTests {
  private static let draft = PartnerDraft(
    partner: FixturePartnerForms.partner, categories: ["dining"], changesTerms: true)

  private func opened(_ draft: PartnerDraft = draft, width: Int = 80, height: Int = 24) throws -> Stage {
    var stage = try Stage.partners(.partners, width: width, height: height)
    try stage.press(draft.isNew ? "n" : "e")
    let (job, order) = try stage.takeOrder()
    #expect(order == .openPartner(draft.isNew ? nil : draft.partner.id))
    stage.send(.partner(job, .partnerDraft(draft)))
    return stage
  }

  private func saved(_ stage: inout Stage) throws -> Partner? {
    _ = stage.takeEffects()
    try stage.press("ctrl-s")
    guard case .partner(_, .savePartner(let draft, let values, _))? = stage.takeEffects().last else { return nil }
    return try PartnerForm.partner(draft.partner, draft) { values[$0] }
  }

  private func go(_ stage: inout Stage, to id: String) throws {
    for _ in 0..<40 where stage.form?.focused?.id != id { try stage.press("tab") }
    #expect(stage.form?.focused?.id == id)
  }

  @Test(arguments: [Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 140, height: 42)])
  func looksAsRecorded(size: Size) throws {
    var stage = try opened(width: size.width, height: size.height)
    try stage.press("tab", "tab", "tab")
    stage.type("@")
    Snapshot.expect(stage.sheet, is: "partner-form-\(size.width)x\(size.height)")
  }

  @Test func whatIsNotTouchedStaysToTheLastDigit() throws {
    var stage = try opened()
    #expect(try saved(&stage) == FixturePartnerForms.partner)
  }

  @Test func everyFactOfAPartnerHasAField() throws {
    let empty = Partner(id: Partner.ID(0), name: "", category: "", position: .origin, zone: "UTC")
    let draft = PartnerDraft(partner: empty, categories: [], changesTerms: true)
    var full = FixturePartnerForms.partner
    full.position = Coordinate(latitude: 19.295_123, longitude: -81.382_765) ?? .origin
    full.autoApprove = true
    let values = PartnerForm.values(full, draft)
    #expect(try PartnerForm.partner(empty, draft) { values[$0] }.differences(from: full) == [])
  }

  @Test func commissionIsTypedInPercentWithTwoDecimals() throws {
    var stage = try opened(width: 140, height: 42)
    try go(&stage, to: "commission_basis_points")
    #expect(stage.form?.text("commission_basis_points") == "12.5")
    try stage.press("ctrl-u")
    stage.type("7.255")
    #expect(stage.form?.focused?.error == "Takes at most 2 digits behind the point.")
    try stage.press("backspace")
    #expect(try saved(&stage)?.commissionBasisPoints == 725)
  }

  @Test func theValidatorOfTheCommandLineSpeaksUnderTheField() throws {
    var stage = try opened()
    try go(&stage, to: "email")
    try stage.press("ctrl-u")
    stage.type("chef")
    #expect(stage.form?.focused?.error?.hasPrefix("Must be an address such as chef@example.com") == true)
  }

  @Test func zoneAndCurrencyAreChosenOnce() throws {
    var stage = try opened()
    for _ in 0..<30 {
      #expect(stage.form?.focused?.id != "zone" && stage.form?.focused?.id != "currency")
      try stage.press("tab")
    }
    let new = PartnerDraft(
      partner: Partner(id: Partner.ID(0), name: "", category: "", position: .origin, zone: "America/Cayman"),
      categories: [], changesTerms: true)
    stage = try opened(new)
    try go(&stage, to: "zone")
    try go(&stage, to: "currency")
  }

  @Test func aNewPartnerNeedsAPlace() throws {
    let new = PartnerDraft(
      partner: Partner(id: Partner.ID(0), name: "", category: "", position: .origin, zone: "America/Cayman"),
      categories: [], changesTerms: true)
    var stage = try opened(new)
    stage.type("Reef Bar")
    try stage.press("tab")
    stage.type("dining")
    #expect(try saved(&stage) == nil)
    #expect(stage.form?.focused?.id == "position")
    stage.type("19.3 -81.38")
    let partner = try #require(try saved(&stage))
    #expect(partner.name == "Reef Bar" && partner.position == Coordinate(latitude: 19.3, longitude: -81.38))
  }

  @Test func termsAreTheOperatorsMatter() throws {
    let own = PartnerDraft(partner: FixturePartnerForms.partner, categories: [], changesTerms: false)
    var stage = try opened(own, width: 140, height: 42)
    #expect(stage.picture().contains("the operators' matter"))
    for _ in 0..<30 {
      #expect(stage.form?.focused?.id != "commission_basis_points")
      try stage.press("tab")
    }
  }
}
