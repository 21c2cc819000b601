import Canvas

/// Forms and questions, in every state.
enum FormSpecimens {
  private static let offer = [
    FormField("title", .text(FieldText("Sunset dinner for two", caret: 13)), help: "What people see first."),
    FormField(
      "walk at most", .number(FieldText("8000", caret: 4), unit: "metres"),
      error: "At most 3,000 metres, not 8,000.", help: "One way, from the car to the door."),
    FormField("weather", .choice(["any", "clear", "rain", "hot"], selection: 2), help: "When it may be shown."),
    FormField(
      "category", .choice(["dining", "harbour tours", "museums", "parking", "shopping", "wellness"], selection: 1)),
    FormField("approval", .toggle(true, "the partner agreed"), isChanged: true),
    FormField(
      "days",
      .multiple(
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map { .init($0, isChosen: $0 == "Fri" || $0 == "Sat") },
        cursor: 4), section: "When"),
    FormField(
      "proposition",
      .longText(
        FieldText("A table by the water at sunset.\nThe second glass is ours.", caret: 40), rows: 2),
      help: "Why it is worth the walk."),
    FormField("code", .text(FieldText("7K39-QXV4")), disabledBecause: "made when somebody accepts"),
    FormField("partner", .fact("Blue Cilantro")),
  ]

  private static let moments = [
    FormField(
      "from", .annotated(FieldText("2026-12-24 17:30", caret: 16), columns: 20, note: "Thu"),
      help: "On the partner's own clock."),
    FormField(
      "until", .annotated(FieldText("", placeholder: "open-ended"), columns: 20, note: "")),
    FormField(
      "position", .annotated(FieldText("19.2951, -81.3826"), columns: 24, note: "near Cardinall Ave")),
    FormField("commission", .number(FieldText("12.5"), unit: "%")),
  ]

  /// The specimens.
  static let all: [Specimen] = [
    Specimen("Form: text with the keyboard", 60, 17) { FormView(offer, focus: 0).draw(on: &$0, in: $1) },
    Specimen("Form: an error, and a note", 60, 17) {
      let note: StyledLine = [Span("weights add up to 95, not 100", .warning)]
      FormView(offer, focus: 1, note: note).draw(on: &$0, in: $1)
    },
    Specimen("Form: choices", 60, 17) { FormView(offer, focus: 5).draw(on: &$0, in: $1) },
    Specimen("Form: scrolled", 60, 9, isFixed: true) { FormView(offer, focus: 6).draw(on: &$0, in: $1) },
    Specimen("Form: moments, a position, a share", 60, 7) { FormView(moments, focus: 0).draw(on: &$0, in: $1) },
    Specimen("Form: narrow", 30, 18, isFixed: true) { FormView(offer, focus: 2).draw(on: &$0, in: $1) },
    Specimen("Question", 40, 9) { canvas, area in
      ConfirmBox("Leave the form?", lines: ["What you typed is not saved."], answers: ["Stay", "Leave"])
        .draw(on: &canvas, in: area)
    },
    Specimen("Question: a word to type", 58, 10) { canvas, area in
      let word = ConfirmBox.TypedWord("end 12", typed: FieldText("end", caret: 3))
      ConfirmBox(
        "End 12 offers?", lines: ["Nobody is shown them any more. 3 open claims stay redeemable."],
        answers: ["Cancel", "End 12 offers"], typedWord: word
      ).draw(on: &canvas, in: area)
    },
    Specimen("Question: the word is typed", 58, 10) { canvas, area in
      let word = ConfirmBox.TypedWord("end 12", typed: FieldText("end 12", caret: 6))
      ConfirmBox(
        "End 12 offers?", lines: ["Nobody is shown them any more. 3 open claims stay redeemable."],
        answers: ["Cancel", "End 12 offers"], selection: 1, typedWord: word
      ).draw(on: &canvas, in: area)
    },
    Specimen("Two people changed one offer", 74, 5) { canvas, area in
      ThreeWay(
        [
          .init("title", base: "Dinner", yours: "Sunset dinner", theirs: "Early dinner"),
          .init("places", base: "4", yours: "4", theirs: "6", kept: .theirs),
          .init("ends", base: "30 Nov", yours: "31 Dec", theirs: "30 Nov", kept: .yours),
        ], theirName: "Ana R. 17:42", selection: 0
      ).draw(on: &canvas, in: area)
    },
  ]
}
