import Core
import Testing

/// When people are told, as the command line says it. The demo's people live in George Town, five hours behind UTC.
@Suite struct NotificationCommandTests {
  private let night = ["--now", "2026-11-22T04:00:00Z"]

  @Test func theSummarySaysWhenAndWhy() throws {
    let demo = try DemoCopy()
    let set = try demo.run(
      "preferences", "set", "5", "--quiet-hours", "22:00-07:00", "--alerts-per-day", "4", "--alert-frequency",
      "immediate", "--urgent-at-night", "true")
    #expect(set.status == 0, "\(set.errors)")
    let summary = try demo.run(["preferences", "summary", "5"] + night).json
    #expect(summary["zone"] == "America/Cayman")
    #expect(summary["next_send"] == "2026-11-22T12:00:00Z")
    #expect(summary["holds"].list.map { $0["code"] } == ["preferences.quiet_hours"])
    #expect(summary["holds"].list.first?["text"] == "quiet hours 22:00-07:00")
    #expect(summary["sent_today"] == 0)
    #expect(summary["preferences"]["caps"] == ["alerts_per_day": 4])
    #expect(summary["preferences"]["urgent_at_night"] == true)
    let text = try demo.program.run(["preferences", "summary", "5", "--database", demo.path] + night).output
    #expect(text.contains("next allowed send"))
    #expect(text.contains("2026-11-22 07:00"))
    #expect(text.contains("0 of at most 4"))
  }

  @Test func aWeeklyPersonIsToldOnMonday() throws {
    let demo = try DemoCopy()
    #expect(try demo.run("preferences", "set", "5", "--alert-frequency", "weekly").status == 0)
    let summary = try demo.run(["preferences", "summary", "5"] + night).json
    // Monday, 23 November 2026, 09:00 in George Town.
    #expect(summary["next_send"] == "2026-11-23T14:00:00Z")
  }

  @Test func whoAskedForNoDigestGetsNone() throws {
    let demo = try DemoCopy()
    #expect(try demo.run("preferences", "set", "5", "--alert-frequency", "immediate").status == 0)
    let preview = try demo.run(["digest", "preview", "5"] + night)
    #expect(preview.status == 0)
    #expect(preview.json["digest"] == .null)
    #expect(preview.json["reason"] == "no digest is due: alerts are told at once, and none waits for one")
    #expect(try demo.run("digest", "preview", "999999").status == 3)
    #expect(try demo.run("preferences", "summary", "999999").status == 3)
  }

  @Test func withoutASayPeopleGetTenADay() throws {
    let demo = try DemoCopy()
    let added = try demo.run("person", "add", "--name", "Nell")
    let id = try #require(added.json["person"], "\(added.errors)")["id"].word
    #expect(try demo.run("preferences", "show", id).json["caps"] == ["alerts_per_day": 10])
  }
}
