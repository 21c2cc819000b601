import Core
import Testing

/// `statistics` on questions that break a rule: the line answers with its error, the others go on.
@Suite struct StatisticsFaultTests {
  private static let good = #"{"id":7,"op":"adjust","p":[0.5]}"#
  private static let arm = #"{"conversions":1,"n":10}"#

  /// A line, the code and the field of its error.
  static let faults: [(line: String, code: String, field: String)] = [
    ("{}", "missing_field", "op"), (#"{"op":"compar"}"#, "invalid_value", "op"), (#"{"op":1}"#, "invalid_value", "op"),
    ("[]", "invalid_value", ""), ("{", "malformed", ""),
    (#"{"op":"compare","control":\#(arm)}"#, "missing_field", "variant"),
    (#"{"op":"compare","control":\#(arm),"variant":{"n":10}}"#, "missing_field", "variant.conversions"),
    (
      #"{"op":"compare","control":{"conversions":11,"n":10},"variant":\#(arm)}"#, "invalid_value", "control.conversions"
    ),
    (
      #"{"op":"compare","control":\#(arm),"variant":{"conversions":-1,"n":10}}"#, "invalid_value", "variant.conversions"
    ),
    (#"{"op":"compare","control":\#(arm),"variant":{"conversions":0,"n":-1}}"#, "invalid_value", "variant.n"),
    (
      #"{"op":"compare","control":\#(arm),"variant":{"conversions":1.5,"n":9}}"#, "invalid_value", "variant.conversions"
    ),
    (#"{"op":"compare","control":\#(arm),"variant":{"conversions":1,"n":1e15}}"#, "invalid_value", "variant.n"),
    (#"{"op":"compare","control":\#(arm),"variant":\#(arm),"confidence":1}"#, "invalid_value", "confidence"),
    (#"{"op":"compare","control":\#(arm),"variant":\#(arm),"confidence":0}"#, "invalid_value", "confidence"),
    (#"{"op":"compare","control":\#(arm),"variant":\#(arm),"planned_total":0}"#, "invalid_value", "planned_total"),
    (#"{"op":"compare","control":\#(arm),"variant":\#(arm),"level":0.9}"#, "unknown_field", "level"),
    (
      #"{"op":"compare","control":{"conversions":1,"n":10,"rate":1},"variant":\#(arm)}"#, "unknown_field",
      "control.rate"
    ),
    (#"{"op":"arms","arms":[]}"#, "invalid_value", "arms"), (#"{"op":"arms","arms":[[1,2]]}"#, "invalid_value", "arms"),
    (#"{"op":"arms","arms":[[1,2],[3,2]]}"#, "invalid_value", "arms.1.0"),
    (#"{"op":"arms","arms":[[1,2],[1]]}"#, "invalid_value", "arms.1"),
    (#"{"op":"sample_size","baseline":0.1}"#, "missing_field", "target"),
    (#"{"op":"sample_size","baseline":0.1,"target":0.1}"#, "invalid_value", "target"),
    (#"{"op":"sample_size","baseline":1.1,"target":0.1}"#, "invalid_value", "baseline"),
    (#"{"op":"sample_size","baseline":0.1,"target":-0.1}"#, "invalid_value", "target"),
    (#"{"op":"sample_size","baseline":0.1,"target":0.2,"power":0.01}"#, "invalid_value", "power"),
    (#"{"op":"sample_size","baseline":0.1,"target":0.2,"ratio":0}"#, "invalid_value", "ratio"),
    (#"{"op":"mde","baseline":0.1,"n":0}"#, "invalid_value", "n"),
    (#"{"op":"mde","baseline":0.1,"n":9,"alpha":0}"#, "invalid_value", "alpha"),
    (#"{"op":"adjust","p":[0.1,1.1]}"#, "invalid_value", "p.1"), (#"{"op":"adjust","p":0.1}"#, "invalid_value", "p"),
    (#"{"op":"adjust","p":[null]}"#, "invalid_value", "p.0"),
    (#"{"op":"split","observed":[],"weights":[]}"#, "invalid_value", "observed"),
    (#"{"op":"split","observed":[1,2],"weights":[1]}"#, "invalid_value", "weights"),
    (#"{"op":"split","observed":[1,2],"weights":[0,0]}"#, "invalid_value", "weights"),
    (#"{"op":"split","observed":[1,2],"weights":[1,-1]}"#, "invalid_value", "weights.1"),
    (#"{"op":"split","observed":[1,2],"weights":[1e9,1e-9]}"#, "invalid_value", "weights.1"),
    (#"{"op":"split","observed":[1,-2],"weights":[1,1]}"#, "invalid_value", "observed.1"),
    (
      #"{"op":"means","control":{"n":2,"mean":1,"sd":-1},"variant":{"n":2,"mean":1,"sd":1}}"#, "invalid_value",
      "control.sd"
    ),
    (
      #"{"op":"cuped","control":{"n":4,"sum_y":4,"sum_x":0,"sum_yy":3,"sum_xx":0,"sum_xy":0},"variant":{}}"#,
      "invalid_value", "control"
    ),
    (#"{"op":"looks","looks":[[1,2,3]]}"#, "invalid_value", "looks.0"),
    (#"{"op":"looks","looks":[[1,2,3,4],[1,2,3,3]]}"#, "invalid_value", "looks.1.3"),
    (#"{"op":"looks","looks":[[3,2,3,4]]}"#, "invalid_value", "looks.0.0"),
    (#"{"op":"verdict","arms":[[1,2],[1,2]],"day":1}"#, "missing_field", "planned_n"),
    (#"{"op":"verdict","arms":[[1,2],[1,2]],"planned_n":9,"day":-1}"#, "invalid_value", "day"),
    (#"{"op":"verdict","arms":[[1,2],[1,2]],"weights":[0,1],"planned_n":9,"day":1}"#, "invalid_value", "weights.0"),
    (#"{"op":"verdict","arms":[[1,2],[1,2]],"weights":[1,0],"planned_n":9,"day":1}"#, "invalid_value", "weights"),
    (#"{"op":"verdict","arms":[[1,2],[1,2]],"planned_n":9,"day":1,"guardrail":"bad"}"#, "invalid_value", "guardrail"),
    (#"{"op":"bucket","seed":"s","weights":[1]}"#, "missing_field", "unit"),
    (#"{"op":"bucket","seed":"s","unit":"u","weights":[0.5,0.6]}"#, "invalid_value", "weights"),
    (#"{"op":"bucket","seed":"s","unit":"u","weights":[]}"#, "invalid_value", "weights"),
    (#"{"op":"bucket","seed":"s","unit":"u","weights":[1],"coverage":2}"#, "invalid_value", "coverage"),
    (#"{"op":"bucket","seed":"s","unit":"u","weights":[1],"hash_version":3}"#, "invalid_value", "hash_version"),
    (
      #"{"op":"bucket","seed":"s","unit":"u","weights":[1],"namespace":{"name":"n","from":0.6,"to":0.5}}"#,
      "invalid_value", "namespace.to"
    ),
  ]

  @Test func everyFaultNamesItsFieldAndStopsNoOtherLine() throws {
    let lines = Self.faults.flatMap { [$0.line, Self.good] }
    let run = try OpportuneProgram().run("statistics", input: lines.joined(separator: "\n"))
    #expect(run.status == 2)
    let answers = run.lines
    try #require(answers.count == lines.count)
    for (index, fault) in Self.faults.enumerated() {
      let error = answers[2 * index]["error"]
      #expect(error?["code"] == .string(fault.code), "\(fault.line)")
      #expect(error?["field"] == (fault.field.isEmpty ? .null : .string(fault.field)), "\(fault.line)")
      #expect(!error["message"].text.isEmpty, "\(fault.line)")
      #expect(answers[2 * index + 1]["id"] == 7)
    }
  }
}
