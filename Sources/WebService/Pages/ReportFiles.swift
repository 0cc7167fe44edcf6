internal import HTTPTypes
internal import Hummingbird
internal import Labels
internal import NIOCore
internal import Reports
internal import TableFiles

/// The files that a report can be had as.
struct ReportFiles {
  /// A format, where the programs that it needs are there.
  enum Format: String, CaseIterable {
    case xlsx, csv, docx, pdf

    var label: Label {
      switch self {
      case .xlsx: Label(same: "Excel")
      case .csv: Label(same: "CSV")
      case .docx: Label(same: "Word")
      case .pdf: Label(same: "PDF")
      }
    }

    var type: String {
      switch self {
      case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      case .csv: "text/csv; charset=utf-8"
      case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
      case .pdf: "application/pdf"
      }
    }

    /// Whether a program of the system writes it, which takes seconds.
    var takesProgram: Bool { self == .docx || self == .pdf }

    /// Those that this machine can write.
    static let possible = allCases.filter { format in
      switch format {
      case .xlsx, .csv: true
      case .docx: WordRenderer.isPossible
      case .pdf: PDFRenderer.isPossible
      }
    }
  }

  /// The name of the report's files, and the address that they stand below.
  let name: String
  let address: String

  /// The links of a page.
  var list: [PageFile] {
    Format.possible.map {
      PageFile(
        address: "\(address)/files/\(FormFields.encoded(name)).\($0.rawValue)", text: $0.label)
    }
  }

  /// A file of a report, kept until the files of the workspace change.
  func response(
    _ exchange: Exchange, _ document: @escaping @Sendable (SiteState) -> ReportDocument?
  ) async throws -> Response {
    let asked = exchange.parameter("file") ?? ""
    let (state, language, name) = (exchange.state, exchange.language, name)
    guard let format = Format.possible.first(where: { asked == "\(name).\($0.rawValue)" }) else {
      throw WebProblem.notFound
    }
    let key = "\(language.rawValue) \(address)/\(asked)"
    let content: ByteBuffer
    if let kept = state.cache.entry(key) {
      content = kept.first
    } else {
      let site = exchange.service.site
      let queue = format.takesProgram ? site.programs : site.work
      let made = try await queue.run { () -> ByteBuffer? in
        // Of many who come at once the first makes it.
        if let kept = state.cache.entry(key) { return kept.first }
        guard let document = document(state),
          let bytes = try Self.bytes(of: document, named: name, format, language)
        else { return nil }
        let made = ByteBuffer(bytes: bytes)
        state.cache.keep(PageCache.Entry(first: made, second: ByteBuffer()), as: key)
        return made
      }
      guard let made else { throw WebProblem.notFound }
      content = made
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: format.type,
        .contentDisposition: "attachment; filename=\"\(FormFields.encoded(asked))\"",
      ], body: .init(byteBuffer: content))
  }

  private static func bytes(
    of document: ReportDocument, named name: String, _ format: Format, _ language: Language
  ) throws -> [UInt8]? {
    var document = document
    let renderer: any ReportRenderer
    switch format {
    case .xlsx: renderer = XLSXRenderer(language: language)
    case .docx: renderer = WordRenderer(language: language)
    case .pdf: renderer = PDFRenderer(language: language)
    case .csv:
      renderer = CSVRenderer(
        language: language, dialect: language == .swedish ? .excelSwedish : .standard)
      // The goals are what a report has in one table.
      guard
        let goals = document.dataTables.last(where: { $0.id == "goals" })
          ?? document.dataTables.first
      else { return nil }
      document.blocks = [.table(goals)]
    }
    return try renderer.files(of: document, at: ReportPlace(path: name, folder: name)).first?
      .content
  }
}
