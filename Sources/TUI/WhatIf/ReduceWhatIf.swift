import Canvas
import Core

extension State {
  /// Whether what is on screen is so: nobody decides for a person by what is only supposed.
  var isReal: Availability {
    discovery.whatIf == nil ? .available : .unavailable("only supposed; esc leaves the what-if")
  }

  /// Shows the ranking as it would be; nil shows it as it is.
  mutating func suppose(_ whatIf: WhatIf?) -> [Effect] {
    let supposed = whatIf?.isEmpty == true ? nil : whatIf
    guard discovery.whatIf != supposed else { return [] }
    discovery.whatIf = supposed
    return reload([])
  }

  /// Closes on what stands in a form; where only one pane is in sight, it is the ranking.
  mutating func keepSupposing(_ form: Form) -> [Effect] {
    if DiscoverLayout(self).showsOnePane { discovery.focus(on: .ranked) }
    return suppose(form)
  }

  /// Supposes what stands in a form, as far as it can be.
  mutating func suppose(_ form: Form) -> [Effect] {
    allObjections(to: form).isEmpty ? suppose(WhatIfForm.whatIf(of: form, in: self)) : []
  }
}

extension State {
  /// Where a dialog stands: over the whole screen, but a what-if beside the ranking it changes, where there is room.
  func area(ofDialog index: Int) -> Rect {
    let body = Frame.body(of: size)
    guard dialogs.indices.contains(index), case .whatIf? = dialogs[index].form?.purpose, screen == .discover,
      let ranked = DiscoverLayout(self).panes[.ranked], ranked.x - body.x >= 40
    else { return body }
    return Rect(x: body.x, y: body.y, width: ranked.x - body.x, height: body.height)
  }
}
