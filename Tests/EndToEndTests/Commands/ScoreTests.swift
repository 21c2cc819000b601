import Core
import Testing

/// `score` against values worked out by another program (Python, straight from the formulas of contract.md).
@Suite struct ScoreTests {
  private static let base = """
    "now":"2026-11-20T22:42:00Z","zone":"America/Cayman"
    """
  private static let session = """
    "lat":19.29543,"lng":-81.38125,"started":"2026-11-20T21:29:00Z","hourly_rate_cents":250
    """

  /// A line in, and temporal, spatial, value, capacity, affinity, total and walking metres out.
  static let examples: [(line: String, expected: [Double])] = [
    (
      """
      {\(base),"session":{\(session),"expires":"2026-11-20T23:29:00Z"},"offer":{"category":"dining","lat":19.296,\
      "lng":-81.381,"use_minutes":30,"value":{"discount_percent":20,"perks":["free_dessert"]},\
      "typical_spend_cents":7000,"capacity_total":40,"capacity_left":4},\
      "person":{"accepted":3,"dismissed":1,"preferred_categories":["dining"]}}
      """, [30, 22.213241591, 13.333333333, 13.5, 8.25, 87.296574924, 89.176269085]
    ),
    (
      """
      {\(base),"session":{\(session),"expires":"2026-11-20T23:29:00Z"},"offer":{"lat":19.296,"lng":-81.381}}
      """, [30, 22.213241591, 0, 0, 5, 57.213241591, 89.176269085]
    ),
    (
      """
      {\(base),"session":{\(session),"expires":"2026-11-20T23:29:00Z"},"offer":{"lat":19.296,"lng":-81.381,\
      "value":{"parking_minutes":30},"use_minutes":40}}
      """, [14.311779819, 22.213241591, 2.222222222, 0, 5, 43.747243632, 89.176269085]
    ),
    (
      """
      {\(base),"session":{\(session),"expires":"2026-11-20T23:00:00Z"},"offer":{"lat":19.296,"lng":-81.381,\
      "trigger":{"time_remaining_max":20},"value":{"amount_cents":1000}},\
      "person":{"walking_limit_metres":300,"dismissed":6}}
      """, [6, 17.568644243, 10, 0, 2, 35.568644243, 89.176269085]
    ),
    (
      """
      {\(base),"session":{"lat":-17.0,"lng":179.9995,"started":"2026-11-20T21:29:00Z",\
      "expires":"2026-11-20T23:29:00Z"},"offer":{"lat":-17.0,"lng":-179.9995,"value":{"discount_percent":12.5}}}
      """, [30, 20.680084397, 4.761904762, 0, 5, 60.441989159, 138.237299287]
    ),
    (
      """
      {\(base),"session":{\(session),"expires":"2026-11-20T22:50:00Z"},"offer":{"lat":19.296,"lng":-81.381,\
      "use_minutes":2,"value":{"perks":["gift","free_valet"]},"capacity_total":3,"capacity_left":1}}
      """, [11.311779819, 22.213241591, 11.304347826, 10, 5, 59.829369236, 89.176269085]
    ),
  ]

  @Test(arguments: examples.indices)
  func givesThePointsOfTheFormulas(example: Int) throws {
    let (line, expected) = Self.examples[example]
    let answer = try #require(try OpportuneProgram().run("score", input: line).lines.first)
    let factors = answer["factors"].list
    #expect(factors.map { $0["id"].text } == ["temporal", "spatial", "value", "capacity", "affinity"])
    #expect(factors.map { $0["maximum"].number } == [30, 25, 20, 15, 10])
    let numbers = factors.map { $0["points"].number } + [answer["score"].number, answer["walk_metres"].number]
    for (number, value) in zip(numbers, expected) { #expect(abs(number - value) < 2e-9, "\(number) is not \(value)") }
    #expect(factors.reduce(0) { $0 + $1["points"].number } == answer["score"].number)
  }

  /// What makes an offer held back, and the code, the actual and the required value that must be given.
  static let heldBack: [(offer: String, person: String, code: String, actual: JSON, required: JSON)] = [
    (#""valid_from":"2026-11-20T22:42:01Z""#, "", "offer.not_started", "2026-11-20T22:42:00Z", "2026-11-20T22:42:01Z"),
    (#""valid_until":"2026-11-20T22:42:00Z""#, "", "offer.ended", "2026-11-20T22:42:00Z", "2026-11-20T22:42:00Z"),
    (#""trigger":{"time_remaining_min":48}"#, "", "trigger.time_remaining", .number(47), .number(48)),
    (#""trigger":{"time_remaining_max":46.5}"#, "", "trigger.time_remaining", .number(47), .number(46.5)),
    (#""trigger":{"days_of_week":["Saturday","sun"]}"#, "", "trigger.weekday", "fri", ["sat", "sun"]),
    (
      #""trigger":{"time_of_day_start":"11:00","time_of_day_end":"17:42"}"#, "", "trigger.time_of_day", "17:42",
      ["11:00", "17:42"]
    ),
    (#""trigger":{"weather":["rain"]}"#, "", "trigger.weather", .null, ["rain"]),
    (#""capacity_total":5,"capacity_left":0"#, "", "capacity.full", 0, 1),
    (#""use_minutes":47"#, "", "time.not_enough", .number(47), .null),
    ("", #""enabled":false"#, "preferences.disabled", false, true),
    (#""category":"spa""#, #""blocked_categories":["SPA"]"#, "preferences.category", "spa", .null),
    (#""partner_id":7"#, #""blocked_partners":[6,7]"#, "preferences.partner", 7, .null),
    ("", #""blocked_days":["fri"]"#, "preferences.blocked_day", "fri", .null),
    ("", #""quiet_hours":["17:00","18:00"]"#, "preferences.quiet_hours", "17:42", ["17:00", "18:00"]),
    (
      "", #""quiet_hours":[{"days":["thu","fri"],"from":"17:42","to":"09:00"}]"#, "preferences.quiet_hours", "17:42",
      ["17:42", "09:00"]
    ),
  ]

  @Test(arguments: heldBack.indices)
  func namesTheReasonAgainstAnOffer(example: Int) throws {
    let (offer, person, code, actual, required) = Self.heldBack[example]
    let line = """
      {"id":["any",1],\(Self.base),"session":{\(Self.session),"expires":"2026-11-20T23:29:00Z"},\
      "person":{\(person)},"offer":{"lat":19.296,"lng":-81.381\(offer.isEmpty ? "" : ",")\(offer)}}
      """
    let run = try OpportuneProgram().run("score", input: line)
    let answer = try #require(run.lines.first)
    #expect(run.status == 0)
    #expect(answer["id"] == ["any", 1])
    #expect(answer["eligible"] == false)
    #expect(answer["code"].text == code)
    #expect(answer["actual"]["value"] == actual)
    if required != .null { #expect(answer["required"]["value"] == required) }
    #expect(!answer["reason"].text.isEmpty)
  }

  @Test(arguments: [(0.01, 1445.5), (3.0, 433_660.8)])
  func saysHowFarIsTooFarHoweverFarItIs(degrees: Double, metres: Double) throws {
    // 1.3 x 6,371,008.8 m x degrees x pi / 180, along a meridian.
    let line = """
      {"now":"2026-11-20T22:42:00Z","session":{"lat":0,"lng":0,"expires":"2026-12-20T23:29:00Z"},\
      "offer":{"lat":\(degrees),"lng":0}}
      """
    let answer = try #require(try OpportuneProgram().run("score", input: line).lines.first)
    #expect(answer["code"].text == "distance.too_far")
    #expect(abs(answer["actual"]["value"].number - metres) < 0.6)
    #expect(answer["required"]["value"] == .number(800))
  }

  @Test func whatComesBeforeDistanceIsTheReasonFarAwayToo() throws {
    let line = """
      {"now":"2026-11-20T22:42:00Z","session":{"lat":0,"lng":0,"expires":"2026-11-20T23:29:00Z"},\
      "offer":{"lat":3,"lng":0,"trigger":{"weather":["rain"]}},"person":{"enabled":false}}
      """
    let answer = try #require(try OpportuneProgram().run("score", input: line).lines.first)
    #expect(answer["code"].text == "trigger.weather")
  }

  @Test func quietHoursEndAtTheirEndToTheMillisecond() throws {
    func eligible(_ now: String) throws -> JSON? {
      let line = """
        {"now":"\(now)","zone":"America/Cayman","session":{"lat":0,"lng":0,"expires":"2026-11-22T23:29:00Z"},\
        "person":{"quiet_hours":["22:00","07:00"]},"offer":{"lat":0,"lng":0}}
        """
      return try OpportuneProgram().run("score", input: line).lines.first?["eligible"]
    }
    #expect(try eligible("2026-11-21T02:59:59.999Z") == true)
    #expect(try eligible("2026-11-21T03:00:00Z") == false)
    #expect(try eligible("2026-11-21T11:59:59.999Z") == false)
    #expect(try eligible("2026-11-21T12:00:00Z") == true)
  }
}
