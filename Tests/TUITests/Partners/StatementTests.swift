import Canvas
import Core
import Testing

@testable import TUI

@Suite struct StatementTests {
  private static func code(_ seed: UInt64) -> ClaimCode {
    var generator = SeededGenerator(seed: seed)
    return ClaimCode(using: &generator)
  }

  /// 42.00 at 12.5 % is 5.25; a refund of 10.00 takes 1.25 back.
  private static func page(_ month: String, closed: Bool) throws -> StatementPage {
    let at = Timestamp(milliseconds: 1_793_400_000_000)
    let lines: [PartnerStatement.Line] = [
      .init(
        entry: 1, kind: .redemption, at: at, code: code(1), offerTitle: "Sunset dinner", baseCents: 4200,
        basisPoints: 1250, commissionCents: 525, note: "table 4"),
      .init(
        entry: 2, kind: .refund, at: at + .hours(2), code: code(1), offerTitle: "Sunset dinner", baseCents: -1000,
        basisPoints: 1250, commissionCents: -125, note: "cold soup"),
    ]
    let statement = PartnerStatement(
      partnerID: Partner.ID(1), partnerName: "Blue Cilantro",
      period: try #require(SettlementPeriod(parsing: month)), zone: "America/Cayman", currency: .usd,
      closing: closed ? .init(at: at + .days(30), actor: "operator:ana") : nil, lines: closed ? lines : [])
    let months = ["2026-11", "2026-10"].compactMap { SettlementPeriod(parsing: $0) }
    return StatementPage(statement: statement, months: months, zone: FixturePartnerForms.zone)
  }

  private func opened(width: Int = 80, height: Int = 24) throws -> Stage {
    var stage = try Stage.partners(.partners, width: width, height: height)
    try stage.press("M")
    let (job, order) = try stage.takeOrder()
    #expect(order == .statement(Partner.ID(1), nil))
    stage.send(.partner(job, .statement(try Self.page("2026-11", closed: false))))
    return stage
  }

  private func turned(width: Int = 80, height: Int = 24) throws -> Stage {
    var stage = try opened(width: width, height: height)
    try stage.press("left")
    let (job, order) = try stage.takeOrder()
    #expect(order == .statement(Partner.ID(1), SettlementPeriod(parsing: "2026-10")))
    stage.send(.partner(job, .statement(try Self.page("2026-10", closed: true))))
    return stage
  }

  @Test(arguments: [Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 140, height: 42)])
  func looksAsRecorded(size: Size) throws {
    let stage = try turned(width: size.width, height: size.height)
    var canvas = Canvas(size: stage.state.size)
    StatementView(stage.state, try #require(stage.state.statementSheet)).draw(on: &canvas)
    Snapshot.expect(canvas.plainText, is: "statement-\(size.width)x\(size.height)")
  }

  @Test func anOpenMonthSaysSoAndHasNothingToWrite() throws {
    var stage = try opened()
    #expect(stage.picture().contains("open: lines may still be added"))
    try stage.press("x")
    #expect(stage.state.notices.last?.toast.text == "Export the statement: it has no lines")
    try stage.press("right")
    #expect(stage.state.notices.last?.toast.text == "Month after: this is the latest month")
  }

  @Test func theSumsAreThoseOfTheLines() throws {
    let picture = try turned().picture()
    // 42.00 - 10.00 and 5.25 - 1.25, by hand.
    #expect(picture.contains("redeemed $32.00   commission settled $4.00"))
    #expect(picture.contains("1 redemption, 1 refund"))
  }

  @Test func theFileHasEveryLineInFull() throws {
    let table = try Self.page("2026-10", closed: true).table(world: .demo, now: FixtureBoard.now)
    let csv = table.text(as: .csv).split(separator: "\r\n")
    #expect(csv.count == 3)
    let code = Self.code(1).description
    #expect(
      csv[2]
        == "demo,1,Blue Cilantro,2026-10,2,refund,2026-10-31T00:40:00Z,\(code),Sunset dinner,-1000,1250,-125,USD,cold soup"
    )
    var stage = try turned()
    try stage.press("x", "down", "enter")
    guard case .note(let note)? = stage.state.dialogs.last else {
      Issue.record("no name was asked for")
      return
    }
    #expect(note.entry.text == "opportune-demo-statement-1-2026-10.csv")
  }
}
