import Canvas

/// What `body` draws on a canvas of this size, as text.
func drawn(_ width: Int, _ height: Int, _ glyphs: Glyphs = .unicode, _ body: (inout Canvas, Rect) -> Void) -> String {
  var canvas = Canvas(size: Size(width: width, height: height), glyphs: glyphs)
  body(&canvas, canvas.bounds)
  return canvas.plainText
}
