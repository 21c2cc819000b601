import Testing

@testable import Core

@Suite struct ClaimCodeTests {
  private static func values(_ code: ClaimCode) -> [Int] {
    code.compact.utf8.map { letter in ClaimCode.alphabet.firstIndex(of: letter) ?? -1 }
  }

  private static func text(_ values: [Int]) -> String {
    String(decoding: values.map { ClaimCode.alphabet[$0] }, as: UTF8.self)
  }

  /// By hand: twos count nothing, so ten of them take the check 2; a 3 in the first place counts 1, and 11 x 14 = 154
  /// = 5 x 31 - 1 makes the sum a multiple of 31: value 14 is G. In the tenth place it counts 10: 11 x 16 = 176 = 6 x 31
  /// - 10, value 16, J.
  @Test(arguments: ["2222-2222-222", "3222-2222-22G", "2222-2222-23J"])
  func knowsTheCheckCharacter(text: String) throws {
    #expect(try ClaimCode(parsing: text).description == text)
  }

  @Test func theAlphabetIsAPrimeNumberOfClearLetters() {
    #expect(ClaimCode.alphabet == Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ".utf8))
    #expect(ClaimCode.alphabet.count == 31)
    #expect(Set(ClaimCode.alphabet).isDisjoint(with: "01ILO".utf8))
  }

  @Test func caseBlanksAndHyphensDoNotMatter() throws {
    let code = try ClaimCode(parsing: "3222-2222-22G")
    for text in ["322222222 2g", "3222 2222 22g", " 3-2-2-2-2-2-2-2-2-2-G ", "3222222222G", "--32222222 22g--"] {
      #expect(try ClaimCode(parsing: text) == code)
    }
    #expect(code.compact == "3222222222G")
  }

  @Test(
    arguments: [
      ("", .length(0)), ("3222-2222-22", .length(10)), ("3222-2222-22GG", .length(12)), ("3222-2222-220", .character),
      ("I222-2222-222", .character), ("3222-2222-22É", .length(12)), ("3222_2222_2", .character),
      ("3222-2222-22H", .check), ("2322-2222-22G", .check),
    ] as [(String, ClaimCode.Fault)])
  func tellsWhyATextIsNoCode(text: String, fault: ClaimCode.Fault) {
    #expect(throws: fault) { try ClaimCode(parsing: text) }
  }

  @Test func everyWrongCharacterIsCaught() {
    var random = SeededGenerator(seed: 10)
    for _ in 0..<100 {
      let values = Self.values(ClaimCode(using: &random))
      for position in values.indices {
        for other in 0..<31 where other != values[position] {
          var wrong = values
          wrong[position] = other
          #expect(throws: ClaimCode.Fault.check) { try ClaimCode(parsing: Self.text(wrong)) }
        }
      }
    }
  }

  @Test func everySwapOfTwoCharactersIsCaught() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<400 {
      let values = Self.values(ClaimCode(using: &random))
      for one in values.indices {
        for other in values.indices where other > one && values[one] != values[other] {
          var swapped = values
          swapped.swapAt(one, other)
          #expect(throws: ClaimCode.Fault.check) { try ClaimCode(parsing: Self.text(swapped)) }
        }
      }
    }
  }

  @Test func freshCodesReadBackAndUseTheWholeAlphabet() throws {
    var random = SeededGenerator(seed: 12)
    var seen: Set<String> = []
    var counts = [Int](repeating: 0, count: 31)
    for _ in 0..<10_000 {
      let code = ClaimCode(using: &random)
      #expect(try ClaimCode(parsing: code.description) == code)
      seen.insert(code.compact)
      for value in Self.values(code) { counts[value] += 1 }
    }
    #expect(seen.count == 10_000)
    // 110,000 letters in 31 kinds: 3548 each, standard deviation 59; five of them.
    #expect(counts.allSatisfy { abs($0 - 3548) < 295 })
  }
}
