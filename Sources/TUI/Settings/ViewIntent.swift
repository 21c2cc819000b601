import Canvas

/// How things are seen: colours and layouts.
package enum ViewIntent: Hashable, Sendable, CaseIterable {
  /// The next colours, or some by name.
  case nextTheme
  case theme(Theme)
  /// The next layout of the screen, or one by name.
  case nextLayout
  case layout(DiscoverPreset)

  package static let allCases: [ViewIntent] =
    [.nextTheme, .nextLayout] + Theme.allCases.map(ViewIntent.theme) + DiscoverPreset.allCases.map(ViewIntent.layout)
}
