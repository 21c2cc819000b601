import Core

/// What can lie over a screen and take the keyboard.
package enum Dialog: Equatable, Sendable {
  /// The commands that work where the keyboard was.
  case help(HelpTopic)
  /// A question or a list to choose from.
  case choice(Choice)
  /// A line of text with a purpose.
  case note(NoteEntry)
  /// Everything about one offer.
  case offer(OfferTarget, scroll: Int)
  /// What an offer was before, and who changed it.
  case offerHistory(Offer.ID, scroll: Int)
  /// The code that proves a claim.
  case claim(ClaimNotice)
  /// Every command there is.
  case palette(Palette)
  /// The search through everything.
  case search(Search)
  /// Fields to fill in.
  case form(Form)
  /// The town's map, on which a position is picked.
  case map(MapPicker)
  /// A partner's keys, and one that was just made.
  case keys(KeySheet)
  case newKey(NewKeyNotice)
  /// A partner's statement of a month.
  case statement(StatementSheet)
  /// What stands behind a number.
  case number(NumberNote)
  /// Everything about one named thing.
  case card(OpenCard)
  /// Counter mode, over everything.
  case counter(Counter)
  /// What is offered while there is no database.
  case welcome(Welcome)
}

/// A question with its answers. The first answer always is to leave things as they are, and it is the one chosen by
/// default.
package struct Choice: Equatable, Sendable {
  /// One answer.
  package struct Option: Equatable, Sendable {
    package let title: String
    /// What it means, in a few words; may be empty.
    package let detail: String
    package let outcome: Outcome
  }

  /// What an answer leads to.
  package enum Outcome: Equatable, Sendable {
    case cancel
    case accept(OfferTarget)
    case dismiss(OfferTarget, DismissalReason)
    case extend(ParkingSession.ID, minutes: Int)
    case clock(ClockOrder)
    /// Ask what is to be done with it.
    case bookmark(TownBookmark)
    case newBookmark
    /// Closes the form under the question, whatever stands in it.
    case discardForm
    case table(TableOutcome)
    /// A step in the life of the offers in question.
    case offers(OfferMove)
    case revokeKey(StoredKey.ID)
    case experiment(ExperimentOutcome)
    case campaigns(CampaignsOutcome)
    case deals(DealsOutcome)
  }

  package let title: String
  /// Who acts and what happens.
  package let lines: [String]
  package let options: [Option]
  /// The answer the keyboard is on.
  package var selection = 0
  /// Whether `y` answers with the one answer that acts.
  package let isQuestion: Bool

  /// - Parameter options: the answers that act; leaving things as they are is put before them.
  package init(_ title: String, lines: [String], cancel: String, options: [Option], isQuestion: Bool) {
    self.title = title
    self.lines = lines
    self.options = [Option(title: cancel, detail: "", outcome: .cancel)] + options
    self.isQuestion = isQuestion
  }
}

/// A text that is asked for, and what it is for.
package struct NoteEntry: Equatable, Sendable {
  package let title: String
  package let prompt: String
  package let purpose: Purpose
  package var entry = TextEntry()

  /// What the text is for.
  package enum Purpose: Equatable, Sendable {
    /// The reason an offer is put aside for.
    case dismissal(OfferTarget)
    /// The name of a file.
    case fileName(ExportRequest)
    case reportName(CampaignReportRequest)
    /// The name a view is kept under.
    case viewName
    /// The reason the pending offers in question are rejected for.
    case rejection
    /// A word that must be typed before so much is changed at once.
    case typedWord(String, EditOrder)
  }
}

/// A claim that was just made.
package struct ClaimNotice: Equatable, Sendable {
  package let claim: Claim
  package let offerTitle: String
  package let personName: String
}
