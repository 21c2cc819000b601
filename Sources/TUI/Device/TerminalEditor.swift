import CTerminal
import Glibc

extension Terminal {
  /// Lets the person's own editor (VISUAL, else EDITOR) change a text, and waits for it; everything must be drawn anew.
  package func edit(_ text: String) -> EditorAnswer {
    let names: [String] = [getenv("VISUAL"), getenv("EDITOR")].compactMap { name in
      name.map { String(cString: $0).trimmingBlanks }
    }
    guard let command = names.first(where: { !$0.isEmpty }) else {
      return .refused("No editor is set; set VISUAL or EDITOR, as in EDITOR=nano")
    }
    guard let file = PrivateText(text) else {
      return .refused("The editor was not opened: no temporary file could be made; see TMPDIR")
    }
    defer { file.remove() }
    switch opportune_terminal_edit(command, file.path) {
    case 0:
      return file.text.map { .text($0) } ?? .refused("The editor left no text; it stays as it was")
    case 126, 127:
      return .refused("'\(command.prefix(40))' cannot be run; see VISUAL and EDITOR. The text stays as it was")
    case let status where status < 0:
      return .refused("The editor could not be begun; the text stays as it was")
    case let status:
      return .refused("The editor ended with status \(status); the text stays as it was")
    }
  }
}
