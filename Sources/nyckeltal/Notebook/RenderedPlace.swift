internal import Diagnostics
internal import Notebooks

/// Where a rendered notebook is put.
enum RenderedPlace {
  /// The endings of files by the formats that they mean.
  private static let endings: [String: OutputFormat] = [
    "txt": .text, "csv": .csv, "html": .html, "htm": .html, "md": .markdown, "markdown": .markdown,
    "json": .json, "xlsx": .xlsx, "docx": .docx, "pdf": .pdf,
  ]

  /// What is wrong with a place: a page instead of the notebook would be the end of it, and a page that is
  /// called as another format is opened as what it is not.
  ///
  /// - Parameters:
  ///   - output: The file, or for several formats the folder.
  ///   - formats: What is written.
  ///   - notebook: The file that is rendered.
  /// - Returns: The problem; `nil` where there is none.
  static func problem(
    output: String, _ formats: [OutputFormat], of notebook: String
  ) -> Diagnostic? {
    func wrong(_ message: String, _ reason: String, _ fix: String) -> Diagnostic {
      Diagnostic(
        .error, "output", at: SourceLocation(file: output), message, because: reason, fixes: [fix])
    }
    let name = notebook.split(separator: "/").last.map(String.init) ?? notebook
    let places = [output] + (formats.count > 1 ? ["\(output)/\(name)"] : [])
    let own = RegularFile.Identity(of: notebook)
    if own != nil, places.contains(where: { RegularFile.Identity(of: $0) == own }) {
      return wrong(
        "the page would replace its notebook", "\(output) leads to \(notebook)",
        "name another place with --output")
    }
    let ending = output.split(separator: ".", omittingEmptySubsequences: false).last ?? ""
    guard formats.count == 1, let meant = endings[ending.lowercased()], meant != formats[0] else {
      return nil
    }
    return wrong(
      "a file that ends in .\(ending) is not \(formats[0].rawValue)",
      "whoever opens it takes it for \(meant.rawValue)",
      "name another file, or ask for it   --format \(meant.rawValue)")
  }
}
