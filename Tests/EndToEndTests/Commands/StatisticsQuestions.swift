/// Questions for `statistics`, ordinary and extreme, each of which has an answer.
enum StatisticsQuestions {
  /// A line each, every operation among them.
  static let all = [
    #"{"id":1,"op":"compare","control":{"conversions":100,"n":1000},"variant":{"conversions":120,"n":1000}}"#,
    #"{"op":"compare","control":{"conversions":0,"n":0},"variant":{"conversions":0,"n":0}}"#,
    #"{"op":"compare","control":{"conversions":0,"n":9},"variant":{"conversions":9,"n":9},"confidence":0.99}"#,
    #"{"op":"compare","control":{"conversions":0,"n":9},"variant":{"conversions":0,"n":9},"planned_total":100}"#,
    #"{"op":"compare","control":{"conversions":9,"n":9},"variant":{"conversions":1,"n":1}}"#,
    #"{"op":"compare","control":{"conversions":1,"n":1000000000},"variant":{"conversions":999999999,"n":1000000000}}"#,
    #"{"op":"compare","control":{"conversions":0,"n":1},"variant":{"conversions":1000000000000,"n":1000000000000}}"#,
    #"{"op":"arms","arms":[[100,1000],[120,1000],[90,1000]]}"#, #"{"op":"arms","arms":[[0,0],[5,10],[0,3],[0,4]]}"#,
    #"{"op":"arms","arms":[[0,10],[0,10]]}"#,
    #"{"op":"sample_size","baseline":0.1,"target":0.12}"#,
    #"{"op":"sample_size","baseline":0.1,"target":0.10000000001,"alpha":0.01,"power":0.9,"ratio":2}"#,
    #"{"op":"sample_size","baseline":0,"target":1}"#,
    #"{"op":"mde","baseline":0.1,"n":3841}"#, #"{"op":"mde","baseline":0,"n":1}"#,
    #"{"op":"mde","baseline":1,"n":500,"alpha":0.1,"power":0.9}"#,
    #"{"op":"split","observed":[5200,4800],"weights":[1,1]}"#,
    #"{"op":"split","observed":[500000000,500100000,7],"weights":[0.5,0.5,0]}"#,
    #"{"op":"split","observed":[0,0],"weights":[1,2]}"#, #"{"op":"split","observed":[9,0],"weights":[1,0]}"#,
    #"{"op":"split","observed":[100,0,100],"weights":[1,1,1]}"#,
    #"{"op":"looks","looks":[[0,0,0,0],[0,50,3,50],[5,100,9,100],[50,1000,90,1000]],"alpha":0.05,"planned_total":5000}"#,
    #"{"op":"looks","looks":[]}"#, #"{"op":"looks","looks":[[0,10,0,10],[1,1000000000,999999999,1000000000]]}"#,
    #"{"op":"verdict","arms":[[100,1000],[120,1000]],"weights":[1,1],"planned_n":3841,"day":10,"min_days":7}"#,
    #"{"op":"verdict","arms":[[100,1000],[220,1000]],"planned_n":3841,"day":10,"guardrail":"significantly_worse"}"#,
    #"{"op":"verdict","arms":[[0,0],[0,0],[0,0]],"weights":[1,1,2],"planned_n":1,"day":0,"always_valid":false}"#,
    #"{"op":"verdict","arms":[[0,1000000000],[1000000000,1000000000]],"planned_n":1000000000,"day":99}"#,
    #"{"op":"bucket","seed":"seed","unit":"a","weights":[0.5,0.5],"coverage":1}"#,
    #"{"op":"bucket","seed":"","unit":"a","weights":[1],"hash_version":1,"namespace":{"name":"n","from":0,"to":0}}"#,
    #"{"op":"adjust","p":[0.01,0.04,0.03]}"#, #"{"op":"adjust","p":[]}"#, #"{"op":"adjust","p":[0,1,1e-320]}"#,
    #"{"op":"means","control":{"n":100,"mean":10,"sd":2},"variant":{"n":120,"mean":11,"sd":3},"confidence":0.9}"#,
    #"{"op":"means","control":{"n":1,"mean":10,"sd":2},"variant":{"n":0,"mean":11,"sd":3}}"#,
    #"{"op":"means","control":{"n":5,"mean":-0.0,"sd":0},"variant":{"n":5,"mean":0,"sd":0}}"#,
    #"{"op":"means","control":{"n":5,"mean":-1e308,"sd":1},"variant":{"n":5,"mean":1e308,"sd":1e-300}}"#,
    #"{"op":"ratio","control":\#(sums("m", "d")),"variant":\#(sums("m", "d"))}"#,
    #"{"op":"ratio","control":\#(zeros("m", "d", n: 0)),"variant":\#(zeros("m", "d", n: 3))}"#,
    #"{"op":"cuped","control":\#(sums("y", "x")),"variant":\#(sums("y", "x"))}"#,
    #"{"op":"cuped","control":\#(zeros("y", "x", n: 1)),"variant":\#(zeros("y", "x", n: 4))}"#,
  ]

  private static func sums(_ one: String, _ other: String) -> String {
    """
    {"n":4,"sum_\(one)":10,"sum_\(other)":6,"sum_\(one)\(one)":30,"sum_\(other)\(other)":14,\
    "sum_\(one == "y" ? "xy" : "md")":20}
    """
  }

  private static func zeros(_ one: String, _ other: String, n: Int) -> String {
    """
    {"n":\(n),"sum_\(one)":0,"sum_\(other)":0,"sum_\(one)\(one)":0,"sum_\(other)\(other)":0,"sum_\(one == "y" ? "xy" : "md")":0}
    """
  }
}
