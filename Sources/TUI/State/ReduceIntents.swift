import Canvas
import Core

extension State {
  /// Does what a command means. Where it means nothing, nothing happens.
  mutating func perform(_ intent: Intent) -> [Effect] {
    switch intent {
    case .clock(let intent): return perform(intent)
    case .showOverview: return show(.overview)
    case .showPartners: return show(.partners)
    case .showDiscover: return show(.discover)
    case .showExperiments: return show(.experiments)
    case .showCampaigns: return show(.campaigns)
    case .showDeals: return show(.deals)
    case .partners(let intent): return perform(intent)
    case .experiments(let intent): return perform(intent)
    case .campaigns(let intent): return perform(intent)
    case .deals(let intent): return perform(intent)
    case .edit(let intent): return perform(intent)
    case .help: dialogs.append(.help(HelpTopic(self)))
    case .filterHelp: filterHelp(true)
    case .quit: isQuitting = true
    case .interrupt:
      if canCancelWork { return cancelWork() }
      isQuitting = true
    case .suspend: return [.device(.suspend)]
    case .redraw: return [.device(.redraw)]
    case .reload:
      return reloadPartners() + reloadExperiments() + reloadCampaigns() + reloadDeals() + refreshAlerts([.deals])
        + reload(Set(Topic.allCases))
    case .freeze: return toggleFreeze()
    case .toggleMouse: return toggleMouse()
    case .back: return goBack()
    case .nextPane, .previousPane, .paneLeft, .paneRight:
      switch screen {
      case .overview: moveTile(intent)
      case .partners: return movePartnersPane(intent)
      case .experiments: moveExperimentsPane(intent)
      case .campaigns: return moveCampaignsPane(intent)
      case .deals: return moveDealsPane(intent)
      case .discover, .gallery: movePane(intent)
      }
    case .zoom: toggleZoom()
    case .moveUp: return move(by: -1)
    case .moveDown: return move(by: 1)
    case .pageUp: return move(by: -10)
    case .pageDown: return move(by: 10)
    case .moveToFirst: return move(by: -1_000_000)
    case .moveToLast: return move(by: 1_000_000)
    case .open:
      if screen == .partners { return openPartnersRow() }
      if screen == .experiments { return openExperiment() }
      if screen == .campaigns { return openCampaign() }
      if screen == .deals { return openDeal() }
      return screen == .overview && dialogs.isEmpty ? open(focusedTile) : open()
    case .table(let intent): return perform(intent)
    case .view(let intent): return perform(intent)
    case .toggleHeldBack: toggleHeldBack()
    case .accept: askToAccept()
    case .dismiss: askToDismiss()
    case .extend: askToExtend()
    case .whatIf: dialogs.append(.form(WhatIfForm.form(self)))
    case .preferences: return editPreferences()
    case .present: return togglePresentation()
    case .choose, .confirm, .refuse: return answer(intent)
    case .palette(let intent): return perform(intent)
    case .search(let intent): return perform(intent)
    case .counter(let intent): return perform(intent)
    case .gallery(let intent): return perform(intent)
    case .form(let intent): return perform(intent)
    case .map(let intent): return perform(intent)
    case .partnerForms(let intent): return perform(intent)
    case .welcome(let intent): return perform(intent)
    case .entry(let intent): return perform(intent)
    }
    return []
  }

  private mutating func toggleFreeze() -> [Effect] {
    isFrozen.toggle()
    let reads = continuePartners() + continueExperiments() + continueCampaigns() + continueDeals() + continueAlerts()
    if !isFrozen, let run = clock.run {
      now = run.now
      return reads + reload([.clock])
    }
    return reads + (isFrozen || discovery.reloads.pending == nil ? [] : reload([]))
  }

  private mutating func toggleZoom() {
    switch screen {
    case .partners: partners.isZoomed.toggle()
    case .experiments: experiments.isZoomed.toggle()
    case .campaigns: campaigns.isZoomed.toggle()
    case .deals: deals.isZoomed.toggle()
    case .overview, .discover, .gallery: discovery.isZoomed.toggle()
    }
  }

  private mutating func toggleMouse() -> [Effect] {
    usesMouse.toggle()
    notify(.information, usesMouse ? "The mouse works here again" : "The mouse selects text now; m takes it back")
    return [.device(.setMouse(usesMouse))]
  }

  /// Closes the uppermost dialog, else stops the uppermost work, else stops filtering, else leaves the zoom, else takes
  /// the filter away, else the marks, else returns the way one came.
  private mutating func goBack() -> [Effect] {
    if form != nil { return leaveForm() }
    if case .welcome = dialogs.last { return cancelWork() }
    if case .counter = dialogs.last {
      leaveCounter()
    } else if case .help(var help) = dialogs.last, help.isFiltering || !help.filter.text.isEmpty {
      help.isFiltering = false
      help.filter.clear()
      dialogs[dialogs.count - 1] = .help(help)
    } else if !dialogs.isEmpty {
      dialogs.removeLast()
    } else if canCancelWork {
      return cancelWork()
    } else if screen == .gallery {
      screen = gallery.origin
    } else if screen == .partners {
      return leavePartners()
    } else if screen == .experiments {
      return leaveExperiments()
    } else if screen == .campaigns {
      return leaveCampaigns()
    } else if screen == .deals {
      return leaveDeals()
    } else if screen != .discover {
      return returnAlongTrail()
    } else if isPresenting {
      return leavePresentation()
    } else if discovery.isFiltering {
      clearFilter()
    } else if discovery.isZoomed {
      discovery.isZoomed = false
    } else if discovery[table: discovery.focus].isFiltered {
      clearFilter()
    } else if discovery[table: discovery.focus].markCount > 0 {
      discovery[table: discovery.focus].clearMarks()
    } else if let guise {
      return drop(guise)
    } else {
      return returnAlongTrail()
    }
    return []
  }

  /// Moves within what has the keyboard: a dialog's answers or text, else the pane's list.
  private mutating func move(by rows: Int) -> [Effect] {
    guard let top = dialogs.last else {
      if screen == .overview { moveTile(rows < 0 ? .moveUp : .moveDown) }
      return moveRows(by: rows)
    }
    switch top {
    case .choice(var choice):
      choice.selection = min(max(0, choice.selection + rows), choice.options.count - 1)
      dialogs[dialogs.count - 1] = .choice(choice)
    case .help(var help):
      help.scroll = scrolled(help.scroll, by: rows)
      dialogs[dialogs.count - 1] = .help(help)
    case .offer(let target, let scroll):
      dialogs[dialogs.count - 1] = .offer(target, scroll: scrolled(scroll, by: rows))
    case .offerHistory(let offer, let scroll):
      dialogs[dialogs.count - 1] = .offerHistory(offer, scroll: scrolled(scroll, by: rows))
    case .palette(let palette): move(palette, by: rows)
    case .search(let search): move(search, by: rows)
    case .card(let card): move(card, by: rows)
    case .welcome: moveOffer(by: rows)
    case .keys(let sheet): move(sheet, by: rows)
    case .statement(let sheet): move(sheet, by: rows)
    case .number(let note): move(note, by: rows)
    case .newKey: break
    case .map: moveCross(columns: 0, rows: min(max(rows, -10), 10))
    case .note, .claim, .form, .counter: break
    }
    return []
  }

  /// A scroll position that never leaves the text of the uppermost dialog.
  private func scrolled(_ scroll: Int, by rows: Int) -> Int {
    min(max(0, scroll + rows), DialogView(self).longestScroll)
  }
}
