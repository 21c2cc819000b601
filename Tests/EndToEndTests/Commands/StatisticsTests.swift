import Core
import Testing

/// `statistics` as a script sees it: fields, nulls with their reasons, and one published or independent value for each
/// operation. The numbers themselves are held against other programs in CoreTests/Statistics and CoreTests/Experiments.
@Suite struct StatisticsTests {
  private static func answers(_ questions: [String]) throws -> [JSON] {
    let run = try OpportuneProgram().run("statistics", input: questions.joined(separator: "\n"))
    #expect(run.status == 0, "\(run.output)")
    return run.lines
  }

  private static func answer(_ question: String) throws -> JSON {
    try #require(try answers([question]).first)
  }

  private static func near(_ value: JSON?, _ known: Double) -> Bool {
    abs(value.number - known) <= 1e-9 * max(1e-12, abs(known))
  }

  /// SciPy 1.17.1 (chi2_contingency, fisher_exact, proportion_ci) and statsmodels 0.15.0 (confint_proportions_2indep with
  /// method "newcomb"); power, lift and the chance by mpmath 1.4.1.
  @Test func compareAnswersEveryWayThereIs() throws {
    let answer = try Self.answer(StatisticsQuestions.all[0])
    #expect(answer["id"] == 1)
    #expect(Self.near(answer["rate_variant"], 0.12) && Self.near(answer["difference"], 0.02))
    #expect(Self.near(answer["lift"], 0.2))
    #expect(Self.near(answer["chi_squared"]?["statistic"], 2.0429009193054137))
    #expect(answer["chi_squared"]?["df"] == 1)
    #expect(Self.near(answer["chi_squared"]?["p"], 0.152917781863945955))
    #expect(Self.near(answer["chi_squared_yates"]?["p"], 0.17451579008210202))
    #expect(Self.near(answer["fisher"]?["p"], 0.17440710410433677))
    #expect(Self.near(answer["fisher_mid_p"]?["ln_p"], -1.8718506068153428))
    #expect(Self.near(answer["z"], 1.4293008498232322))
    #expect(Self.near(answer["wilson_control"].list.first, 0.0829094435930957))
    #expect(Self.near(answer["newcombe"].list.last, 0.047550667456339058))
    #expect(Self.near(answer["lift_interval"].list.first, -0.065894248937006162))
    #expect(Self.near(answer["lift_adjusted"]?["lift"], 0.19900497512437811))
    #expect(Self.near(answer["power"], 0.29808032538146025))
    #expect(Self.near(answer["bayes"]?["probability_variant_better"], 0.92318343897355975))
    #expect(answer["undefined"] == [:])
  }

  @Test func whatIsUndefinedIsNullAndSaysWhy() throws {
    let empty = try Self.answer(
      #"{"op":"compare","control":{"conversions":0,"n":0},"variant":{"conversions":3,"n":9}}"#)
    for field in ["rate_control", "difference", "chi_squared", "fisher", "newcombe", "lift_adjusted", "always_valid"] {
      #expect(empty[field] == .null, "\(field)")
      #expect(empty["undefined"]?[field] == "the control has nobody", "\(field)")
    }
    #expect(empty["rate_variant"] != .null)
    let none = try Self.answer(#"{"op":"compare","control":{"conversions":0,"n":9},"variant":{"conversions":0,"n":9}}"#)
    #expect(none["chi_squared"] == .null)
    #expect(none["undefined"]?["chi_squared"] == "nobody converted")
    #expect(none["fisher"]?["p"] == .number(1))
    #expect(none["lift_interval"] == .null)
    #expect(none["lift_adjusted"] != .null)
  }

  /// The chance to beat a rate that is as likely as any other is the mean of the own rate: (3 + 1) / (9 + 2).
  @Test func anEmptyArmIsJudgedByThePrior() throws {
    let answer = try Self.answer(
      #"{"op":"compare","control":{"conversions":0,"n":0},"variant":{"conversions":3,"n":9}}"#)
    #expect(Self.near(answer["bayes"]?["probability_variant_better"], 4.0 / 11))
  }

  @Test func sizesAndEffects() throws {
    let answers = try Self.answers([
      #"{"op":"sample_size","baseline":0.1,"target":0.12,"alpha":0.05,"power":0.8,"ratio":1}"#,
      #"{"op":"sample_size","baseline":0.5,"target":0.45,"alpha":0.05,"power":0.9,"ratio":2}"#,
      #"{"op":"mde","baseline":0.1,"n":3841,"alpha":0.05,"power":0.8}"#, #"{"op":"mde","baseline":0,"n":50}"#,
    ])
    #expect(answers[0]["n_control"] == 3841 && answers[0]["n_variant"] == 3841)
    #expect(answers[1]["n_control"] == 1570 && answers[1]["n_variant"] == 3140)
    #expect(Self.near(answers[2]["absolute_up"], 0.019999586570913722))
    #expect(Self.near(answers[2]["relative_up"], 0.19999586570913722))
    #expect(Self.near(answers[2]["absolute_down"], -0.018366998252681195))
    #expect(answers[3]["relative_up"] == .null && answers[3]["absolute_down"] == .null)
    #expect(answers[3]["undefined"]?["absolute_down"] == "there is no rate below 0")
  }

  /// A.18 of the specification: 5,200 to 4,800 on halves is an alarm (p about 6e-5), 5,050 to 4,950 is none.
  @Test func aSplitIsHeldAgainstItsWeights() throws {
    let answers = try Self.answers([
      #"{"op":"split","observed":[5200,4800],"weights":[1,1]}"#,
      #"{"op":"split","observed":[5050,4950,2],"weights":[0.5,0.5,0]}"#,
    ])
    #expect(Self.near(answers[0]["statistic"], 16))
    #expect(Self.near(answers[0]["p"], 6.334248366623996e-05))
    #expect(answers[1]["p"].number > 0.001)
    #expect(answers[1]["in_zero_weight_arms"] == 2)
    #expect(answers[1]["df"] == 1)
  }

  /// GrowthBook's published cases: ("seed", "a") is at 0.0505, by version 1 ("", "b") at 0.077.
  @Test func bucketsAreThePublishedOnes() throws {
    let answers = try Self.answers([
      #"{"op":"bucket","seed":"seed","unit":"a","weights":[0.02,0.98],"coverage":1}"#,
      #"{"op":"bucket","seed":"","unit":"b","weights":[0.5,0.5],"coverage":0.1,"hash_version":1}"#,
      #"{"op":"bucket","seed":"seed","unit":"b","weights":[0.5,0.5],"namespace":{"name":"n","from":0.5,"to":0.5}}"#,
    ])
    #expect(answers.map { $0["bucket"] } == [.number(0.0505), .number(0.077), .number(0.2696)])
    #expect(answers.map { $0["arm"] } == [1, -1, -1])
  }

  @Test func looksKeepTheSmallestPAndNameTheFirstThatDecides() throws {
    let answer = try Self.answer(
      #"{"op":"looks","looks":[[0,0,0,0],[5,100,9,100],[50,1000,90,1000],[80,1200,100,1200]],"alpha":0.05}"#)
    let rows = answer["rows"].list
    #expect(rows.count == 4)
    #expect(rows[0]["p_instant"] == .null && rows[0]["p_running"] == .number(1))
    #expect(answer["undefined"]?["rows.0.p_fixed"] == "an arm has nobody")
    let running = rows.map { $0["p_running"].number }
    #expect(running == running.sorted(by: >))
    #expect(running[3] == running[2])
    #expect(answer["first_significant"] == 2)
  }

  @Test func aVerdictNamesItsArmAndItsReason() throws {
    let answers = try Self.answers([
      #"{"op":"verdict","arms":[[100,1000],[220,1000]],"weights":[1,1],"planned_n":3841,"day":10,"min_days":7}"#,
      #"{"op":"verdict","arms":[[100,1000],[220,1000]],"weights":[1,1],"planned_n":3841,"day":3,"min_days":7}"#,
      #"{"op":"verdict","arms":[[100,1000],[220,1300]],"weights":[1,1],"planned_n":3841,"day":10,"min_days":7}"#,
    ])
    #expect(answers.map { $0["verdict"] } == ["ship", "too_early", "unhealthy"])
    #expect(answers.map { $0["arm"] } == [1, .null, .null])
    #expect(answers.allSatisfy { !$0["text"].text.isEmpty })
  }

  @Test func severalArmsAndManyTests() throws {
    let answers = try Self.answers([
      #"{"op":"arms","arms":[[100,1000],[120,1000],[90,1000]]}"#, #"{"op":"arms","arms":[[5,10],[0,0],[7,9]]}"#,
      #"{"op":"adjust","p":[0.01,0.04,0.03]}"#,
    ])
    #expect(Self.near(answers[0]["chi_squared"]?["statistic"], 5.0365751289123395))
    #expect(Self.near(answers[0]["pairwise_holm"].list.first, 2 * 0.152917781863945955))
    #expect(Self.near(answers[0]["p_best"].list[1], 0.9146879385230967))
    #expect(answers[1]["pairwise"].list.first == .null)
    #expect(answers[1]["undefined"]?["pairwise.0"] == "arm 1 has nobody")
    #expect(answers[1]["chi_squared"] == .null && answers[1]["pairwise_holm"].list[1] != .null)
    #expect(Self.near(answers[2]["holm"].list[1], 0.06))
  }

  /// The rows behind these sums are in CoreTests/Experiments/MeanComparisonTests.
  @Test func meansRatiosAndWhatWasKnownBefore() throws {
    func sums(_ one: String, _ other: String) -> String {
      func arm(_ n: Int, _ x: Int, _ y: Int, _ xx: Int, _ yy: Int, _ xy: Int) -> String {
        """
        {"n":\(n),"sum_\(other)":\(x),"sum_\(one)":\(y),"sum_\(other)\(other)":\(xx),"sum_\(one)\(one)":\(yy),\
        "sum_\(one == "y" ? "xy" : "md")":\(xy)}
        """
      }
      return
        "\"control\":\(arm(40, 174, 439, 1000, 5897, 2400)),\"variant\":\(arm(55, 213, 624, 1151, 8428, 3038))"
    }
    let answers = try Self.answers([
      """
      {"op":"means","control":{"n":40,"mean":10.975,"sd":5.2598503439761135},\
      "variant":{"n":55,"mean":11.345454545454546,"sd":4.9971035381552555}}
      """,
      "{\"op\":\"ratio\",\(sums("m", "d"))}", "{\"op\":\"cuped\",\(sums("y", "x"))}",
    ])
    #expect(Self.near(answers[0]["df"], 81.60927843572344) && Self.near(answers[0]["p"], 0.7301560830420519))
    #expect(Self.near(answers[1]["se_variant"], 0.10660819531499643) && Self.near(answers[1]["z"], 3.1634899884500736))
    #expect(Self.near(answers[2]["theta"], 1.928118586924656))
    #expect(Self.near(answers[2]["se_adjusted"], 0.33798915189012263))
  }

  @Test func nothingIsNaNOrInfiniteOrMinusZero() throws {
    let run = try OpportuneProgram().run("statistics", input: StatisticsQuestions.all.joined(separator: "\n"))
    #expect(run.status == 0)
    #expect(run.lines.count == StatisticsQuestions.all.count)
    #expect(run.output.firstMatch(of: /(?i)[:,\[]-?(nan|inf)/) == nil)
    #expect(run.output.firstMatch(of: /-0\.0[,\]}]/) == nil)
  }
}
