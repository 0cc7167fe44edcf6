public import Labels
internal import Spreadsheets

/// Renders a report as a workbook: a sheet of contents with its sentences, a sheet for each table, the
/// figures of its charts, and where everything comes from. Numbers, percentages and days are typed; a figure
/// that is withheld or missing is a text. The same report gives the same bytes.
public struct XLSXRenderer: ReportRenderer {
  /// The language.
  public var language: Language

  /// A renderer.
  public init(language: Language) { self.language = language }

  /// The files of a report: see ``ReportRenderer``.
  ///
  /// - Throws: Where libxlsxwriter is not there, or fails.
  public func files(
    of document: ReportDocument, at place: ReportPlace
  ) throws(RenderingProblem) -> [ReportFile] {
    [ReportFile(path: "\(place.path).xlsx", content: try render(document))]
  }

  /// The report as the bytes of a workbook.
  ///
  /// - Throws: Where libxlsxwriter is not there, or fails.
  public func render(_ document: ReportDocument) throws(RenderingProblem) -> [UInt8] {
    do {
      return try XLSXReport(document, language: language).bytes()
    } catch let problem as SpreadsheetProblem {
      throw RenderingProblem(problem)
    } catch {
      throw RenderingProblem(.refused(String(describing: error)))
    }
  }
}
