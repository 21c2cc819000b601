import Core
import Foundation
import Testing

/// Many processes at once on one file: nothing oversold, nothing lost, no code twice.
@Suite(.serialized) struct RaceTests {
  /// A town with one offer of so many places and as many parked strangers as there are attempts.
  private func race(places: Int, attempts: Int) throws -> (demo: DemoCopy, sessions: [String]) {
    let demo = try DemoCopy()
    let offer = "id,partner_id,title,discount_percent,capacity_total\n9000,1,Wanted,20,\(places)\n"
    #expect(try demo.run("import", "offers", "-", input: offer).json["imported"] == 1)
    let known = try demo.run("database", "info").json["sessions"].number
    let lines = (1...attempts).map { "s\($0),19.29,-81.38,2026-11-20T17:00:00,2026-11-20T23:00:00" }
    let csv = "session_id,lat,lng,start_local,end_local\n" + lines.joined(separator: "\n")
    #expect(try demo.run("import", "sessions", "-", input: csv).json["imported"] == .integer(Int64(attempts)))
    return (demo, (1...attempts).map { String(Int(known) + $0) })
  }

  /// Eight loops of accepts side by side, each over its share of the sessions. Whoever is told that the file stayed locked
  /// (status 1), as on a disk that stands still for seconds, asks again with the same key.
  private func run(_ demo: DemoCopy, _ sessions: [String], each command: String) throws -> OpportuneProgram.Run {
    let flags = "--database \(demo.path) --now \(DemoCopy.now) --json"
    let loops = (0..<8).map { part in
      let own = stride(from: part, to: sessions.count, by: 8).map { sessions[$0] }.joined(separator: " ")
      let ask = "\(command) offer accept 9000 --session $s --key k$s \(flags); [ $? -ne 1 ] && break"
      return "(for s in \(own); do for attempt in 1 2 3 4 5; do \(ask); done; done) 2>/dev/null &"
    }
    return try demo.program.shell(loops.joined(separator: "\n") + "\nwait")
  }

  @Test func twoHundredAcceptsFromEightProcessesTakeExactlyFiftyPlaces() throws {
    let (demo, sessions) = try race(places: 50, attempts: 200)
    let answers = try run(demo, sessions, each: "\"$opportune\"").lines
    let codes = answers.map { $0["code"].text }.filter { !$0.isEmpty }
    #expect(codes.count == 50)
    #expect(Set(codes).count == 50)
    let refusals = answers.map { $0["error"]["code"].text }.filter { !$0.isEmpty && $0 != "locked" }
    #expect(refusals.count { $0 == "capacity.full" } == 150, "\(Set(refusals)) of \(answers.count) answers")
    #expect(try demo.run("offer", "show", "9000").json["offer"]["capacity_left"] == 0)
    #expect(try demo.run("database", "check").json["ok"] == true)
  }

  @Test func killedProcessesLoseNoAcknowledgedClaimAndLeaveASoundFile() throws {
    let (demo, sessions) = try race(places: 300, attempts: 400)
    // Each attempt is killed at a random moment of its first fifth of a second, if it still runs.
    let killed = "timeout -s KILL 0.$(printf %03d $((RANDOM % 200))) \"$opportune\""
    let told = try run(demo, sessions, each: killed).lines.filter { $0["code"].text != "" }
    #expect(!told.isEmpty)
    #expect(try demo.run("database", "check").json["ok"] == true)
    // Asked again with the same keys, every session that was told a code is told the same one.
    let again = try run(demo, sessions, each: "\"$opportune\"").lines
    let codes = again.filter { $0["code"].text != "" }
    let byClaim = Dictionary(codes.map { ($0["claim_id"].word, $0["code"].text) }, uniquingKeysWith: { one, _ in one })
    for claim in told { #expect(byClaim[claim["claim_id"].word] == claim["code"].text) }
    #expect(codes.count == 300)
    #expect(Set(codes.map { $0["code"].text }).count == 300)
    #expect(try demo.run("offer", "show", "9000").json["offer"]["capacity_left"] == 0)
    #expect(try demo.run("database", "check").json["ok"] == true)
  }

  @Test func anImportThatWaitsForItsInputKeepsNobodyWaiting() throws {
    let demo = try DemoCopy()
    let (session, _, offers) = try demo.parkedPerson()
    let flags = "--database \(demo.path) --now \(DemoCopy.now)"
    let run = try demo.program.shell(
      """
      mkfifo lines; exec 9<>lines; "$opportune" import sessions - \(flags) <&9 & importing=$!
      printf 'session_id,lat,lng,start_local,end_local\\n' >&9
      printf 'a,19.2,-81.3,2026-11-20T17:00:00,2026-11-20T18:00:00\\n' >&9
      "$opportune" offer accept \(offers[0]["opportunity_id"].word) --session \(session) \(flags); echo "accepted $?"
      kill $importing
      """)
    #expect(run.output.contains("accepted 0"), "\(run.errors)")
  }

  /// On a file system of its own, which only root can mount.
  @Test(.enabled(if: geteuid() == 0, "needs root to mount a small disk"))
  func aFullDiskRefusesWithASentenceAndLeavesASoundFile() throws {
    let demo = try DemoCopy()
    let parts = "--now \(DemoCopy.now) --database disk/demo.db"
    let run = try demo.program.shell(
      """
      unshare --mount --propagation private bash -c '
        set -e; mkdir disk; size=$(stat -c %s demo.db)
        mount -t tmpfs -o size=$((size + 600000)) tmpfs disk; cp demo.db disk; set +e
        for n in $(seq 400); do
          "$opportune" session start --place 1 --minutes 60 \(parts) >/dev/null; status=$?
          [ $status -eq 0 ] || break
          "$opportune" simulate --days 0.02 --seed $n \(parts) >/dev/null; status=$?
          [ $status -eq 0 ] || break
        done
        echo "status $status"; mount -o remount,size=$((size * 3)) disk
        "$opportune" database check --json \(parts); echo "check $?"'
      """)
    #expect(run.output.contains("status 1"), "\(run.output) \(run.errors)")
    #expect(run.errors.contains("disk is full"), "\(run.errors)")
    #expect(run.output.contains("check 0"), "\(run.output)")
  }

  @Test func aSecondTownIsNeverPutOverTheFirst() throws {
    let program = try OpportuneProgram()
    let words = ["demo", "init", "--size", "small", "--database", program.home.path + "/one.db", "--json"]
    let runs = try [1, 2].map { try program.start(words + ["--seed", "\($0)"]) }.map { try $0.finish() }
    #expect(runs.map(\.status).sorted() == [0, 5], "\(runs.map(\.errors))")
    let left = try FileManager.default.contentsOfDirectory(atPath: program.home.path).filter { $0.contains("making") }
    #expect(left.isEmpty)
  }
}
