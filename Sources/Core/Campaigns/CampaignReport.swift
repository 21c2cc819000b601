/// What is shown of campaigns, for people who were not there: one content that is written as Markdown or as HTML.
package struct CampaignReport: Equatable, Sendable {
  package enum Format: String, Sendable, CaseIterable {
    case markdown, html

    /// What a file of it ends in.
    package var suffix: String { self == .markdown ? "md" : "html" }
  }

  /// A part of the page, in the order it is read.
  package enum Block: Hashable, Sendable {
    case heading(String)
    case paragraph(String)
    case table(Table)
  }

  package struct Table: Hashable, Sendable {
    /// Headings; those of numbers are aligned right.
    package let columns: [Column]
    package let rows: [[String]]

    package init(_ columns: [Column], _ rows: [[String]]) {
      self.columns = columns
      self.rows = rows
    }
  }

  package struct Column: Hashable, Sendable {
    package let title: String
    package let isNumeric: Bool

    package static func words(_ title: String) -> Column { Column(title: title, isNumeric: false) }
    package static func numbers(_ title: String) -> Column { Column(title: title, isNumeric: true) }
  }

  package let title: String
  /// Whether it was made up; the page says so at its top.
  package let world: WorldKind
  package let blocks: [Block]

  package init(title: String, world: WorldKind, blocks: [Block]) {
    self.title = title
    self.world = world
    self.blocks = blocks
  }

  /// The whole page.
  package func text(as format: Format) -> String {
    switch format {
    case .markdown: markdown
    case .html: html
    }
  }

  private static let madeUp = "DEMO: everything here is made up."
}

extension CampaignReport {
  /// GitHub's Markdown. No text of the data keeps a meaning there: marks, links and tags are shown as they were written.
  package var markdown: String {
    var text = "# \(Markup.markdown(title))\n"
    if world == .demo { text += "\n**\(Self.madeUp)**\n" }
    for block in blocks {
      switch block {
      case .heading(let heading): text += "\n## \(Markup.markdown(heading))\n"
      case .paragraph(let words): text += "\n\(Markup.markdown(words))\n"
      case .table(let table):
        text += "\n" + Self.line(table.columns.map(\.title))
        text += "|" + table.columns.map { $0.isNumeric ? "---:|" : "---|" }.joined() + "\n"
        for row in table.rows { text += Self.line(row) }
      }
    }
    return text
  }

  private static func line(_ cells: [String]) -> String {
    "|" + cells.map { " \(Markup.markdown($0)) |" }.joined() + "\n"
  }

  /// One file that loads nothing and runs nothing.
  package var html: String {
    var text = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Markup.html(title))</title>
      <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      table { border-collapse: collapse; margin: 1rem 0; }
      th, td { border-bottom: 1px solid #8888; padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; }
      .number { text-align: right; font-variant-numeric: tabular-nums; }
      </style>
      </head>
      <body>
      <h1>\(Markup.html(title))</h1>

      """
    if world == .demo { text += "<p><strong>\(Self.madeUp)</strong></p>\n" }
    for block in blocks {
      switch block {
      case .heading(let heading): text += "<h2>\(Markup.html(heading))</h2>\n"
      case .paragraph(let words): text += "<p>\(Markup.html(words))</p>\n"
      case .table(let table): text += Self.html(table)
      }
    }
    return text + "</body>\n</html>\n"
  }

  private static func html(_ table: Table) -> String {
    func cells(_ texts: [String], _ tag: String) -> String {
      let cells = texts.enumerated().map { index, text in
        let isNumeric = table.columns.indices.contains(index) && table.columns[index].isNumeric
        return "<\(tag)\(isNumeric ? " class=\"number\"" : "")>\(Markup.html(text))</\(tag)>"
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    return "<table>\n<thead>\(cells(table.columns.map(\.title), "th"))</thead>\n<tbody>\n"
      + table.rows.map { cells($0, "td") }.joined() + "</tbody>\n</table>\n"
  }
}
