import Foundation
import Testing

/// From a file of somebody else's figures to the people on whom money is lost, by keys alone in a real terminal.
@Suite(.serialized, .enabled(if: TmuxScreen.isThere, "tmux is absent")) struct CampaignJourneyTests {
  /// Twenty days before the demo's, of three ages: 50+ costs 10.00 a day and brings 2.00 or 3.00.
  private static var csv: String {
    let rows = (1...20).flatMap { day in
      let date = "2026-11-\(day < 10 ? "0" : "")\(day)"
      return [
        "\(date),Harbour lights,18-29,500,60,20,\(8 + day % 3),12.00,\(40 + day % 3 * 4).00",
        "\(date),Harbour lights,30-49,400,50,15,\(5 + day % 2),11.00,\(25 + day % 2 * 6).00",
        "\(date),Harbour lights,50+,300,30,4,1,10.00,\(2 + day % 2).00",
      ]
    }
    return (["day,name,age,shown,looked,took,used,cost,earned"] + rows).joined(separator: "\n") + "\n"
  }

  @Test func theLosingSegmentOfAnImportIsFoundAndExported() throws {
    let demo = try DemoCopy()
    let file = demo.path + ".csv"
    try Self.csv.write(toFile: file, atomically: true, encoding: .utf8)
    let run = try demo.run(
      "import", "campaign-metrics", file, "--map", "date=day", "--map", "campaign=name", "--map", "segment.age=age",
      "--map", "impressions=shown", "--map", "views=looked", "--map", "acceptances=took", "--map", "redemptions=used",
      "--map", "spend=cost", "--map", "revenue=earned")
    try #require(run.status == 0, "\(run.errors)")
    let screen = try demo.dashboard()
    try screen.wait(for: "parked")
    try screen.press("5")
    try screen.wait("the list of campaigns") { $0.contains("Harbour lights") && $0.contains("ROAS") }
    try screen.press("/")
    try screen.type("harbour lights")
    try screen.press("Enter")
    try screen.wait("its metrics") { $0.contains("How many got how far") && $0.contains("24,000") }
    // Metrics, profit, trend, segments.
    try screen.press("Enter", "Tab", "Tab", "Tab")
    try screen.wait("the losing segment") { picture in
      picture.split(separator: "\n").contains { $0.contains("50+") && $0.contains("losing") }
    }
    // 20 days: 10 x 2 + 10 x 3 earned on 200 spent.
    try screen.wait("its return") { $0.firstMatch(of: /50\+ .*\$200\.00 +\$50\.00 +0\.25/) != nil }
    try screen.press("x")
    try screen.wait(for: "Export Segments")
    try screen.press("Down", "Enter")
    try screen.wait(for: "Name of the file")
    let target = demo.path + ".segments.csv"
    try screen.fill(target)
    try screen.press("Enter")
    try screen.wait(for: "3 rows written")
    try screen.press("Escape", "Escape", "Escape")
    try screen.quit()
    let lines = try String(contentsOfFile: target, encoding: .utf8).split(whereSeparator: \.isNewline)
    let losing = lines.filter { $0.contains(",losing") }
    #expect(losing.count == 1 && losing[0].contains("50+,6000,600,80,20,200.0,50.0,-150.0,0.25"), "\(lines)")
  }
}
