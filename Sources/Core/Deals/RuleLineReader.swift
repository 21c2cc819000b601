/// The characters of a rule line and a place among them.
struct RuleLineReader {
  private let characters: [Character]
  private var place = 0

  init(_ line: String) {
    characters = Array(line)
  }

  /// Of the next character, from 1.
  var column: Int { place + 1 }

  /// Whether a term ends here: at a blank, or at the end.
  var isAtBlank: Bool { place >= characters.count || characters[place].isWhitespace }

  /// Goes on to the next term; false if there is none.
  mutating func skipBlanks() -> Bool {
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    return place < characters.count
  }

  func isAt(_ text: String) -> Bool {
    characters[place...].starts(with: text)
  }

  /// Passes a text if it stands here.
  mutating func take(_ text: String) -> Bool {
    guard isAt(text) else { return false }
    place += text.count
    return true
  }

  /// Passes a text if it stands here and a term ends behind it.
  mutating func take(word: String) -> Bool {
    let end = place + word.count
    guard isAt(word), end >= characters.count || characters[end].isWhitespace else { return false }
    place = end
    return true
  }

  /// The characters from here up to the first that a condition does not hold for.
  mutating func take(while condition: (Character) -> Bool) -> String {
    let taken = characters[place...].prefix(while: condition)
    place += taken.count
    return String(taken)
  }

  /// What stands in quotes here, without them.
  mutating func quoted() throws(RuleLineError) -> String {
    let opening = column
    guard take("\"") else { throw expected("a text in quotes") }
    var text = ""
    while place < characters.count {
      let character = characters[place]
      place += 1
      if character == "\"" { return text }
      if character == "\\", place < characters.count {
        text.append(characters[place])
        place += 1
      } else {
        text.append(character)
      }
    }
    throw RuleLineError(column: opening, expected: "expected a closing quote for this one")
  }

  /// A number in decimal digits, such as 10, 0.7 and -81.37.
  mutating func number(_ what: String) throws(RuleLineError) -> Double {
    let start = column
    let text = take { "0123456789.-+eE".contains($0) }
    guard let number = Double(text), number.isFinite else {
      throw RuleLineError(column: start, expected: "expected \(what)")
    }
    return number
  }

  /// A complaint about what stands here.
  func expected(_ what: String) -> RuleLineError {
    let found = characters[min(place, characters.count)...].prefix { !$0.isWhitespace }
    let seen = found.isEmpty ? "the end" : "'\(String(found.prefix(20)))'"
    return RuleLineError(column: column, expected: "expected \(what), not \(seen)")
  }
}
