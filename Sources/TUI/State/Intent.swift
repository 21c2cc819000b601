/// What a command means. Each has at least one command in the table, and nothing else leads to it.
///
/// A feature's own intents are nested under its name, so that this list stays readable.
package enum Intent: Hashable, Sendable {
  case clock(ClockIntent)
  case partners(PartnersIntent)
  case experiments(ExperimentsIntent)
  case campaigns(CampaignsIntent)
  case deals(DealsIntent)
  case edit(EditIntent)
  case table(TableIntent)
  case view(ViewIntent)
  case palette(PaletteIntent)
  case search(SearchIntent)
  case counter(CounterIntent)
  case gallery(GalleryIntent)
  case form(FormIntent)
  case partnerForms(PartnerFormsIntent)
  case map(MapIntent)
  case entry(EntryIntent)
  case welcome(WelcomeIntent)
  // Everywhere.
  case showOverview, showPartners, showDiscover, showExperiments, showCampaigns, showDeals, help, filterHelp, quit,
    interrupt, suspend, redraw, reload, freeze, toggleMouse, back
  // Moving about.
  case nextPane, previousPane, paneLeft, paneRight, zoom
  case moveUp, moveDown, pageUp, pageDown, moveToFirst, moveToLast
  // Discover.
  case open, toggleHeldBack, accept, dismiss, extend, whatIf, preferences, present
  // In a dialog.
  case choose, confirm, refuse
}

extension Intent: CaseIterable {
  /// Every intent; a feature's own ones come from the feature.
  package static let allCases: [Intent] =
    [
      .showOverview, .showPartners, .showDiscover, .showExperiments, .showCampaigns, .showDeals, .help, .filterHelp,
      .quit, .interrupt, .suspend, .redraw, .reload, .freeze, .toggleMouse, .back,
      .nextPane, .previousPane, .paneLeft, .paneRight, .zoom,
      .moveUp, .moveDown, .pageUp, .pageDown, .moveToFirst, .moveToLast,
      .open, .toggleHeldBack, .accept, .dismiss, .extend, .whatIf, .preferences, .present,
      .choose, .confirm, .refuse,
    ]
    + ClockIntent.allCases.map(Intent.clock) + PartnersIntent.allCases.map(Intent.partners)
    + ExperimentsIntent.allCases.map(Intent.experiments) + CampaignsIntent.allCases.map(Intent.campaigns)
    + DealsIntent.allCases.map(Intent.deals)
    + EditIntent.allCases.map(Intent.edit)
    + TableIntent.allCases.map(Intent.table)
    + ViewIntent.allCases.map(Intent.view)
    + PaletteIntent.allCases.map(Intent.palette) + SearchIntent.allCases.map(Intent.search)
    + CounterIntent.allCases.map(Intent.counter)
    + GalleryIntent.allCases.map(Intent.gallery)
    + PartnerFormsIntent.allCases.map(Intent.partnerForms)
    + FormIntent.allCases.map(Intent.form) + MapIntent.allCases.map(Intent.map) + EntryIntent.allCases.map(Intent.entry)
    + WelcomeIntent.allCases.map(Intent.welcome)
}
