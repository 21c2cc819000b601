import Core
import Testing

/// Accepting, viewing and dismissing from the command line.
@Suite struct OfferCommandTests {
  @Test func theSameKeyAnswersTheSameClaimAndTakesNoSecondPlace() throws {
    let demo = try DemoCopy()
    let (session, _, offers) = try demo.parkedPerson()
    let offer = try #require(offers.first { $0["title"].text != "" })["opportunity_id"].word
    let first = try demo.run("offer", "accept", offer, "--session", session, "--key", "k1")
    let again = try demo.run("offer", "accept", offer, "--session", session, "--key", "k1")
    #expect(first.status == 0)
    #expect(again.json == first.json)
    let code = first.json["code"].text
    #expect(code.wholeMatch(of: /[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{3}/) != nil)
    let other = try demo.run("offer", "accept", offer, "--session", session)
    #expect(other.status == 5)
    #expect(other.json["error"]["code"].text == "claim.open")
  }

  @Test func whatCannotBeAcceptedSaysWhy() throws {
    let demo = try DemoCopy()
    let (session, _, offers) = try demo.parkedPerson()
    let offer = offers[0]["opportunity_id"].word
    #expect(try demo.run("offer", "accept", offer, "--session", "999999").status == 3)
    #expect(try demo.run("offer", "accept", "999999", "--session", session).status == 3)
    for state in ["draft", "paused", "pending", "ended"] {
      let listed = try demo.run("offer", "list", "--state", state).json["offers"].list
      let id = try #require(listed.first)["id"].word
      let run = try demo.run("offer", "accept", id, "--session", session)
      #expect(run.status == 5)
      // What ended by its window alone says so.
      #expect(["offer.not_active", "offer.ended"].contains(run.json["error"]["code"].text))
    }
    let late = try demo.run("offer", "accept", offer, "--session", session, "--now", "2027-01-01T00:00:00Z")
    #expect(late.status == 5)
    #expect(late.json["error"]["code"].text == "session.ended")
  }

  @Test func aFullOfferIsExhausted() throws {
    let demo = try DemoCopy()
    let (session, _, _) = try demo.parkedPerson()
    let csv = "id,partner_id,title,discount_percent,capacity_total\n9001,1,Only one,20,1\n"
    #expect(try demo.run("import", "offers", "-", input: csv).json["imported"] == 1)
    let parked = try demo.run("session", "start", "--place", "1", "--minutes", "60").json["session"]["id"].word
    let taken = try demo.run("offer", "accept", "9001", "--session", parked)
    #expect(taken.json["capacity_left"] == 0)
    let run = try demo.run("offer", "accept", "9001", "--session", session)
    #expect(run.status == 6)
    #expect(run.json["error"]["code"].text == "capacity.full")
  }

  @Test func aDismissedOfferStaysAwayForADay() throws {
    let demo = try DemoCopy()
    let parked = try demo.run("session", "start", "--place", "3", "--minutes", "4320", "--person", "5")
    let session = parked.json["session"]["id"].word
    func shown(_ now: String) throws -> [String] {
      let run = try demo.run("discover", "--session", session, "--dry-run", "--limit", "300", "--now", now)
      return run.json["ranked"].list.map { $0["opportunity_id"].word }
    }
    let tomorrow = try shown("2026-11-21T22:42:00Z")
    let offer = try #require(Set(try shown("2026-11-20T22:42:00Z")).intersection(tomorrow).sorted().first)
    let put = try demo.run("offer", "dismiss", offer, "--session", session, "--reason", "other", "--note", "not today")
    #expect(put.status == 0)
    #expect(try !shown("2026-11-21T22:41:59.999Z").contains(offer))
    #expect(try shown("2026-11-21T22:42:00Z").contains(offer))
    #expect(try demo.run("offer", "dismiss", offer, "--session", session).status == 5)
  }

  @Test func aViewIsCountedOnceForASessionAndShowingNever() throws {
    let demo = try DemoCopy()
    let parked = try demo.run("session", "start", "--place", "1", "--minutes", "60")
    let session = parked.json["session"]["id"].word
    #expect(try demo.run("offer", "view", "1", "--session", session).json["first_view"] == true)
    #expect(try demo.run("offer", "view", "1", "--session", session).json["first_view"] == false)
    #expect(try demo.run("offer", "show", "1").status == 0)
    #expect(try demo.run("history", "--session", session).json["interactions"].list.map { $0["type"].text } == ["view"])
  }

  @Test func anUnknownCategoryIsRefusedWithTheNearest() throws {
    let run = try DemoCopy().run("offer", "list", "--category", "dinning")
    #expect(run.status == 2)
    #expect(run.errors.contains("did you mean dining?"))
  }
}
