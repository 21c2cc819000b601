import Testing

@testable import Core

@Suite struct JSONWritingTests {
  private let document: JSON = [
    "id": 7, "none": nil, "yes": true, "list": [1, "two", []], "inner": ["a": .number(0.5)], "empty": [:],
  ]

  @Test func fitsOnOneLine() {
    #expect(document.text() == #"{"id":7,"none":null,"yes":true,"list":[1,"two",[]],"inner":{"a":0.5},"empty":{}}"#)
  }

  @Test func isIndentedByTwoSpaces() {
    #expect(
      document.text(indented: true) == """
        {
          "id": 7,
          "none": null,
          "yes": true,
          "list": [
            1,
            "two",
            []
          ],
          "inner": {
            "a": 0.5
          },
          "empty": {}
        }
        """)
  }

  /// Shortest decimal texts as Python's repr and JavaScript's JSON.stringify agree on their digits.
  @Test(
    arguments: [
      (0.1, "0.1"), (0.30000000000000004, "0.30000000000000004"), (1.0 / 3, "0.3333333333333333"), (1, "1.0"),
      (100, "100.0"), (-2.5, "-2.5"), (.leastNonzeroMagnitude, "5e-324"), (1e22, "1e+22"), (0, "0.0"), (-0.0, "0.0"),
      (123_456_789.125, "123456789.125"), (.nan, "null"), (.infinity, "null"), (-.infinity, "null"),
    ] as [(Double, String)])
  func numbersAreTheShortestTextThatReadsBack(value: Double, text: String) {
    #expect(JSON.number(value).text() == text)
  }

  @Test func everyNumberReadsBackToItsBits() throws {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<50_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(try JSON(parsing: JSON.number(value).text()) == .number(value))
    }
    for _ in 0..<5000 {
      let whole = Int64(bitPattern: random.next())
      #expect(try JSON(parsing: JSON.integer(whole).text()) == .integer(whole))
    }
  }

  @Test func nothingThatSteersATerminalIsWrittenRaw() {
    #expect(JSON.string("\u{1B}[2J\u{7}\u{0}\u{7F}\u{9B}31m").text() == #""\u001b[2J\u0007\u0000\u007f\u009b31m""#)
    #expect(JSON.string("\u{202E}abc\u{2066}\u{2028}\u{2029}").text() == #""\u202eabc\u2066\u2028\u2029""#)
    #expect(JSON.string("a\"b\\c\nd\re\tf/é🚀").text() == #""a\"b\\c\nd\re\tf/é🚀""#)
    #expect(JSON.object([.init("\u{1B}\"", 1)]).text() == #"{"\u001b\"":1}"#)
  }

  @Test func everyTextReadsBack() throws {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<5000 {
      let scalars = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random) >> UInt32.random(in: 0...20, using: &random))
      }
      let text = String(String.UnicodeScalarView(scalars))
      #expect(Array(try JSON(parsing: JSON.string(text).text()).asText.unicodeScalars) == scalars)
    }
  }

  @Test func absentValuesAreNull() {
    #expect(JSON.optional(Double.nan) == .null)
    #expect(JSON.optional(Double?.none) == .null)
    #expect(JSON.optional(-0.0).text() == "0.0")
    #expect(JSON.optional(String?.none) == .null)
    #expect(JSON.optional(Int64(3)) == 3)
    #expect(JSON.instant(at("2026-11-21T17:42:00Z")) == "2026-11-21T17:42:00Z")
    #expect(JSON.id(Offer.ID(9)) == 9)
    #expect(document["id"] == 7)
    #expect(document["nothing"] == nil)
    #expect(JSON.null["id"] == nil)
  }
}

extension JSON {
  /// The text of a string value; empty for another kind.
  fileprivate var asText: String {
    guard case .string(let text) = self else { return "" }
    return text
  }
}
