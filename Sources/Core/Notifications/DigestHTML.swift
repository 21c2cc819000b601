extension Digest {
  /// The digest as one page: pictures by their address, styles within it, and nothing that runs. No text of the data is
  /// read as markup, and only addresses of the web are followed.
  package var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src http: https:; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(Markup.html(title))</title>
    <style>
    body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
    .deal { border-top: 1px solid #8888; padding: .75rem 0; overflow: hidden; }
    .deal img { float: right; width: 6rem; margin-left: 1rem; }
    .price { font-weight: bold; }
    .quiet { opacity: .7; }
    </style>
    </head>
    <body>
    \(world == .demo ? "<p><strong>\(Self.madeUp)</strong></p>\n" : "")<h1>\(Markup.html(title))</h1>
    <p class="quiet">\(Markup.html(heading))</p>

    """ + dealCards + trendLines + footer + "</body>\n</html>\n"
  }

  private var dealCards: String {
    guard !deals.isEmpty else { return "" }
    var text = "<h2>Deals</h2>\n"
    for deal in deals {
      text += "<div class=\"deal\">\n"
      if let image = deal.webImage { text += "<img src=\"\(Markup.html(image))\" alt=\"\">\n" }
      let title = Markup.html(deal.title)
      let price = deal.price.map { " <span class=\"price\">\(Markup.html($0.description))</span>" } ?? ""
      text += "<h3>\(deal.webAddress.map { "<a href=\"\(Markup.html($0))\">\(title)</a>" } ?? title)\(price)</h3>\n"
      text += "<p>\(Markup.html(deal.facts.joined(separator: ", ")))</p>\n</div>\n"
    }
    return text + (further.map { "<p>\(Markup.html($0))</p>\n" } ?? "")
  }

  private var trendLines: String {
    guard !trends.isEmpty else { return "" }
    var text = "<h2>Prices you watch</h2>\n<ul>\n"
    for trend in trends {
      let price = "<span class=\"price\">\(Markup.html(trend.prices.last.description))</span>"
      text += "<li>\(trend.prices.direction.arrow) \(Markup.html(trend.title)) \(price)<br>"
      text += "\(Markup.html(trend.facts.joined(separator: ", ")))</li>\n"
    }
    return text + "</ul>\n"
  }

  private var footer: String {
    (heldLine.map { "<p>\(Markup.html($0))</p>\n" } ?? "") + "<p class=\"quiet\">\(Markup.html(wishes))</p>\n"
  }
}
