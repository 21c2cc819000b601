import Testing

@testable import Canvas

@Suite struct FormViewTests {
  private static let fields = [
    FormField("name", .text(FieldText("Sunset dinner", caret: 6)), help: "As people see it."),
    FormField(
      "walk at most", .number(FieldText("8000"), unit: "metres"), error: "At most 3,000 metres, not 8,000.",
      help: "One way, from the car to the door."),
    FormField("weather", .choice(["clear", "rain", "hot"], selection: 1), isChanged: true),
    FormField("district", .choice(["George Town", "West Bay", "Bodden Town", "East End"], selection: 1)),
    FormField("alerts", .toggle(true, "only while it rains")),
    FormField(
      "channels", .multiple([.init("mail", isChosen: true), .init("push"), .init("text message")], cursor: 1),
      section: "Notifications"),
    FormField("note", .longText(FieldText("A table by the sea.\nAsk for the window.", caret: 19), rows: 2)),
    FormField("code", .text(FieldText("7K39")), disabledBecause: "made on acceptance"),
  ]

  private let form = FormView(
    fields, focus: 0, note: StyledLine("weights add up to 95, not 100", .warning))

  @Test func showsEveryKindOfField() {
    var layout = FormLayout()
    let text = drawn(52, 17) { layout = form.draw(on: &$0, in: $1) }
    #expect(
      text == """
        ▸ name           Sunset dinner
          walk at most   8000           metres
                         ✗ At most 3,000 metres, not 8,000.
          weather•       ( ) clear  (●) rain  ( ) hot
          district       ‹ West Bay ›  2 of 4
          alerts         [✓] only while it rains

         Notifications
          channels       [✓] mail          [ ] push
                         [ ] text message
          note           A table by the sea.
                         Ask for the window.
          code           7K39  made on acceptance


         weights add up to 95, not 100
         As people see it.
        """)
    #expect(layout.cursor == Point(x: 23, y: 0))
    #expect(form.height(width: 52) == 16)
  }

  @Test func inASCIIEverySignHasAStandIn() {
    let text = drawn(52, 16, .ascii) { form.draw(on: &$0, in: $1) }
    #expect(text.utf8.allSatisfy { $0 < 0x7F })
    #expect(text.contains("( ) clear  (*) rain  ( ) hot"))
    #expect(text.contains("[x] only while it rains"))
    #expect(text.contains("< West Bay >  2 of 4"))
  }

  @Test func narrowFormsPutLabelsOverTheirFields() {
    let text = drawn(26, 10) { canvas, area in
      FormView(Array(Self.fields.prefix(2)), focus: 1).draw(on: &canvas, in: area)
    }
    #expect(
      text == """
          name
          Sunset dinner
        ▸ walk at most
          8000           metres
          ✗ At most 3,000 metres,
            not 8,000.


         One way, from the car to
         the door.
        """)
  }

  @Test func theFieldWithTheKeyboardItsHeadingAndItsErrorAreInSight() {
    for focus in Self.fields.indices {
      for height in 4...17 {
        let text = drawn(52, height) { FormView(Self.fields, focus: focus).draw(on: &$0, in: $1) }
        #expect(text.contains("▸ " + Self.fields[focus].label), "\(focus) of \(height) rows")
        if focus == 1 { #expect(text.contains("✗ At most")) }
        if focus == 5, height > 8 { #expect(text.contains("Notifications")) }
      }
    }
  }

  @Test func nothingMovesWhileTheFocusStaysInSight() {
    let area = Rect(x: 0, y: 0, width: 60, height: 10)
    // Thirteen rows of fields; two of the ten rows are for help, so the last eight are in sight.
    let low = FormView(Self.fields, focus: 7).layout(in: area).offset
    #expect(low == 5)
    // From the last field up to the one before, the rows stay where they are.
    #expect(FormView(Self.fields, focus: 6, offset: low).layout(in: area).offset == low)
    #expect(FormView(Self.fields, focus: 0, offset: low).layout(in: area).offset == 0)
  }

  @Test func knowsWhatAClickIsOn() {
    let layout = form.layout(in: Rect(x: 10, y: 5, width: 52, height: 16))
    #expect(layout.target(at: Point(x: 30, y: 5))?.field == 0)
    // The weather's options start at columns 17, 28 and 38 of the form.
    let rain = layout.target(at: Point(x: 10 + 29, y: 5 + 3))
    #expect(rain?.field == 2 && rain?.option == 1)
    #expect(layout.target(at: Point(x: 10 + 17, y: 5 + 3))?.option == 0)
    // The third channel stands in the second row of its field.
    #expect(layout.target(at: Point(x: 10 + 17, y: 5 + 9))?.option == 2)
    #expect(layout.target(at: Point(x: 10 + 2, y: 5 + 15)) == nil)
  }

  @Test func disabledFieldsTakeNoCaret() {
    let field = FormField("code", .text(FieldText("7K39", caret: 1)), disabledBecause: "made on acceptance")
    #expect(FormView([field], focus: 0).layout(in: Rect(x: 0, y: 0, width: 50, height: 3)).cursor == nil)
  }
}
