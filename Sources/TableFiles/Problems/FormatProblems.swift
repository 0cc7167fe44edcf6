internal import Diagnostics

/// Collects what is wrong in a data file: at most 20 of a kind, and the number of the rest.
struct FormatProblems {
  /// The file, and the sheet in it, as messages name them.
  let file: String
  /// Whether cells have names, as `B7`; other files have rows alone.
  private let isSheet: Bool
  private var found: [Diagnostic] = []
  private var counts: [(code: String, severity: Diagnostic.Severity, count: Int)] = []

  init(file: String, isSheet: Bool = true) {
    self.file = file
    self.isSheet = isSheet
  }

  /// Adds a problem of the file, or of one cell.
  mutating func add(_ problem: FormatProblem, at cell: CellPlace? = nil, value: String? = nil) {
    guard count(problem, 1) <= ProblemList.limit else { return }
    found.append(
      problem.diagnostic(
        at: SourceLocation(file: file, line: cell?.row, cell: isSheet ? cell?.name : nil),
        value: value))
  }

  /// Counts problems that nobody will look at one by one.
  ///
  /// - Returns: How many of the kind there are now.
  @discardableResult
  mutating func count(_ problem: FormatProblem, _ times: Int) -> Int {
    let (code, severity) = (problem.code, problem.severity)
    let index =
      counts.firstIndex { $0.code == code && $0.severity == severity } ?? counts.endIndex
    if index == counts.endIndex { counts.append((code, severity, 0)) }
    counts[index].count += times
    return counts[index].count
  }

  /// Those of the whole file first, then by row; last how many there are more.
  var diagnostics: [Diagnostic] {
    let sorted = found.enumerated().sorted {
      ($0.element.location.line ?? 0, $0.offset) < ($1.element.location.line ?? 0, $1.offset)
    }.map(\.element)
    let rest = counts.filter { $0.count > ProblemList.limit }.map { kind in
      FormatProblem.more(
        kind.count - ProblemList.limit, code: kind.code, severity: kind.severity
      ).diagnostic(at: file)
    }
    return sorted + rest
  }
}
