internal import Diagnostics

/// Collects what is wrong in a file: at most 20 of a kind, and the number of the rest.
struct ProblemList {
  /// The most diagnostics of one code.
  static let limit = 20

  let file: String
  private var found: [(diagnostic: Diagnostic, rank: Int)] = []
  private var counts: [(code: String, severity: Diagnostic.Severity, count: Int)] = []

  init(file: String) {
    self.file = file
  }

  /// Adds a problem of the whole file.
  mutating func add(_ problem: CSVProblem) {
    let location = SourceLocation(file: file)
    add(problem, value: nil) { location }
  }

  /// Adds a problem; its place is worked out only if it will be shown.
  mutating func add(
    _ problem: CSVProblem, value: String?, place: () -> SourceLocation
  ) {
    guard count(problem.code, problem.severity, 1) <= Self.limit else { return }
    found.append((problem.diagnostic(at: place(), value: value), problem.rank))
  }

  /// Adds what stands in a text.
  ///
  /// - Parameters:
  ///   - problems: The problems; those of one kind that were added before stand before them.
  ///   - lines: Finds their places, from the first of them on.
  mutating func add(_ problems: PlacedProblems, _ lines: inout LineCounter) {
    let file = file
    for placed in problems.sorted {
      // The text is read again up to there, which fails only if the file is gone.
      add(placed.problem, value: placed.value) {
        (try? lines.location(of: placed.offset)) ?? SourceLocation(file: file)
      }
    }
    for (problem, times) in problems.more { _ = count(problem.code, problem.severity, times) }
  }

  /// The problems by line and column, those in one place by their ranks; those of the whole file first, the counts last,
  /// in the order in which their kinds were met.
  var diagnostics: [Diagnostic] {
    let sorted = found.enumerated().sorted { a, b in
      let (x, y) = (a.element.diagnostic.location, b.element.diagnostic.location)
      let (first, second) = ((x.line ?? 0, x.column ?? 0), (y.line ?? 0, y.column ?? 0))
      if first != second { return first < second }
      return (a.element.rank, a.offset) < (b.element.rank, b.offset)
    }.map(\.element.diagnostic)
    let rest = counts.filter { $0.count > Self.limit }.map { kind in
      CSVProblem.more(kind.count - Self.limit, code: kind.code, severity: kind.severity)
        .diagnostic(at: SourceLocation(file: file))
    }
    return sorted + rest
  }

  private mutating func count(
    _ code: String, _ severity: Diagnostic.Severity, _ times: Int
  ) -> Int {
    guard let index = counts.firstIndex(where: { $0.code == code && $0.severity == severity })
    else {
      counts.append((code, severity, times))
      return times
    }
    counts[index].count += times
    return counts[index].count
  }
}
