/// The document whose styles and pages Word files get: A4, our colours, page numbers, headings, tables.
enum WordReference {
  /// Its bytes.
  static var bytes: [UInt8] {
    var archive = ZipArchive()
    for (path, text) in [
      ("[Content_Types].xml", types), ("_rels/.rels", relations),
      ("word/_rels/document.xml.rels", documentRelations), ("word/document.xml", document),
      ("word/styles.xml", styles), ("word/footer1.xml", footer),
    ] { archive.add(path, Array((declaration + text).utf8)) }
    return archive.bytes
  }

  private static let declaration =
    #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
  private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let part = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  private static let types = """
    <Types xmlns="\(package)/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Override PartName="/word/document.xml" ContentType="\(part).document.main+xml"/>\
    <Override PartName="/word/styles.xml" ContentType="\(part).styles+xml"/>\
    <Override PartName="/word/footer1.xml" ContentType="\(part).footer+xml"/></Types>
    """

  private static let relations = """
    <Relationships xmlns="\(package)/relationships">\
    <Relationship Id="rId1" Type="\(office)/officeDocument" Target="word/document.xml"/></Relationships>
    """

  private static let documentRelations = """
    <Relationships xmlns="\(package)/relationships">\
    <Relationship Id="rId1" Type="\(office)/styles" Target="styles.xml"/>\
    <Relationship Id="rId2" Type="\(office)/footer" Target="footer1.xml"/></Relationships>
    """

  /// A4 with margins of 16 mm, in twentieths of a point: the director's first page has to fit.
  private static let document = """
    <w:document xmlns:w="\(word)" xmlns:r="\(office)"><w:body><w:p/><w:sectPr>\
    <w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>\
    <w:pgMar w:top="907" w:right="907" w:bottom="907" w:left="907" w:header="567" w:footer="567" \
    w:gutter="0"/></w:sectPr></w:body></w:document>
    """

  private static let footer = """
    <w:ftr xmlns:w="\(word)"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>\
    <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE \
    </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>\
    <w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> / </w:t></w:r>\
    <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> NUMPAGES \
    </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>\
    <w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>
    """

  // MARK: Styles

  private static let styles = """
    <w:styles xmlns:w="\(word)"><w:docDefaults><w:rPrDefault><w:rPr>\
    <w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>\
    <w:color w:val="1B2733"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="sv-SE"/></w:rPr>\
    </w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr>\
    </w:pPrDefault></w:docDefaults>
    """
    + paragraph("Normal", isDefault: true, basedOn: nil)
    + paragraph("Body Text")
    + paragraph("First Paragraph", basedOn: "BodyText")
    + paragraph("Compact", spacing: (10, 10), size: 16, line: 240)
    + paragraph("Title", spacing: (0, 40), size: 44, isBold: true, keepsNext: true)
    + paragraph("Subtitle", spacing: (0, 240), size: 23, colour: "56636F")
    + paragraph(
      "heading 1", id: "Heading1", spacing: (260, 70), size: 26, isBold: true, keepsNext: true,
      outline: 0)
    + paragraph(
      "heading 2", id: "Heading2", spacing: (240, 80), size: 24, isBold: true, keepsNext: true,
      outline: 1)
    + paragraph(
      "heading 3", id: "Heading3", spacing: (200, 60), size: 22, isBold: true, keepsNext: true,
      outline: 2)
    + paragraph("Table Caption", spacing: (200, 60), size: 21, isBold: true, keepsNext: true)
    + paragraph("Image Caption", spacing: (40, 160), size: 18, colour: "56636F")
    + paragraph("Captioned Figure", spacing: (120, 0), keepsNext: true)
    + paragraph("Chart Title", spacing: (200, 40), isBold: true, keepsNext: true)
    + paragraph("Remark", spacing: (60, 120), colour: "56636F", isItalic: true)
    + paragraph("Table Note", spacing: (40, 40), size: 17, colour: "56636F", line: 240)
    + paragraph("Next Page", spacing: (0, 0), size: 2, startsPage: true)
    + paragraph("footer", id: "Footer", spacing: (0, 0), size: 17, colour: "56636F", isRight: true)
    + table + "</w:styles>"

  private static func paragraph(
    _ name: String, id: String? = nil, isDefault: Bool = false, basedOn: String? = "Normal",
    spacing: (before: Int, after: Int)? = nil, size: Int? = nil, isBold: Bool = false,
    colour: String? = nil, isItalic: Bool = false, keepsNext: Bool = false, outline: Int? = nil,
    line: Int? = nil, isRight: Bool = false, startsPage: Bool = false
  ) -> String {
    let id = id ?? name.filter { $0 != " " }
    var text = "<w:style w:type=\"paragraph\"" + (isDefault ? " w:default=\"1\"" : "")
    text += " w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
    if let basedOn { text += "<w:basedOn w:val=\"\(basedOn)\"/>" }
    text += "<w:qFormat/><w:pPr>"
    if keepsNext { text += "<w:keepNext/>" }
    if startsPage { text += "<w:pageBreakBefore/>" }
    if let spacing {
      text += "<w:spacing w:before=\"\(spacing.before)\" w:after=\"\(spacing.after)\""
      if let line { text += " w:line=\"\(line)\" w:lineRule=\"auto\"" }
      text += "/>"
    }
    if isRight { text += "<w:jc w:val=\"right\"/>" }
    if let outline { text += "<w:outlineLvl w:val=\"\(outline)\"/>" }
    text += "</w:pPr><w:rPr>"
    if isBold { text += "<w:b/>" }
    if isItalic { text += "<w:i/>" }
    if let colour { text += "<w:color w:val=\"\(colour)\"/>" }
    if let size { text += "<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>" }
    return text + "</w:rPr></w:style>"
  }

  private static let table = """
    <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
    <w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>\
    <w:style w:type="table" w:customStyle="1" w:styleId="Table"><w:name w:val="Table"/>\
    <w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>\
    <w:bottom w:val="single" w:sz="4" w:space="0" w:color="8B98A4"/>\
    <w:insideH w:val="single" w:sz="4" w:space="0" w:color="DDE3E8"/></w:tblBorders>\
    <w:tblCellMar><w:top w:w="22" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>\
    <w:bottom w:w="22" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>\
    <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>\
    <w:bottom w:val="single" w:sz="8" w:space="0" w:color="8B98A4"/></w:tcBorders>\
    <w:shd w:val="clear" w:color="auto" w:fill="F0F3F5"/><w:vAlign w:val="bottom"/></w:tcPr>\
    </w:tblStylePr></w:style>
    """
}
