import Testing

@testable import Core

/// Expected files are written by hand after RFC 4180.
@Suite struct ExportTableTests {
  private func table(_ rows: [[JSON]], world: WorldKind = .demo) -> ExportTable {
    ExportTable(
      list: "offers", world: world, now: Timestamp(milliseconds: 1_795_214_527_000), columns: ["title", "worth_cents"],
      rows: rows)
  }

  @Test func csvHasAHeaderAndAnEndOnEveryLine() {
    #expect(
      table([["Sunset dinner", 1400], ["Rum cake", nil]]).csv
        == "world,title,worth_cents\r\ndemo,Sunset dinner,1400\r\ndemo,Rum cake,\r\n")
  }

  @Test func whatNeedsQuotesHasThem() {
    let csv = table([["a,b", 1], ["say \"hi\"", 2], ["two\nlines", 3]], world: .live).csv
    #expect(
      csv == "world,title,worth_cents\r\nlive,\"a,b\",1\r\nlive,\"say \"\"hi\"\"\",2\r\nlive,\"two\nlines\",3\r\n")
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
  func noTextIsAFormula(text: String) {
    #expect(table([[.string(text), 1]]).csv.contains("demo,'\(text),1"))
  }

  @Test func aNegativeNumberStaysANumber() {
    #expect(table([["refund", -320]]).csv.hasSuffix("demo,refund,-320\r\n"))
  }

  @Test func jsonKeepsNumbersInFullAndSaysWhatIsMadeUp() {
    let json = table([["Rum cake", .number(0.1 + 0.2)]]).json
    #expect(
      json.text() == #"{"list":"offers","world":"demo","now":"2026-11-20T22:42:07Z","rows":[{"title":"Rum cake","#
        + #""worth_cents":0.30000000000000004}]}"#)
  }
}
