/// Reads the cells of a workbook's sheet: enough of its XML for tests, and none of what programs guess.
package struct SheetReader {
  /// A cell as it is stored.
  package struct StoredCell: Hashable {
    /// `n` for a number, `b` for a truth value, `s` for a text, `f` for a formula.
    package var type: String
    package var value: String
    /// The place of its looks.
    package var style: Int

    /// A cell.
    package init(type: String, value: String, style: Int) {
      self.type = type
      self.value = value
      self.style = style
    }
  }

  /// The cells by their names, such as `B7`.
  package private(set) var cells: [String: StoredCell] = [:]
  /// The markup of the sheet.
  package let markup: String

  /// Reads a sheet, counted from 1; `nil` where the workbook has none.
  package init?(_ archive: ZipReader, sheet: Int) {
    guard let markup = archive.text("xl/worksheets/sheet\(sheet).xml") else { return nil }
    self.markup = markup
    let strings = Self.texts(archive.text("xl/sharedStrings.xml") ?? "", "si")
    for piece in Self.pieces(markup, "c") {
      let attributes = piece.attributes
      var type = attributes["t"] ?? "n"
      var value = Self.pieces(piece.content, "v").first?.content ?? ""
      if piece.content.contains("<f") { type = "f" }
      if type == "inlineStr" {
        (type, value) = ("s", Self.texts(piece.content, "is").first ?? "")
      } else if type == "s" {
        value = Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? "?"
      }
      guard let name = attributes["r"] else { continue }
      cells[name] = StoredCell(type: type, value: value, style: Int(attributes["s"] ?? "0") ?? 0)
    }
  }

  /// The codes of the number formats of a workbook, by the places of looks.
  package static func formats(_ archive: ZipReader) -> [String] {
    let markup = archive.text("xl/styles.xml") ?? ""
    var codes: [String: String] = [
      "0": "General", "1": "0", "9": "0%", "10": "0.00%", "3": "#,##0", "4": "#,##0.00",
    ]
    for piece in pieces(markup, "numFmt") {
      codes[piece.attributes["numFmtId"] ?? ""] = unescaped(piece.attributes["formatCode"] ?? "")
    }
    let looks = pieces(markup, "cellXfs").first?.content ?? ""
    return pieces(looks, "xf").map { codes[$0.attributes["numFmtId"] ?? ""] ?? "?" }
  }

  /// The names of the sheets.
  package static func names(_ archive: ZipReader) -> [String] {
    pieces(archive.text("xl/workbook.xml") ?? "", "sheet").map {
      unescaped($0.attributes["name"] ?? "")
    }
  }

  // MARK: Markup

  private struct Piece {
    var attributes: [String: String]
    var content: String
  }

  private static func texts(_ markup: String, _ name: String) -> [String] {
    pieces(markup, name).map { piece in
      pieces(piece.content, "t").map { unescaped($0.content) }.joined()
    }
  }

  /// The elements of a name, which hold none of the same name.
  private static func pieces(_ markup: String, _ name: String) -> [Piece] {
    var found: [Piece] = []
    var rest = markup[...]
    while let start = rest.firstRange(of: "<\(name)") {
      rest = rest[start.upperBound...]
      guard let next = rest.first, next == " " || next == ">" || next == "/" else { continue }
      guard let close = rest.firstIndex(of: ">") else { break }
      let head = rest[..<close]
      var content = ""
      rest = rest[rest.index(after: close)...]
      if head.last != "/", let end = rest.firstRange(of: "</\(name)>") {
        content = String(rest[..<end.lowerBound])
        rest = rest[end.upperBound...]
      }
      found.append(Piece(attributes: attributes(head), content: content))
    }
    return found
  }

  private static func attributes(_ head: Substring) -> [String: String] {
    var result: [String: String] = [:]
    let parts = head.split(separator: "\"", omittingEmptySubsequences: false)
    var place = 0
    while place + 1 < parts.count {
      let name = parts[place].filter { $0 != " " && $0 != "=" }
      result[name] = String(parts[place + 1])
      place += 2
    }
    return result
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}
