import Foundation

/// The Swift files of the checkout, read as text.
struct SourceFiles {
  /// The path from the root of the checkout.
  let name: String
  let text: String

  /// Every Swift file below a folder.
  static func swift(under folder: String) throws -> [SourceFiles] {
    let root = Checkout.path(folder)
    let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      SourceFiles(name: "\(folder)/\(path)", text: try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8))
    }
  }

  /// The modules it imports.
  var imports: [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let position = words.firstIndex(of: "import"), position <= 2, position + 1 < words.count,
        words[..<position].allSatisfy({ $0.hasPrefix("@") || $0 == "public" || $0 == "internal" || $0 == "private" })
      else { return nil }
      return words.last { !$0.isEmpty }.map { String($0.split(separator: ".")[0]) }
    }
  }

  /// The words that identifiers are made of, in lower case: `adClick` is `ad` and `click`. Comments and texts are left
  /// out.
  var identifierWords: Set<String> {
    var words: Set<String> = []
    for line in text.split(separator: "\n") {
      let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)[0]
      let outside = code.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined(separator: " ")
      var word = ""
      for character in outside + " " {
        if character.isUppercase || !character.isLetter {
          if !word.isEmpty { words.insert(word.lowercased()) }
          word = ""
        }
        if character.isLetter { word.append(character) }
      }
    }
    return words
  }
}
