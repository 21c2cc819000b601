import Canvas
import Core
import Testing

@testable import TUI

/// A row with little in it: enough names and numbers alike that ties are frequent.
private struct Sample: ListRow {
  let id: Int
  let name: String
  let size: Double?

  static let listName = "samples"
  static let columns: [ListColumn<Sample>] = [
    ListColumn(
      "name", Column("name", minimum: 5), key: { .text($0.name) }, words: \.name,
      value: { row, _ in .string(row.name) },
      cell: { row, _ in StyledLine(row.name) }),
    ListColumn(
      "size", Column("size", minimum: 5), key: { $0.size.map(SortKey.number) ?? .missing }, startsDescending: true,
      value: { row, _ in .optional(row.size) },
      cell: { row, _ in StyledLine(row.size.map(String.init(describing:)) ?? "") }),
    ListColumn("bar", Column("bar", minimum: 5), value: nil, cell: { _, _ in .empty }),
  ]

  static func random(_ count: Int, using random: inout SeededGenerator) -> [Sample] {
    let names = ["Ana", "ana", "Ben", "Élan", "Zoe", "Harbour Drive", "harbour", "Harbour Drive West", "林", ""]
    return (0..<count).map { number in
      let size = Int.random(in: -3..<4, using: &random)
      return Sample(id: number, name: names.randomElement(using: &random) ?? "", size: size == 3 ? nil : Double(size))
    }
  }
}

@Suite struct TableStateTests {
  private func table(_ rows: [Sample]) -> TableState<Sample> {
    var table = TableState<Sample>()
    table.show(rows)
    return table
  }

  private static let sorts: [TableSort?] = [
    nil, TableSort("name"), TableSort("name", isAscending: false), TableSort("size"),
    TableSort("size", isAscending: false),
  ]

  @Test(arguments: [UInt64(1), 2, 3])
  func theOrderIsStableAndTotal(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for sort in Self.sorts {
      let rows = Sample.random(Int.random(in: 0..<200, using: &random), using: &random)
      var table = table(rows)
      table.sort(by: sort)
      #expect(table.rows.sorted { $0.id < $1.id } == rows, "every row once")
      for (one, other) in zip(table.rows, table.rows.dropFirst()) {
        guard let sort else { continue }
        if sort.column == "size" {
          #expect(one.size != nil || other.size == nil, "what is missing stands last")
          guard let left = one.size, let right = other.size else { continue }
          #expect(sort.isAscending ? left <= right : left >= right)
          if left == right { #expect(one.id < other.id, "equal rows keep their order") }
        } else if one.name.lowercased() == other.name.lowercased() {
          #expect(one.id < other.id)
        }
      }
    }
  }

  @Test(arguments: [UInt64(4), 5, 6])
  func filteringAndSortingMeanTheSameInEitherOrder(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for sort in Self.sorts {
      for words in ["", "a", "harbour drive", "drive HARBOUR", "é", "林", "nobody", "  "] {
        let rows = Sample.random(120, using: &random)
        var sortedFirst = table(rows)
        sortedFirst.sort(by: sort)
        sortedFirst.editFilter { $0.insert(words) }
        var filteredFirst = table(rows)
        filteredFirst.editFilter { $0.insert(words) }
        filteredFirst.sort(by: sort)
        #expect(sortedFirst.rows == filteredFirst.rows)
        let wanted = words.lowercased().split(separator: " ")
        let expected = rows.filter { row in wanted.allSatisfy { row.name.lowercased().contains($0) } }
        #expect(sortedFirst.rows.sorted { $0.id < $1.id } == expected, "\(words)")
      }
    }
  }

  @Test(arguments: [UInt64(7), 8, 9])
  func selectionAndMarksStayOnWhatTheyWereOn(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var rows = Sample.random(60, using: &random)
    var table = table(rows)
    table.select(row: 20)
    table.toggleMark()
    table.select(row: 30)
    for _ in 0..<200 {
      let selected = table.selectedID
      switch Int.random(in: 0..<4, using: &random) {
      case 0: table.sort(by: Self.sorts.randomElement(using: &random) ?? nil)
      case 1: table.editFilter { $0.clear() }
      case 2: table.editFilter { $0.insert(["a", "h"].randomElement(using: &random) ?? "") }
      default:
        rows.shuffle(using: &random)
        table.show(rows)
      }
      #expect(table.selectedID == selected)
      #expect(table.marks == [20])
      #expect(table.selectedRow.map { table.rows[$0].id == selected } ?? !table.rows.contains { $0.id == selected })
    }
  }

  @Test func theSelectedRowKeepsItsPlaceOnTheScreenWhenRowsArriveAboveIt() {
    var rows = (0..<100).map { Sample(id: $0, name: "row", size: nil) }
    var table = table(rows)
    table.select(row: 50)
    table.keepInSight(height: 20)
    let place = 50 - table.offset
    rows.insert(contentsOf: (200..<210).map { Sample(id: $0, name: "new", size: nil) }, at: 0)
    table.show(rows)
    #expect(table.selectedRow == 60)
    #expect(60 - table.offset == place)
  }

  @Test func theListOnlyScrollsWhenTheSelectionWouldLeaveIt() {
    var table = table((0..<100).map { Sample(id: $0, name: "row", size: nil) })
    table.select(row: 0)
    for row in 1..<20 {
      table.select(row: row)
      table.keepInSight(height: 20)
      #expect(table.offset == 0)
    }
    table.select(row: 20)
    table.keepInSight(height: 20)
    #expect(table.offset == 1)
    table.select(row: 15)
    table.keepInSight(height: 20)
    #expect(table.offset == 1)
  }

  @Test func marksOfRowsThatAreGoneAreGone() {
    var table = table((0..<10).map { Sample(id: $0, name: "row", size: nil) })
    table.toggleAllMarks()
    #expect(table.marks.count == 10)
    table.show((0..<4).map { Sample(id: $0, name: "row", size: nil) })
    #expect(table.marks == [0, 1, 2, 3])
    table.toggleAllMarks()
    #expect(table.marks.isEmpty)
  }

  @Test func aHeaderGoesThroughBothDirectionsAndBackToTheOrderOfOld() throws {
    let choices = table([]).sortChoices
    #expect(choices.map(\.column) == ["name", "size"])
    let size = try #require(choices.last)
    let first = size.nextClick(after: nil)
    #expect(first == TableSort("size", isAscending: false))
    #expect(size.nextClick(after: first) == TableSort("size", isAscending: true))
    #expect(size.nextClick(after: TableSort("size", isAscending: true)) == nil)
    #expect(choices[0].nextClick(after: first) == TableSort("name"))
  }
}
