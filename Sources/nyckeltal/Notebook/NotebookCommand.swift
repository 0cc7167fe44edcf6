internal import ArgumentParser
internal import Notebooks

/// `nyckeltal notebook`
struct NotebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notebook",
    abstract: "Notebooks in Markdown whose outputs tell when they are stale.",
    discussion: """
      A notebook is a Markdown file. Blocks of code between fences are its cells:

        ```sql name=per_year chart=line x=year y=visits
        SELECT year, sum(value) AS visits FROM visits
        WHERE is_total = 0 AND year <= $year GROUP BY 1 ORDER BY 1
        ```

        ```nyckeltal
        goals --unit navet --year $year
        ```

      Between lines --- at its head stand its language, its workspace and its
      parameters:

        ---
        title: Navets besök
        language: sv
        workspace: ../datasets
        year: 2023
        ---

      The output of a cell stands below it between comments, which also hold what
      it was made from: the cell, parameters, results of other cells, the bytes of
      files, definitions, calendar and disclosure rules, each as a hash. Cells
      query each other by their names. A span of code such as `per_year.visits`,
      `per_year[2012].visits` or `per_year.visits:2` is followed by that figure.
      A parameter is a value in a query and in a command; FROM "$file" reads the
      file or table that it names. Paths start from the folder of the notebook.
      Rows of surveys and case logs are only counted, by the rules of disclosure:
      name a cell of the command 'survey' or 'sla' to query what those show.

      OPTIONS OF A CELL
        name=, title=, rows=100, show=table|chart|none, hide, hide=code, skip
        format=column:percent1,other:2       also points and plain
        chart=line|dots|shares|control|…  x=  y=a,b  by=  target=  low=  high=
      """,
    subcommands: [
      NotebookRunCommand.self, NotebookCheckCommand.self, NotebookRenderCommand.self,
      NotebookNewCommand.self, NotebookWatchCommand.self,
    ])
}

/// Which notebooks, and with what.
struct NotebookOptions: ParsableArguments {
  @Argument(help: "The notebooks.", completion: .file(extensions: ["md"]))
  var files: [String]
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Another value of a parameter, the language or the workspace; may be repeated.",
      valueName: "name=value"))
  var settings: [String] = []

  func validate() throws {
    for setting in settings where !setting.contains("=") {
      throw ValidationError(
        "--set takes a name and a value, as in --set year=2012, not '\(setting)'")
    }
  }

  /// The values by name.
  var values: [(name: String, value: String)] {
    settings.compactMap { setting in
      setting.firstIndex(of: "=").map {
        (String(setting[..<$0]), String(setting[setting.index(after: $0)...]))
      }
    }
  }
}

/// `nyckeltal notebook run`
struct NotebookRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run the cells whose outputs are not fresh, and put the outputs into the file.",
    discussion: """
      EXAMPLES
        nyckeltal notebook run notebooks-md/*.md
        nyckeltal notebook run navet.md --set year=2012
        nyckeltal notebook run navet.md --force     all cells, also where an output was edited

      EXIT CODES
        0  every output is fresh now
        1  a cell failed, or an output that was edited by hand was kept
        2  wrong usage
        3  a notebook cannot be read or written
      """)

  @OptionGroup var notebooks: NotebookOptions
  @Flag(name: .long, help: "Run every cell, and overwrite outputs that were edited by hand.")
  var force = false

  func run() throws {
    var isFine = true
    for file in notebooks.files {
      let session = NotebookSession(file, notebooks.values, isForced: force)
      let outcome = try session.refresh()
      if outcome.hasFailed || outcome.cells.contains(where: \.isKept) { isFine = false }
    }
    if !isFine { throw Exit.findings }
  }
}

/// `nyckeltal notebook check`
struct NotebookCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Are all outputs fresh? What would change, and why.",
    discussion: """
      Nothing is written. Cells are run only where an output is not fresh.

      EXAMPLES
        nyckeltal notebook check notebooks-md/*.md

      EXIT CODES
        0  every output is fresh
        1  an output is stale, was edited by hand, or its cell failed
        2  wrong usage
        3  a notebook cannot be read
      """)

  @OptionGroup var notebooks: NotebookOptions

  func run() throws {
    var isFine = true
    for file in notebooks.files {
      if try !NotebookSession(file, notebooks.values).check() { isFine = false }
    }
    if !isFine { throw Exit.findings }
  }
}
