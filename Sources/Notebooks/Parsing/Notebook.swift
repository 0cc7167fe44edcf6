package import Diagnostics
package import Labels

/// A notebook: a Markdown text with cells, their outputs and figures between the words. What stands outside
/// of outputs is kept byte for byte.
package struct Notebook: Sendable {
  /// The file as the user typed it, for messages.
  package let name: String
  /// Its bytes.
  package let text: NotebookText
  private(set) var frontMatter: FrontMatter
  /// In order.
  let cells: [NotebookCell]
  /// Outputs that stand below no cell.
  let strays: [OutputRegion]
  let values: [InlineValue]
  /// The comments that list the files that outputs were made from: one, unless somebody copied it.
  let listings: [ListingRegion]
  /// The blocks of the text but for the front matter, outputs with them.
  let blocks: [MarkdownBlock]
  /// What is wrong with the text, apart from what is wrong with single cells.
  package let problems: [Diagnostic]

  /// The comment that lists files.
  struct ListingRegion: Sendable {
    var range: Range<Int>
    var listing: InputListing
  }

  /// Reads a notebook. It never fails: what cannot be read is told in ``problems`` or by its cell.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: The file as messages name it.
  package init(_ bytes: [UInt8], named name: String) {
    var reader = NotebookReader(NotebookText(bytes), named: name)
    reader.read()
    self.name = name
    text = reader.text
    frontMatter = reader.frontMatter
    cells = reader.cells
    strays = reader.strays
    values = reader.values
    listings = reader.listings
    blocks = reader.blocks
    problems = reader.problems
  }

  /// The same with another value of a parameter.
  ///
  /// - Throws: A `Diagnostic` for a parameter that the notebook does not have.
  package mutating func set(_ parameter: String, to value: String) throws(Diagnostic) {
    let place = SourceLocation(file: name)
    // Every notebook has a language, whether it says so or not, and may be given a workspace.
    guard
      ["language", "workspace"].contains(parameter) || frontMatter.parameters[parameter] != nil
    else {
      throw Diagnostic(
        .error, "notebook-parameter", at: place, "the notebook has no parameter '\(parameter)'",
        fixes: [
          suggestion(for: parameter, among: frontMatter.parameters.keys.sorted())
            ?? "add it between the lines --- at the head of the notebook"
        ])
    }
    let problem = frontMatter.set(parameter, to: ParameterValue(value)) {
      Diagnostic(.error, "notebook-parameter", at: place, $0, fixes: [$1])
    }
    if let problem { throw problem }
  }

  /// What the inputs of a hash were, if it is listed.
  func inputs(_ hash: ContentHash) -> [InputEntry]? {
    listings.lazy.compactMap { $0.listing.inputs[hash] }.first
  }

  /// The language of its words and figures.
  package var language: Language { frontMatter.language }

  /// The folder of its charts, beside it.
  var assetsFolder: String {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    return (file.hasSuffix(".md") ? String(file.dropLast(3)) : file) + ChartLink.folderEnd
  }

  /// The number of cells that are run.
  package var cellCount: Int { cells.count }

  /// The stretches of its bytes that runs may change: outputs, figures and the list of files.
  package var generatedRanges: [Range<Int>] {
    let outputs = cells.compactMap { $0.output?.range } + strays.map(\.range)
    let figures = values.map(\.range).filter { !$0.isEmpty }
    return (outputs + figures + listings.map(\.range))
      .sorted { $0.lowerBound < $1.lowerBound }
  }
}
