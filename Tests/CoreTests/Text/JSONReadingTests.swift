import Testing

@testable import Core

@Suite struct JSONReadingTests {
  @Test func readsEveryKindOfValue() throws {
    let text = #" {"b":true,"a":[1,-2.5,1e3,"x",null,false,{}],"é":"\u00e9\n\ud83d\ude80","n":""} "#
    #expect(
      try JSON(parsing: text)
        == .object([
          .init("b", true), .init("a", [1, .number(-2.5), .number(1000), "x", nil, false, [:]]),
          .init("é", "é\n🚀"), .init("n", ""),
        ]))
  }

  @Test(
    arguments: [
      ("0", .integer(0)), ("-0", .integer(0)), ("9223372036854775807", .integer(.max)),
      ("-9223372036854775808", .integer(.min)), ("1.0", .number(1)), ("0.1", .number(0x1.999999999999ap-4)),
      ("-0.0", .number(-0.0)), ("1E-2", .number(0.01)), ("5e-324", .number(.leastNonzeroMagnitude)),
      ("1e-400", .number(0)),
      ("1.7976931348623157e308", .number(.greatestFiniteMagnitude)),
    ] as [(String, JSON)])
  func keepsWholeAndFractionalNumbersApart(text: String, value: JSON) throws {
    #expect(try JSON(parsing: text) == value)
  }

  @Test(arguments: [
    "", " ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "'a'", "01", "1.", ".5", "+1", "0x10", "NaN", "Infinity", "nul",
    "\"\u{1B}\"", "\"line\nbreak\"", "\"\\x\"", "\"open", "1 2", "{} {}", "9223372036854775808", "-9223372036854775809",
    "1e400", "\"\\ud800\"", "\"\\udc00\\ud800\"", "{\"a\\u0000\":1}", "\u{FEFF}{}", "// comment\n1",
  ])
  func refusesWhatIsNotJSON(text: String) throws {
    let error = try #require(throws: InvalidInput.self) { try JSON(parsing: text) }
    #expect(error.code == .malformed)
    #expect(error.message.hasPrefix("is not valid JSON at line "))
  }

  @Test func refusesANameGivenTwice() throws {
    let error = try #require(throws: InvalidInput.self) { try JSON(parsing: #"{"a":1,"b":{"c":1,"c":2}}"#) }
    #expect(error.message.contains("duplicate object key"))
    #expect(throws: InvalidInput.self) { try JSON(parsing: #"{"a":1,"\u0061":1}"#) }
  }

  @Test func saysWhereItWentWrong() throws {
    let error = try #require(throws: InvalidInput.self) { try JSON(parsing: "{\n  \"a\": 1\n  \"b\": 2\n}") }
    #expect(error.message.contains("line 3, column 5"))
  }

  @Test(
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0xFF, 0xFE], [0x22, 0xE2, 0x82],
    ] as [[UInt8]])
  func refusesBytesThatAreNotUTF8(bytes: [UInt8]) {
    #expect(throws: InvalidInput.self) { try JSON(parsing: bytes) }
  }

  @Test func readsBytesAsWellAsText() throws {
    #expect(try JSON(parsing: Array(#"{"a":"é"}"#.utf8)) == ["a": "é"])
    #expect(throws: InvalidInput.self) { try JSON(parsing: [UInt8]()) }
  }

  @Test func nestingIsBounded() throws {
    let deep = String(repeating: "[", count: 2000) + String(repeating: "]", count: 2000)
    #expect(try JSON(parsing: deep).text() == deep)
    for depth in [2049, 1_000_000] {
      let tooDeep = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      #expect(throws: InvalidInput.self) { try JSON(parsing: tooDeep) }
      let objects = String(repeating: #"{"a":"#, count: depth)
      #expect(throws: InvalidInput.self) { try JSON(parsing: objects) }
    }
  }

  @Test func aNulInsideATextStays() throws {
    #expect(try JSON(parsing: #""a\u0000b""#) == .string("a\u{0}b"))
  }

  /// Bytes that are almost JSON: whatever happens, it ends in a value or an error.
  @Test func damagedTextsNeverTrap() {
    var random = SeededGenerator(seed: 7)
    let whole = Array(#"{"a":[1,-2.5e3,"x\u00e9\ud83d\ude80",null,true,{"b":[[]]}],"c":9007199254740993}"#.utf8)
    for _ in 0..<20_000 {
      var bytes = whole
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
        case 1: bytes.remove(at: Int.random(in: bytes.indices, using: &random))
        default: bytes.removeLast(Int.random(in: 0..<10, using: &random))
        }
      }
      guard let value = try? JSON(parsing: bytes) else { continue }
      #expect(throws: Never.self) { try JSON(parsing: value.text()) }
    }
  }
}
