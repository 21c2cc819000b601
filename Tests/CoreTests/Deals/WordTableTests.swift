import Testing

@testable import Core

/// Words have numbers in the order in which they came, and are found by their beginnings too.
@Suite struct WordTableTests {
  @Test func numbersWordsAsTheyCome() {
    var table = WordTable()
    #expect(["bike", "", "straße", "bike", "日本"].map { table.insert($0) } == [0, 1, 2, 0, 3])
    #expect(table.number(of: "straße") == 2)
    #expect(table.number(of: "stra") == nil)
    #expect(Array(table[3]) == Array("日本".utf8))
  }

  @Test(arguments: [
    ("cameras", [1, 0, 3] as [UInt32]), ("camera", [1, 0, 3]), ("cam", [1, 0]), ("c", [1]), ("", []), ("dog", []),
  ])
  func findsTheBeginningsOfAWord(word: String, numbers: [UInt32]) {
    var table = WordTable()
    for known in ["cam", "c", "x", "camera", "cameras and more"] { _ = table.insert(known) }
    var found: [UInt32] = []
    table.eachBeginning(of: word.utf8.span, lengths: [1, 2, 3, 6, 16]) { found.append($0) }
    #expect(found == numbers)
  }

  @Test func findsEachOfManyWordsAgain() {
    var table = WordTable()
    for number in 0..<5000 { _ = table.insert("word \(number)") }
    #expect((0..<5000).allSatisfy { table.number(of: "word \($0)") == UInt32($0) })
    #expect(table.number(of: "word 5000") == nil)
    #expect(table.count == 5000)
  }
}
