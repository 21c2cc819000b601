import Core
import Testing

/// `score` on input that breaks a rule: the line answers with its error, the others go on.
@Suite struct ScoreFaultTests {
  private static let session = #""session":{"lat":1,"lng":1,"expires":"2026-11-20T23:29:00Z"}"#
  private static let now = #""now":"2026-11-20T22:42:00Z""#
  private static let offer = #""offer":{"lat":1,"lng":1}"#

  /// A line, the code and the field of its error.
  static let faults: [(line: String, code: String, field: String)] = [
    ("{\(session),\(offer)}", "missing_field", "now"),
    ("{\(now),\(offer)}", "missing_field", "session"),
    ("{\(now),\(session)}", "missing_field", "offer"),
    (#"{\#(now),"session":{"lat":1,"lng":1},\#(offer)}"#, "missing_field", "session.expires"),
    (#"{\#(now),"session":{"lng":1,"expires":"2026-11-20T23:29:00Z"},\#(offer)}"#, "missing_field", "session.lat"),
    (#"{\#(now),\#(session),"offer":{"lat":1}}"#, "missing_field", "offer.lng"),
    (
      #"{\#(now),"session":{"lat":91,"lng":1,"expires":"2026-11-20T23:29:00Z"},\#(offer)}"#, "invalid_value",
      "session.lat"
    ),
    (#"{\#(now),\#(session),"offer":{"lat":1,"lng":-180.5}}"#, "invalid_value", "offer.lng"),
    (#"{\#(now),\#(session),"offer":{"lat":NaN,"lng":1}}"#, "malformed", ""),
    (#"{\#(now),\#(session),"offer":{"lat":1e999,"lng":1}}"#, "malformed", ""),
    (#"{\#(now),\#(session),"offer":{"lat":"1","lng":1}}"#, "invalid_value", "offer.lat"),
    (#"{"now":"yesterday",\#(session),\#(offer)}"#, "invalid_value", "now"),
    (#"{\#(now),"zone":"Mars/Olympus",\#(session),\#(offer)}"#, "invalid_value", "zone"),
    (#"{\#(now),"weather":"fog",\#(session),\#(offer)}"#, "invalid_value", "weather"),
    (#"{\#(now),"colour":1,\#(session),\#(offer)}"#, "unknown_field", "colour"),
    (#"{\#(now),\#(session),"offer":{"lat":1,"lng":1,"trigger":{"foo":1}}}"#, "unknown_field", "offer.trigger.foo"),
    (#"{\#(now),\#(session),"offer":{"lat":1,"lng":1,"value":{"percent":1}}}"#, "unknown_field", "offer.value.percent"),
    (#"{\#(now),\#(session),"person":{"limit":1},\#(offer)}"#, "unknown_field", "person.limit"),
    (
      #"{\#(now),"session":{"lat":1,"lng":1,"started":"2026-11-21T00:00:00Z","expires":"2026-11-20T23:29:00Z"},\#(offer)}"#,
      "invalid_value", "session.started"
    ),
    (#"{\#(now),\#(session),"person":{"accepted":-1},\#(offer)}"#, "invalid_value", "person.accepted"),
    (
      #"{\#(now),\#(session),"person":{"walking_limit_metres":-5},\#(offer)}"#, "invalid_value",
      "person.walking_limit_metres"
    ),
    (
      #"{\#(now),\#(session),"person":{"preferred_categories":["a"],"blocked_categories":["a"]},\#(offer)}"#,
      "invalid_value", "person.preferred_categories"
    ),
    (#"{\#(now),\#(session),"person":{"quiet_hours":["22:00"]},\#(offer)}"#, "invalid_value", "person.quiet_hours"),
    (
      #"{\#(now),\#(session),"person":{"quiet_hours":["22:00","25:00"]},\#(offer)}"#, "invalid_value",
      "person.quiet_hours.1"
    ),
    (#"{\#(now),\#(session),"person":{"blocked_days":["Fryday"]},\#(offer)}"#, "invalid_value", "person.blocked_days"),
    (
      #"{\#(now),\#(session),"offer":{"lat":1,"lng":1,"capacity_total":3,"capacity_left":4}}"#, "invalid_value",
      "offer.capacity_left"
    ),
    (#"{\#(now),\#(session),"offer":{"lat":1,"lng":1,"capacity_left":4}}"#, "missing_field", "offer.capacity_total"),
    (#"{\#(now),\#(session),"offer":{"lat":1,"lng":1,"use_minutes":-1}}"#, "invalid_value", "offer.use_minutes"),
    (
      #"{\#(now),\#(session),"offer":{"lat":1,"lng":1,"value":{"perks":["champagne"]}}}"#, "invalid_value",
      "offer.value.perks"
    ),
    (
      #"{\#(now),\#(session),"offer":{"lat":1,"lng":1,"value":{"discount_percent":101}}}"#, "invalid_value",
      "offer.value.discount_percent"
    ),
    (
      #"{\#(now),\#(session),"offer":{"lat":1,"lng":1,"trigger":{"time_remaining_min":9,"time_remaining_max":8}}}"#,
      "invalid_value", "offer.trigger.time_remaining_min"
    ),
    (
      #"{\#(now),\#(session),"offer":{"lat":1,"lng":1,"valid_from":"2027-01-01T00:00:00Z","valid_until":"2026-01-01T00:00:00Z"}}"#,
      "invalid_value", "offer.valid_from"
    ),
    ("[]", "invalid_value", ""), ("{", "malformed", ""), (#"{"now":1,"now":2}"#, "malformed", ""),
  ]

  @Test(arguments: faults.indices)
  func answersWithTheFieldAtFault(example: Int) throws {
    let (line, code, field) = Self.faults[example]
    let run = try OpportuneProgram().run("score", input: line + "\n")
    let answer = try #require(run.lines.first)
    #expect(run.status == 2)
    #expect(answer["error"]["code"].text == code)
    #expect(answer["error"]["field"].text == field)
    #expect(!answer["error"]["message"].text.isEmpty)
  }

  @Test func aBadLineStopsNoOther() throws {
    let good = "{\"id\":1,\(Self.now),\(Self.session),\(Self.offer)}"
    let bad = "{\"id\":\"two\",\(Self.session),\(Self.offer)}"
    let run = try OpportuneProgram().run("score", input: [good, bad, "", "nonsense", good].joined(separator: "\r\n"))
    #expect(run.status == 2)
    #expect(run.lines.map { $0["id"] } == [1, "two", .null, 1])
    #expect(run.lines.map { $0["error"] == nil } == [true, false, false, true])
  }

  @Test func aTitleOfTenMegabytesIsRefusedAndTheNextLineAnswered() throws {
    let good = "{\"id\":1,\(Self.now),\(Self.session),\(Self.offer)}"
    let long = "{\"id\":\"" + String(repeating: "x", count: 10_000_000) + "\"}"
    let run = try OpportuneProgram().run("score", input: "\(long)\n\(good)\n")
    #expect(run.lines.first?["error"]["code"].text == "malformed")
    #expect(run.lines.last?["eligible"] == true)
    #expect(run.lines.count == 2)
  }

  @Test func thousandsOfLinesKeepTheirOrder() throws {
    let lines = (0..<5000).map { "{\"id\":\($0),\(Self.now),\(Self.session),\(Self.offer)}" }
    let run = try OpportuneProgram().run("score", input: lines.joined(separator: "\n"))
    #expect(run.status == 0)
    #expect(run.lines.map { $0["id"].number } == (0..<5000).map(Double.init))
  }

  @Test func whoeverAsksLineByLineIsAnsweredLineByLine() throws {
    let question = "{\(Self.now),\(Self.session),\(Self.offer)}"
    let run = try OpportuneProgram().shell(
      """
      coproc "$opportune" score
      for n in 1 2 3; do echo '\(question)' >&"${COPROC[1]}"; read -t 20 -r answer <&"${COPROC[0]}" || exit 9; done
      """)
    #expect(run.status == 0)
  }
}
