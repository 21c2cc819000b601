import Canvas
import Core

extension ExperimentsBoard {
  /// `1 needs you`.
  var attention: String { "\(needingYou) need\(needingYou == 1 ? "s" : "") you" }

  /// `3 running, 1 needs you, 12 ended (5 won, 2 lost, 5 undecided)`.
  var sentence: String {
    var parts = ["\(count(.running)) running"]
    if needingYou > 0 { parts.append(attention) }
    if count(.draft) > 0 { parts.append(Quantity.count(count(.draft), "draft")) }
    if count(.ended) > 0 {
      let (won, lost, undecided) = outcomes
      let all = [(won, "won"), (lost, "lost"), (undecided, "undecided")].filter { $0.0 > 0 }
      parts.append("\(count(.ended)) ended (\(all.map { "\($0.0) \($0.1)" }.joined(separator: ", ")))")
    }
    return parts.joined(separator: ", ")
  }
}
