/// Text of the data inside a page: shown as it was written, and never read as markup. Both also replace what could steer
/// a terminal, see ``PlainText/printable(_:limit:)``.
package enum Markup {
  private static let limit = 2_000

  /// For element text and quoted attributes of HTML.
  package static func html(_ text: String) -> String {
    escaped(text) { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      default: nil
      }
    }
  }

  /// For a paragraph, a heading or a table's cell of GitHub's Markdown. Addresses are kept from becoming links, and a
  /// mark at the start from beginning a list.
  package static func markdown(_ text: String) -> String {
    let body = escaped(text) { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "@": "&#64;"
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~", "!", "$": "\\" + String(scalar)
      default: nil
      }
    }
    let linkless = body.replacing("://", with: "&#58;//").replacing("www.", with: "www&#46;")
      .replacing("WWW.", with: "WWW&#46;")
    guard let first = linkless.first, "-+=".contains(first), linkless.dropFirst().first == " " || linkless.count == 1
    else { return linkless }
    return "\\" + linkless
  }

  private static func escaped(_ text: String, _ escape: (Unicode.Scalar) -> String?) -> String {
    PlainText.printable(text, limit: limit).unicodeScalars.reduce(into: "") { result, scalar in
      if let replacement = escape(scalar) { result += replacement } else { result.unicodeScalars.append(scalar) }
    }
  }
}
