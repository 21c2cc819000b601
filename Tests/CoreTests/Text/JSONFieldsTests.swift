import Testing

@testable import Core

@Suite struct JSONFieldsTests {
  private static func fields(_ json: JSON) throws -> JSONFields {
    try JSONFields(json, path: "offer")
  }

  @Test func readsEachKind() throws {
    var fields = try Self.fields([
      "number": .number(2.5), "whole": 3, "float": .number(5), "flag": false, "text": "x", "list": ["a", "b"],
      "when": "2026-11-21T12:42:00-05:00", "null": nil, "inner": ["deep": 1],
    ])
    #expect(try fields.number("number") == 2.5)
    #expect(try fields.number("whole") == 3)
    #expect(try fields.integer("whole") == 3)
    #expect(try fields.integer("float") == 5)
    #expect(try fields.bool("flag") == false)
    #expect(try fields.string("text") == "x")
    #expect(try fields.strings("list") == ["a", "b"])
    #expect(try fields.instant("when") == at("2026-11-21T17:42:00Z"))
    #expect(try fields.string("null") == nil)
    #expect(try fields.string("missing") == nil)
    var inner = try #require(try fields.object("inner"))
    #expect(try inner.integer("deep") == 1)
    #expect(throws: Never.self) { try inner.finish() }
    #expect(throws: Never.self) { try fields.finish() }
  }

  @Test(
    arguments: [
      ("offer", .array([]), "must be a JSON object"), ("offer", "text", "must be a JSON object"),
    ] as [(String, JSON, String)])
  func wantsAnObject(path: String, json: JSON, message: String) {
    #expect(throws: InvalidInput(field: path, message)) { try Self.fields(json) }
  }

  @Test func namesTheFieldOfTheWrongKind() throws {
    var fields = try Self.fields(["a": "x", "b": 1, "c": .number(2.5), "d": ["x", 1], "e": .number(1e300)])
    #expect(throws: InvalidInput(field: "offer.a", "must be a number")) { try fields.number("a") }
    #expect(throws: InvalidInput(field: "offer.a", "must be a whole number")) { try fields.integer("a") }
    #expect(throws: InvalidInput(field: "offer.c", "must be a whole number")) { try fields.integer("c") }
    #expect(throws: InvalidInput(field: "offer.e", "must be a whole number")) { try fields.integer("e") }
    #expect(throws: InvalidInput(field: "offer.b", "must be true or false")) { try fields.bool("b") }
    #expect(throws: InvalidInput(field: "offer.b", "must be a text")) { try fields.string("b") }
    #expect(throws: InvalidInput(field: "offer.b", "must be a list of texts")) { try fields.strings("b") }
    #expect(throws: InvalidInput(field: "offer.d", "must be a list of texts")) { try fields.strings("d") }
    #expect(throws: InvalidInput(field: "offer.b", "must be a JSON object")) { try fields.object("b") }
    #expect(throws: InvalidInput(field: "offer.a", "must be an instant such as 2026-11-21T17:42:00Z, not 'x'")) {
      try fields.instant("a")
    }
  }

  @Test func refusesWhatNobodyAskedFor() throws {
    var fields = try Self.fields(["known": 1, "colour": "red", "size": 1])
    _ = try fields.integer("known")
    #expect(throws: InvalidInput(.unknownField, field: "offer.colour", "is not a known field; remove it")) {
      try fields.finish()
    }
    var outer = try JSONFields(["trigger": ["x": 1]])
    var inner = try #require(try outer.object("trigger"))
    _ = inner.value("y")
    #expect(throws: InvalidInput(.unknownField, field: "trigger.x", "is not a known field; remove it")) {
      try inner.finish()
    }
  }

  @Test func namesAMissingField() throws {
    let fields = try Self.fields([:])
    #expect(throws: InvalidInput(.missingField, field: "offer.now", "is missing")) {
      try fields.require(Int?.none, "now")
    }
  }

  /// A sentence repeats only a bounded, printable part of what it complains about.
  @Test func errorsRepeatNothingDangerous() throws {
    let hostile = "\u{1B}]0;owned\u{7}" + String(repeating: "x", count: 1_000_000)
    var fields = try Self.fields([hostile: 1, "when": .string(hostile)])
    let instant = try #require(throws: InvalidInput.self) { try fields.instant("when") }
    let unknown = try #require(throws: InvalidInput.self) { try fields.finish() }
    let weekday = try #require(throws: InvalidInput.self) { try WeekdaySet([hostile], field: "days_of_week") }
    let clock = try #require(throws: InvalidInput.self) { try ClockTime(hostile, field: "time_of_day_start") }
    let weather = try #require(throws: InvalidInput.self) { try Weather(parsing: hostile, field: "weather") }
    for error in [instant, unknown, weekday, clock, weather] {
      #expect(error.description.utf8.count < 300)
      #expect(!error.description.unicodeScalars.contains(where: PlainText.isForbidden))
      #expect(error.description.contains("]0;owned"))
    }
  }
}
