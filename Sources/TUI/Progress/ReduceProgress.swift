import Canvas
import Core

extension State {
  /// Shows work that was just handed out. Its answer, whatever it is, takes it away again.
  mutating func begin(_ work: Progress) {
    var work = work
    work.since = wall
    progress.append(work)
  }

  /// Takes away what is answered.
  mutating func endProgress(of job: Job) {
    progress.removeAll { $0.job == job }
  }

  /// Notes how far some work is.
  mutating func note(_ part: Double?, _ detail: String, of job: Job) {
    guard let index = progress.firstIndex(where: { $0.job == job }) else { return }
    progress[index].part = part
    progress[index].detail = detail
  }

  /// Whether ctrl-c stops some work instead of leaving.
  package var canCancelWork: Bool { progress.contains { $0.isCancellable && !$0.isStopping } }

  /// Asks the uppermost work that can be stopped to stop. It ends with its own answer: cancelled, or done before that.
  mutating func cancelWork() -> [Effect] {
    guard let index = progress.lastIndex(where: { $0.isCancellable && !$0.isStopping }) else { return [] }
    // A jump is no work of its own, but strides of the clock, which are given no more.
    if progress[index].job == clock.jump?.job { return cancelJump() }
    progress[index].isStopping = true
    return [.cancel(progress[index].job)]
  }

  /// The key that stops work: the way back where nothing lies on top that it would close first.
  var stopKey: String {
    let isFree = dialogs.isEmpty || welcome != nil && dialogs.count == 1
    let id = isFree && !isFiltering ? "app.back" : "app.interrupt"
    return CommandTable.command(id).flatMap { keymap.keys(of: $0).first }?.description ?? ""
  }
}

extension State {
  /// Draws the lines of all work over the last rows of an area, the latest lowest; answers how many rows that took.
  func drawWork(on canvas: inout Canvas, in area: Rect) -> Int {
    guard welcome == nil else { return 0 }
    let shown = progress.filter { $0.isShown(at: wall) }.suffix(3)
    for (row, work) in shown.reversed().enumerated() {
      let line = area.inset(bottom: row).splitBottom(1).bottom
      canvas.fill(line)
      work.bar(self).draw(on: &canvas, in: line.inset(horizontal: 1, vertical: 0))
    }
    return shown.count
  }
}
