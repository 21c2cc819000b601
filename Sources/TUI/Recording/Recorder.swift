import Canvas
import Core

/// Notes everything the state is given, as lines of JSON.
package struct Recorder: Sendable {
  private let write: @Sendable (String) -> Void

  /// - Parameter write: takes one line without its end.
  package init(_ write: @escaping @Sendable (String) -> Void) {
    self.write = write
  }

  /// Begins the recording; nothing may be noted before.
  package func begin(_ header: RecordingHeader) { write(header.json.text()) }

  /// Notes what comes from outside.
  package func note(_ action: Action) {
    if let event = RecordedEvent(action) { write(event.json.text()) }
  }

  /// Ends the recording with the last frame.
  package func end(_ state: State, theme: Theme, glyphs: Glyphs) {
    write(RecordedEvent.end(frame: Self.frame(of: state, theme: theme, glyphs: glyphs)).json.text())
  }

  /// A state's picture with its looks, for comparing.
  static func frame(of state: State, theme: Theme, glyphs: Glyphs) -> String {
    Frame.render(state.withoutSecrets, size: state.size, glyphs: glyphs).ansi(
      theme: theme, depth: theme == .mono ? .none : .twoHundredFiftySix)
  }
}
