internal import ArgumentParser
internal import Diagnostics
internal import Labels
internal import Notebooks

/// `nyckeltal notebook render`
struct NotebookRenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "A notebook as a page or a document that needs nothing else.",
    discussion: """
      All cells are run, and the file stays as it is. HTML unless another format is asked for.

      EXAMPLES
        nyckeltal notebook render navet.md --output navet.html
        nyckeltal notebook render navet.md --set year=2012 --output navet-2012.html

      EXIT CODES
        0  the page is written
        1  it is written, and a cell or a figure between words has failed
        2  wrong usage
        3  the notebook cannot be read, or the page not be written
      """)

  @OptionGroup var notebooks: NotebookOptions
  @OptionGroup var writing: WritingOptions

  func validate() throws {
    guard notebooks.files.count == 1 else {
      throw ValidationError("Render one notebook at a time")
    }
  }

  func run() throws {
    try writing.checkFile()
    let file = notebooks.files[0]
    let formats = writing.chosen ?? writing.fileFormat.map { [$0] } ?? [.html]
    if let problem = writing.output.flatMap({
      RenderedPlace.problem(output: $0, formats, of: file)
    }) {
      throw problem
    }
    let asked =
      writing.namesOfWriting.contains("--language")
      ? [(name: "language", value: writing.language.rawValue)] : []
    let session = NotebookSession(file, notebooks.values + asked)
    let isPage = formats == [.html] && writing.table == nil
    let (html, document, language, problems) = try session.running(isRecorded: true) { run in
      let page = NotebookPage(run)
      return (
        isPage ? page.html : nil, isPage ? nil : page.document, run.language, page.problems
      )
    }
    if let html { try writing.write(Array(html.utf8)) }
    if let document {
      var writing = writing
      writing.setUsual(language)
      try writing.write(document)
    }
    for problem in problems { Terminal.complain(problem) }
    if !problems.isEmpty { throw Exit.findings }
  }
}
