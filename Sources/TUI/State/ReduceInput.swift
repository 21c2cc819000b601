import Canvas
import Core

extension State {
  /// Takes in what the terminal told.
  mutating func take(_ event: InputEvent) -> [Effect] {
    let before = memory
    let effects = takeIn(event)
    return memory == before ? effects : effects + [.remember(memory)]
  }

  private mutating func takeIn(_ event: InputEvent) -> [Effect] {
    switch event {
    case .key(let key):
      hint = nil
      notices.removeAll { $0.until <= wall }
      return press(key)
    case .paste(let text): return paste(text)
    case .mouse(let mouse): return point(mouse)
    case .resize(let size):
      self.size = size
      return []
    case .suspend: return [.device(.suspend)]
    case .resumed: return [.device(.redraw)]
    case .edited(let answer): return take(answer)
    case .quit: return perform(.quit)
    }
  }

  /// Looks a key up in the command table; in a text field whatever is no command is typed.
  private mutating func press(_ key: Key) -> [Effect] {
    let scopes = scopes
    guard let command = keymap.command(for: key, in: scopes) else {
      if case .character(let scalar) = key, isTyping { return edit { $0.insert(String(scalar)) } }
      return []
    }
    guard let reason = command.availability(self).reason else { return perform(command.intent) }
    // Esc too often is no mistake worth a word.
    if command.intent != .back { notify(.information, "\(command.title): \(reason)") }
    return []
  }

  /// Pasted text goes into a text field, and nowhere else: it must not act as keys.
  private mutating func paste(_ text: String) -> [Effect] {
    guard isTyping else {
      notify(.information, "Pasted text is only taken where text is typed; press / to filter a list")
      return []
    }
    return edit { $0.insert(text) }
  }
}
