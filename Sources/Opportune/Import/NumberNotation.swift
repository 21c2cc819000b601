import Core

/// How a file writes numbers: what stands before the decimals, and between thousands.
///
/// Nothing is guessed: 1,234 is a thousand in one country and a little more than one in another, so that a mark that was
/// not declared is refused.
struct NumberNotation {
  private let decimal: Character
  private let thousands: Character?

  /// As in 1234.56.
  init() {
    decimal = "."
    thousands = nil
  }

  /// From `--decimal` and `--thousands`.
  /// - Throws: ``InvalidInput`` where both are the same mark.
  init(_ arguments: Arguments) throws(InvalidInput) {
    decimal = arguments.text("decimal")?.first ?? "."
    thousands = arguments.text("thousands")?.first
    guard thousands != decimal else {
      throw InvalidInput(
        field: "--thousands", "is the mark before the decimals too; name another with --decimal or --thousands")
    }
  }

  /// The flags that ``init(_:)`` reads.
  static let flags = [
    Flag("decimal", .choice([".", ","]), "What stands before the decimals of a number.", fallback: "."),
    Flag("thousands", .choice([",", ".", "'", " "]), "What stands between thousands.", fallback: "nothing"),
  ]

  /// A number with a point as this notation writes it.
  func written(_ plain: String) -> String {
    decimal == "." ? plain : plain.replacing(".", with: String(decimal))
  }

  /// The number without thousands marks and with a point, as `Double` reads it; nil if it is not written so.
  func plain(_ text: String) -> String? {
    let marks = text.filter { Self.marks.contains(Self.common($0)) }
    if marks.isEmpty || (marks == "." && decimal == ".") { return text }
    let parts = text.split(separator: decimal, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = plainWhole(parts[0]) else { return nil }
    guard parts.count == 2 else { return whole }
    let isPlain = !parts[1].contains { Self.marks.contains(Self.common($0)) }
    return isPlain ? "\(whole).\(parts[1])" : nil
  }

  /// What a whole number is without its marks: groups of three after the first.
  private func plainWhole(_ text: Substring) -> String? {
    let sign = text.first == "-" || text.first == "+" ? text.prefix(1) : ""
    let groups = text.dropFirst(sign.count).split(omittingEmptySubsequences: false) { character in
      thousands.map { Self.common(character) == $0 } ?? false
    }
    let isGrouped = groups.count == 1 || (1...3).contains(groups[0].count)
    guard isGrouped, groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return nil }
    return sign + groups.joined()
  }

  /// What to declare so that a text is a number; nil where no mark is the matter.
  func hint(for text: String) -> String? {
    let digits = text.drop { $0 == "-" || $0 == "+" }
    let marks = digits.filter { !($0.isASCII && $0.isNumber) }.map(Self.common)
    guard let first = marks.first, let last = marks.last, digits.first?.isNumber == true,
      digits.last?.isNumber == true, Set(marks).isSubset(of: Self.marks)
    else { return nil }
    if first != last { return "declare its marks with --thousands '\(first)' --decimal '\(last)'" }
    let thousands = "--thousands '\(first)'" + (first == "." ? " --decimal ','" : "")
    if marks.count > 1 || first == "'" || first == " " { return "declare its marks with \(thousands)" }
    let decimal = "--decimal '\(first)'"
    let tail = digits.split { !($0.isASCII && $0.isNumber) }.last?.count
    guard tail == 3 else { return "declare its mark with \(decimal)" }
    return "declare what its mark parts: \(thousands) for thousands, \(decimal) for decimals"
  }

  private static let marks: Set<Character> = [",", ".", "'", " "]

  /// Blanks that do not break lines, and the typographic apostrophe, are written for their plain selves.
  private static func common(_ character: Character) -> Character {
    switch character {
    case "\u{A0}", "\u{2009}", "\u{202F}": " "
    case "\u{2019}": "'"
    default: character
    }
  }
}
