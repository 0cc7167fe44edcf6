internal import Diagnostics
internal import Notebooks

/// Where a rendered notebook is put.
enum RenderedPlace {
  /// What is wrong with a place: a page instead of the notebook would be the end of it.
  ///
  /// - Parameters:
  ///   - output: The file, or for several formats the folder.
  ///   - formats: What is written.
  ///   - notebook: The file that is rendered.
  /// - Returns: The problem; `nil` where there is none.
  static func problem(
    output: String, _ formats: [OutputFormat], of notebook: String
  ) -> Diagnostic? {
    let name = notebook.split(separator: "/").last.map(String.init) ?? notebook
    let places = [output] + (formats.count > 1 ? ["\(output)/\(name)"] : [])
    let own = RegularFile.Identity(of: notebook)
    guard own != nil, places.contains(where: { RegularFile.Identity(of: $0) == own }) else {
      return nil
    }
    return Diagnostic(
      .error, "output", at: SourceLocation(file: output), "the page would replace its notebook",
      because: "\(output) leads to \(notebook)", fixes: ["name another place with --output"])
  }
}
