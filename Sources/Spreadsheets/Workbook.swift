internal import CXLSXWriter
package import Labels

/// A workbook for Excel and LibreOffice, written by libxlsxwriter. The same cells give the same bytes.
///
/// What a spreadsheet cannot hold is written as a text or cut, and counted in ``losses``.
package final class Workbook {
  /// What of its contents a spreadsheet could not hold as it is.
  package var losses = SpreadsheetLosses()
  /// The language of what it says itself.
  package let language: Language
  let book: OpaquePointer
  private var isClosed = false
  private var styles: [CellStyle: CellStyle.ID] = [:]
  private var names = SheetNames()

  /// Starts a workbook.
  ///
  /// - Parameters:
  ///   - title: The title in its properties.
  ///   - language: The language of what it says itself.
  ///   - isStreaming: Whether cells come row by row and none is kept in memory.
  /// - Throws: ``SpreadsheetProblem/noLibrary`` where libxlsxwriter is missing.
  package init(
    title: String, language: Language, isStreaming: Bool = false
  ) throws(SpreadsheetProblem) {
    guard cxlsx_is_there() != 0 else { throw .noLibrary }
    guard let book = cxlsx_create(isStreaming ? 1 : 0) else { throw .noTemporaryFile }
    self.book = book
    self.language = language
    let text = SpreadsheetText(title, longest: 255)
    cxlsx_set_title(book, text.text)
  }

  deinit { if !isClosed { cxlsx_abandon(book) } }

  /// Adds a sheet. The name that is wished for is made one that Excel takes, and that no other sheet has.
  package func addSheet(_ wish: String) -> Sheet {
    let name = names.next(wish, empty: Label("Blad", "Sheet")[language])
    return Sheet(workbook: self, index: cxlsx_add_sheet(book, name), name: name)
  }

  /// The number of a style, which is made when it is first asked for.
  package func style(_ style: CellStyle) -> CellStyle.ID {
    if let known = styles[style] { return known }
    let id = CellStyle.ID(number: style.add(to: book))
    styles[style] = id
    return id
  }

  /// Ends the workbook and hands its bytes out; it takes no cells afterwards.
  package func close(_ take: (UnsafeRawBufferPointer) throws -> Void) throws {
    precondition(!isClosed, "a workbook is closed once")
    isClosed = true
    let code = try withoutActuallyEscaping(take) { take in
      let taker = Taker(take)
      let code = cxlsx_close(book, Unmanaged.passUnretained(taker).toOpaque()) {
        taker, bytes, count in
        guard let taker else { return 1 }
        return Unmanaged<Taker>.fromOpaque(taker).takeUnretainedValue()
          .take(UnsafeRawBufferPointer(start: bytes, count: count))
      }
      if let error = taker.error { throw error }
      return code
    }
    switch Int(code) {
    case CXLSX_FINE: return
    case CXLSX_NO_MEMORY: throw SpreadsheetProblem.noMemory
    case CXLSX_TEMPORARY_FILE: throw SpreadsheetProblem.noTemporaryFile
    default: throw SpreadsheetProblem.refused(String(cString: cxlsx_refusal()))
    }
  }

  /// Ends the workbook; it takes no cells afterwards.
  package func bytes() throws -> [UInt8] {
    var bytes: [UInt8] = []
    try close { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Keeps what the receiver of the bytes threw while C called it.
  private final class Taker {
    private let receive: (UnsafeRawBufferPointer) throws -> Void
    private(set) var error: (any Error)?

    init(_ receive: @escaping (UnsafeRawBufferPointer) throws -> Void) { self.receive = receive }

    func take(_ bytes: UnsafeRawBufferPointer) -> Int32 {
      do {
        try receive(bytes)
        return 0
      } catch {
        self.error = error
        return 1
      }
    }
  }
}
