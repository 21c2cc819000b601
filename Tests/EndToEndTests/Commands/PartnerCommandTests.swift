import Core
import Testing

/// Partners and their offers from the command line, as an owner and an operator use it.
@Suite struct PartnerCommandTests {
  private static let partner = [
    "partner", "add", "--name", "Blue Cilantro", "--category", "dining", "--lat", "19.29", "--lng", "-81.38",
  ]

  /// The number of a new partner.
  private func partner(in demo: DemoCopy, _ more: String...) throws -> String {
    let run = try demo.run(Self.partner + more)
    #expect(run.status == 0, "\(run.errors)")
    return run.json["partner"]["id"].word
  }

  @Test func everyFactOfAPartnerComesBack() throws {
    let demo = try DemoCopy()
    let facts = """
      {"name":"Café Ünïcode","category":"dining","description":"Three courses","email":"chef@example.com",\
      "phone":"345-555","address":"Shore 1","lat":19.2866,"lng":-81.3744,"zone":"America/Cayman","currency":"USD",\
      "commission_basis_points":1250,"auto_approve":true,"offer_limit":12,"webhook_url":"https://example.com/hook"}
      """
    let added = try demo.run("partner", "add", "--input", "-", input: facts)
    #expect(added.status == 0, "\(added.errors)")
    let shown = try demo.run("partner", "show", added.json["partner"]["id"].word).json["partner"]
    for (name, value) in members(try JSON(parsing: facts)) { #expect(shown[name] == value, "\(name)") }
    #expect(try demo.run(Self.partner + ["--email", "CHEF@example.com"]).status == 5)
  }

  @Test(arguments: [
    (["--lat", "90.1"], "--lat"), (["--lng", "-180.1"], "--lng"),
    (["--commission-basis-points", "12.5"], "--commission-basis-points"),
    (["--email", "chef"], "--email"), (["--zone", "Mars/Olympus"], "--zone"), (["--name", ""], "--name"),
    (["--webhook-url", "ftp://x"], "--webhook-url"), (["--auto-approve", "yes"], "--auto-approve"),
  ])
  func everyObjectionNamesTheFlag(change: [String], flag: String) throws {
    let demo = try DemoCopy()
    var words = Self.partner
    if let place = words.firstIndex(of: change[0]) { words[place + 1] = change[1] } else { words += change }
    let run = try demo.run(words)
    #expect(run.status == 2)
    #expect(run.json["error"]["field"].text == flag)
  }

  @Test func flagsAndADocumentSayTheSame() throws {
    let demo = try DemoCopy()
    let partner = try partner(in: demo)
    let flags = try demo.run(
      "offer", "create", "--partner", partner, "--title", "Sunset dinner", "--type", "bundle", "--discount-percent",
      "12.5", "--perks", "free_dessert,gift", "--days-of-week", "fri,sat", "--time-of-day-start", "17:00",
      "--time-remaining-min", "30", "--weather", "rain", "--capacity-total", "40", "--valid-until",
      "2027-01-01T00:00:00Z", "--max-impressions-per-user", "3", "--impressions-per-day", "true", "--terms", "none")
    let document = try demo.run(
      "offer", "create", "--partner", partner, "--input", "-",
      input: """
        {"title":"Sunset dinner","type":"bundle","value":{"discount_percent":12.5,"perks":["free_dessert","gift"]},
        "trigger":{"days_of_week":["fri","sat"],"time_of_day_start":"17:00","time_remaining_min":30,"weather":"rain"},
        "capacity_total":40,"valid_until":"2027-01-01T00:00:00Z","max_impressions_per_user":3,
        "impressions_per_day":true}
        """)
    #expect(flags.status == 0 && document.status == 0, "\(flags.errors)\(document.errors)")
    let (one, other) = (members(flags.json["offer"]), members(document.json["offer"]))
    #expect(one.filter { $0.key != "id" } == other.filter { $0.key != "id" })
    #expect(one["state"].text == "draft")
    // Both are refused alike too; only the name of what is wrong is what was written.
    let flag = try demo.run("offer", "create", "--partner", partner, "--title", "X", "--discount-percent", "101")
    let member = try demo.run(
      "offer", "create", "--partner", partner, "--input", "-",
      input: #"{"title":"X","value":{"discount_percent":101}}"#)
    #expect(flag.status == 2 && member.status == 2)
    #expect(flag.json["error"]["field"].text == "--discount-percent")
    #expect(member.json["error"]["field"].text == "value.discount_percent")
  }

  @Test func anEditChangesOnlyWhatIsGiven() throws {
    let demo = try DemoCopy()
    let before = members(try demo.run("offer", "show", "1").json["offer"])
    let run = try demo.run("offer", "edit", "1", "--discount-percent", "33")
    #expect(run.status == 0, "\(run.errors)")
    let after = members(run.json["offer"])
    #expect(after["value"]["discount_percent"].number == 33)
    #expect(after["version"].number == before["version"].number + 1)
    for (name, value) in before where name != "value" && name != "version" { #expect(after[name] == value, "\(name)") }
    // What was read is written back without a change, and nothing is written.
    let shown = try demo.run("offer", "show", "1").json["offer"] ?? .null
    #expect(try demo.run("offer", "edit", "1", "--input", "-", input: shown.text()).json["offer"] == shown)
    // A version that is over is refused.
    let stale = try demo.run("offer", "edit", "1", "--input", "-", input: #"{"version":1,"title":"X"}"#)
    #expect(stale.status == 5)
    #expect(stale.json["error"]["code"].text == "version")
    #expect(try demo.run("offer", "edit", "1").status == 2)
  }

  @Test func anOfferIsWrittenByOneAndApprovedByAnother() throws {
    let demo = try DemoCopy()
    let offer = try demo.run(
      "offer", "create", "--partner", try partner(in: demo), "--title", "Lunch", "--discount-percent", "20")
    let id = offer.json["offer"]["id"].word
    #expect(try demo.run("offer", "approve", id).json["error"]["code"].text == "offer.move")
    #expect(try demo.run("offer", "submit", id).json["offer"]["state"].text == "pending")
    #expect(try demo.run("offer", "approve", id).status == 4)
    #expect(try demo.run("offer", "approve", id, "--as", "analyst:zoe").status == 4)
    #expect(try demo.run("offer", "reject", id, "--as", "operator:ben").status == 2)
    let approved = try demo.run("offer", "approve", id, "--as", "operator:ben")
    #expect(approved.json["offer"]["state"].text == "active")
    let (session, _, _) = try demo.parkedPerson()
    #expect(try demo.run("offer", "accept", id, "--session", session).status == 0)
    let shown = try demo.run("offer", "show", id).json
    #expect(shown["versions"].list.map { $0["author"].text } == ["operator:ben", "operator:tester", "operator:tester"])
    #expect(shown["moves"].list == ["pause", "end"])
    let trail = try demo.run("audit", "--offer", id).json["commands"].list
    #expect(trail.map { $0["verb"].text } == ["offer approve", "offer submit", "offer create"])
  }

  @Test func undoAndRedoOutliveTheProcessAndRefuseOnConflict() throws {
    let demo = try DemoCopy()
    let title = try demo.run("offer", "show", "1").json["offer"]["title"].text
    #expect(try demo.run("undo").json["error"]["code"].text == "undo.none")
    #expect(try demo.run("offer", "edit", "1", "--title", "Mine").status == 0)
    #expect(try demo.run("offer", "pause", "2").status == 0)
    #expect(try demo.run("undo").json["undone"]["verb"].text == "offer pause")
    #expect(try demo.run("undo").json["undone"]["verb"].text == "offer edit")
    #expect(try demo.run("offer", "show", "1").json["offer"]["title"].text == title)
    #expect(try demo.run("redo").json["redone"]["verb"].text == "offer edit")
    #expect(try demo.run("offer", "show", "1").json["offer"]["title"].text == "Mine")
    #expect(try demo.run("offer", "edit", "1", "--terms", "Theirs", "--as", "operator:ben").status == 0)
    let refused = try demo.run("undo")
    #expect(refused.status == 5)
    #expect(refused.json["error"]["message"].text.contains("was changed by operator:ben since"))
    #expect(try demo.run("undo", "--as", "operator:ben").status == 0)
    #expect(try demo.run("undo").status == 0)
    #expect(try demo.run("offer", "show", "1").json["offer"]["title"].text == title)
  }

  @Test func oneOfferMoreThanTheLimitIsTooMany() throws {
    let demo = try DemoCopy()
    let partner = try partner(in: demo)
    #expect(try demo.run("partner", "limit", partner, "1").json["partner"]["offer_limit"] == 1)
    let create = ["offer", "create", "--partner", partner, "--title", "Lunch", "--discount-percent", "20"]
    let first = try demo.run(create)
    #expect(first.status == 0)
    let second = try demo.run(create)
    #expect(second.status == 6)
    #expect(second.json["error"]["code"].text == "offer.limit")
    #expect(try demo.run("offer", "archive", first.json["offer"]["id"].word).status == 0)
    #expect(try demo.run(create).status == 0)
    #expect(try demo.run("partner", "limit", partner, "none").json["partner"]["offer_limit"] == JSON.null)
    #expect(try demo.run(create).status == 0)
    #expect(try demo.run("partner", "limit", partner, "few").json["error"]["field"].text == "LIMIT")
  }

  @Test func anImportIsOneRowOfTheTrail() throws {
    let demo = try DemoCopy()
    let file = try demo.program.home.file(
      "offers.csv", "id,partner_id,title,discount_percent\n9000,1,One,20\n9001,1,Two,20\n")
    #expect(try demo.run("import", "offers", file).json["imported"] == 2)
    #expect(try demo.run("import", "offers", file).json["imported"] == 0)
    let trail = try demo.run("audit").json["commands"].list
    #expect(trail.map { $0["verb"].text } == ["import offers"])
    #expect(try demo.run("undo").json["error"]["code"].text == "undo.never")
  }

  @Test func theTrailIsReadPageByPage() throws {
    let demo = try DemoCopy()
    for number in 1...5 { #expect(try demo.run("offer", "edit", "1", "--title", "T\(number)").status == 0) }
    let first = try demo.run("audit", "--limit", "2").json
    #expect(first["commands"].list.map { $0["id"].number } == [5, 4])
    let second = try demo.run("audit", "--limit", "3", "--before", first["next_before"].word).json
    #expect(second["commands"].list.map { $0["id"].number } == [3, 2, 1])
    #expect(second["next_before"] == JSON.null)
    #expect(try demo.run("audit", "--actor", "operator:nobody").json["commands"].list == [])
    #expect(try demo.run("audit", "--partner", "99999").status == 3)
    #expect(try demo.run("audit", "--offer", "1", "--claim", "1").status == 2)
  }

  private func members(_ document: JSON?) -> [String: JSON] {
    guard case .object(let members) = document else { return [:] }
    return Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}
