import Core

/// How a decision is asked for.
package struct DiscoverOptions: Hashable, Sendable {
  /// Most offers shown.
  package var limit = 10
  /// The person looks around on their own account: quiet hours and blocked days do not count.
  package var browse = false
  package var dryRun = false
  /// Every reason against an offer, not only the first.
  package var allReasons = false
  /// What to suppose; the answer then holds the real ranking beside the supposed one.
  package var whatIf = WhatIf()

  package init(
    limit: Int = 10, browse: Bool = false, dryRun: Bool = false, allReasons: Bool = false, whatIf: WhatIf = WhatIf()
  ) {
    self.limit = limit
    self.browse = browse
    self.dryRun = dryRun
    self.allReasons = allReasons
    self.whatIf = whatIf
  }

  /// Only what a person is really shown is written; browsing and supposing leave no trace.
  package var isWritten: Bool { !browse && !dryRun && whatIf.isEmpty }
}
