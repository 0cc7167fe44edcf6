public import Labels

/// Renders a report for Word, by pandoc, which has to be installed. Charts are pictures that rsvg-convert
/// draws; without it the report says that they are not there. The same report gives the same bytes.
public struct WordRenderer: ReportRenderer {
  /// The variable of the environment that may name another pandoc.
  public static let variable = "NYCKELTAL_PANDOC"
  /// The variable of the environment that may name another rsvg-convert.
  public static let drawingVariable = "NYCKELTAL_RSVG_CONVERT"
  /// The language.
  public var language: Language
  /// How many seconds a report, or one of its charts, may take.
  var limit = 120
  /// Find the programs; `nil` where they are missing.
  var pandoc: @Sendable () -> ExternalProgram? = {
    ExternalProgram(["pandoc"], variable: Self.variable)
  }
  var drawer: @Sendable () -> ExternalProgram? = {
    ExternalProgram(["rsvg-convert"], variable: Self.drawingVariable)
  }

  /// A renderer.
  public init(language: Language) { self.language = language }

  /// Whether pandoc is there, for hosts that offer only what they can do.
  package static var isPossible: Bool { Self(language: .swedish).pandoc() != nil }

  /// The files of a report: see ``ReportRenderer``.
  ///
  /// - Throws: Where pandoc is not there, or fails.
  public func files(
    of document: ReportDocument, at place: ReportPlace
  ) throws(RenderingProblem) -> [ReportFile] {
    [ReportFile(path: "\(place.path).docx", content: try render(document))]
  }

  /// The report as the bytes of a Word file.
  ///
  /// - Throws: Where pandoc is not there, or fails.
  public func render(_ document: ReportDocument) throws(RenderingProblem) -> [UInt8] {
    guard let pandoc = pandoc() else { throw Self.missing }
    let folder = try TemporaryFolder()
    let (document, pictures) = try drawn(document, in: folder)
    let page = WordPage(
      document: document, words: FactWords(language, documents: document.documents),
      pictures: pictures)
    try folder.write(Array(page.text.utf8), to: "report.html")
    try folder.write(WordReference.bytes, to: "reference.docx")
    let ending = pandoc.run(
      [
        "--from=html", "--to=docx", "--reference-doc=\(folder.file("reference.docx"))",
        "--resource-path=\(folder.path)", "--data-dir=\(folder.path)",
        "--output=\(folder.file("report.docx"))", folder.file("report.html"),
      ],
      variables: ["SOURCE_DATE_EPOCH": "946684800", "LC_ALL": "C.UTF-8"], atMost: limit,
      log: folder.file("log"))
    guard case .finished(code: 0) = ending, let bytes = folder.read("report.docx"),
      bytes.starts(with: [0x50, 0x4B])
    else { throw ending == .timedOut ? Self.hanging(limit) : Self.failed }
    return bytes
  }

  // MARK: Charts

  /// The charts as pictures; where they cannot be drawn, the report ends with a sentence that says so.
  private func drawn(
    _ document: ReportDocument, in folder: borrowing TemporaryFolder
  ) throws(RenderingProblem) -> (ReportDocument, [Int: String]) {
    var drawings: [(place: Int, svg: String)] = []
    for (place, block) in document.blocks.enumerated() {
      guard case .chart(let chart) = block, let table = document.table(ofChartAt: place),
        let svg = SVGRenderer(language: language).file(chart, in: table)
      else { continue }
      drawings.append((place, svg))
    }
    guard !drawings.isEmpty else { return (document, [:]) }
    guard let program = drawer() else {
      var document = document
      document.blocks.append(.note(Self.withoutCharts))
      return (document, [:])
    }
    var pictures: [Int: String] = [:]
    for drawing in drawings {
      let name = "chart-\(drawing.place)"
      try folder.write(Array(drawing.svg.utf8), to: name + ".svg")
      let ending = program.run(
        [
          "--zoom=2", "--format=png", "--output=\(folder.file(name + ".png"))",
          folder.file(name + ".svg"),
        ],
        atMost: limit, log: folder.file("log"))
      guard ending == .finished(code: 0), folder.read(name + ".png") != nil else {
        throw ending == .timedOut ? Self.hanging(limit) : Self.failed
      }
      pictures[drawing.place] = name + ".png"
    }
    return (document, pictures)
  }

  // MARK: Problems

  private static let withoutCharts = Label(
    "Diagrammen saknas, eftersom programmet rsvg-convert inte fanns när rapporten skrevs. Deras tal står "
      + "i tabellerna.",
    "The charts are not included, because the program rsvg-convert was not there when the report was "
      + "written. Their figures stand in the tables.")

  private static let others = Label(
    "välj ett annat format   --format html (öppnas i Word), markdown, xlsx, text",
    "choose another format   --format html (Word opens it), markdown, xlsx, text")

  private static let missing = RenderingProblem(
    code: "docx",
    Label(
      "Wordfiler skrivs av pandoc, som inte finns här",
      "Word files are written by pandoc, which is not there"),
    fixes: [
      Label(
        "installera det   apt-get install pandoc librsvg2-bin (Debian), dnf install pandoc "
          + "librsvg2-tools (Fedora), brew install pandoc librsvg (macOS)",
        "install it   apt-get install pandoc librsvg2-bin (Debian), dnf install pandoc "
          + "librsvg2-tools (Fedora), brew install pandoc librsvg (macOS)"),
      Label("säg var det ligger   \(variable)=/sökväg", "say where it is   \(variable)=/path"),
      others,
    ])

  private static func hanging(_ seconds: Int) -> RenderingProblem {
    RenderingProblem(
      code: "docx",
      Label(
        "Wordfilen blev inte klar på \(seconds) sekunder",
        "the Word file was not finished in \(seconds) seconds"),
      fixes: [Label("försök igen", "try again"), others])
  }

  private static let failed = RenderingProblem(
    code: "docx",
    Label("pandoc skrev ingen Wordfil", "pandoc wrote no Word file"),
    fixes: [
      Label(
        "se om det fungerar   echo prov | pandoc --output=prov.docx",
        "see whether it works   echo test | pandoc --output=test.docx"), others,
    ])
}
