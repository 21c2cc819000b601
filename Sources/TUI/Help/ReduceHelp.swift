extension State {
  /// The keyboard types into the filter of help, or no longer does.
  mutating func filterHelp(_ isFiltering: Bool) {
    guard case .help(var help) = dialogs.last else { return }
    help.isFiltering = isFiltering
    help.scroll = 0
    dialogs[dialogs.count - 1] = .help(help)
  }

  /// The state help was asked for in: without help and whatever lies over it.
  var beneathHelp: State {
    var beneath = self
    let index = dialogs.lastIndex { dialog in
      if case .help = dialog { true } else { false }
    }
    if let index { beneath.dialogs.removeSubrange(index...) }
    return beneath
  }
}
