public import Labels

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Renders a report as PDF: the page of HTML, printed on A4 by Chromium, which has to be installed.
public struct PDFRenderer: ReportRenderer {
  /// The variable of the environment that may name another Chromium.
  public static let variable = "NYCKELTAL_CHROMIUM"
  /// The language.
  public var language: Language
  /// How many seconds a report may take.
  var limit = 120
  /// Finds Chromium; `nil` where it is missing.
  var chromium: @Sendable () -> ExternalProgram? = {
    ExternalProgram(Self.names, variable: Self.variable)
  }

  /// A renderer.
  public init(language: Language) { self.language = language }

  /// Whether Chromium is there, for hosts that offer only what they can do.
  package static var isPossible: Bool { Self(language: .swedish).chromium() != nil }

  /// The files of a report: see ``ReportRenderer``.
  ///
  /// - Throws: Where Chromium is not there, or fails.
  public func files(
    of document: ReportDocument, at place: ReportPlace
  ) throws(RenderingProblem) -> [ReportFile] {
    [ReportFile(path: "\(place.path).pdf", content: try render(document))]
  }

  /// The report as the bytes of a PDF.
  ///
  /// - Throws: Where Chromium is not there, or fails.
  public func render(_ document: ReportDocument) throws(RenderingProblem) -> [UInt8] {
    try printed(HTMLRenderer(language: language).render(document))
  }

  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ]

  private func printed(_ page: String) throws(RenderingProblem) -> [UInt8] {
    guard let chromium = chromium() else { throw Self.missing }
    let folder = try TemporaryFolder()
    try folder.write(Array(Self.printable(page).utf8), to: "report.html")
    var arguments = [
      "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check",
      "--disable-extensions", "--disable-background-networking", "--disable-sync",
      "--disable-dev-shm-usage", "--user-data-dir=\(folder.file("profile"))",
      "--no-pdf-header-footer",
      "--print-to-pdf-no-header", "--generate-pdf-document-outline",
      "--print-to-pdf=\(folder.file("report.pdf"))", "file://\(folder.file("report.html"))",
    ]
    // The sandbox does not work for the superuser, and only there is it given up.
    if geteuid() == 0 { arguments.insert("--no-sandbox", at: 0) }
    let ending = chromium.run(
      arguments,
      variables: [
        "TMPDIR": folder.path, "XDG_CONFIG_HOME": folder.file("config"),
        "XDG_CACHE_HOME": folder.file("cache"),
      ], atMost: limit, log: folder.file("log"))
    switch ending {
    case .finished(code: 0):
      guard let pdf = folder.read("report.pdf"), pdf.starts(with: Array("%PDF-".utf8)) else {
        throw Self.failed
      }
      return Self.undated(pdf)
    case .timedOut: throw Self.hanging(limit)
    case .finished, .killed, .interrupted, .notStarted: throw Self.failed
    }
  }

  /// The page with a number on each sheet of paper, and without the script that makes buttons of headings.
  private static func printable(_ page: String) -> String {
    let style = """
      @page{@bottom-right{content:counter(page) " / " counter(pages);\
      font:8pt 'Segoe UI',Roboto,'Helvetica Neue',Arial,'Liberation Sans',sans-serif;color:#56636f}}
      """
    guard let end = page.firstRange(of: "</style>"), let script = page.firstRange(of: "<script"),
      let close = page.firstRange(of: "</script>"), end.upperBound <= script.lowerBound,
      script.upperBound <= close.lowerBound
    else { return page }
    return page[..<end.lowerBound] + style + page[end.lowerBound..<script.lowerBound]
      + page[close.upperBound...]
  }

  /// The same report is the same bytes: the day on which it was printed becomes 2000-01-01.
  static func undated(_ pdf: [UInt8]) -> [UInt8] {
    var pdf = pdf
    let fixed = Array("20000101000000".utf8)
    for key in ["/CreationDate (D:", "/ModDate (D:"] {
      let key = Array(key.utf8)
      var place = 0
      while let start = pdf[place...].firstRange(of: key)?.upperBound {
        place = start
        guard start + fixed.count <= pdf.count,
          pdf[start..<start + fixed.count].allSatisfy({ (0x30...0x39).contains($0) })
        else { continue }
        pdf.replaceSubrange(start..<start + fixed.count, with: fixed)
      }
    }
    return pdf
  }

  // MARK: Problems

  private static let others = Label(
    "välj ett annat format   --format html (skrivs ut från webbläsaren), docx, xlsx, markdown",
    "choose another format   --format html (print it from the browser), docx, xlsx, markdown")

  private static let missing = RenderingProblem(
    code: "pdf",
    Label(
      "PDF skrivs av Chromium, som inte finns här",
      "PDF is written by Chromium, which is not there"),
    fixes: [
      Label(
        "installera det   apt-get install chromium (Debian), dnf install chromium (Fedora), "
          + "brew install --cask chromium (macOS)",
        "install it   apt-get install chromium (Debian), dnf install chromium (Fedora), "
          + "brew install --cask chromium (macOS)"),
      Label("säg var det ligger   \(variable)=/sökväg", "say where it is   \(variable)=/path"),
      others,
    ])

  private static func hanging(_ seconds: Int) -> RenderingProblem {
    RenderingProblem(
      code: "pdf",
      Label(
        "Chromium skrev ingen PDF på \(seconds) sekunder och avslutades",
        "Chromium wrote no PDF in \(seconds) seconds and was ended"),
      fixes: [Label("försök igen", "try again"), others])
  }

  private static let failed = RenderingProblem(
    code: "pdf",
    Label("Chromium skrev ingen PDF", "Chromium wrote no PDF"),
    fixes: [
      Label(
        "se om det fungerar   chromium --headless --print-to-pdf=prov.pdf about:blank",
        "see whether it works   chromium --headless --print-to-pdf=test.pdf about:blank"),
      Label(
        "säg var ett annat ligger   \(variable)=/sökväg", "say where another is   \(variable)=/path"
      ),
      others,
    ])
}
