internal import Diagnostics

/// Collects what is wrong in a file: at most 20 of a kind, and the number of the rest.
struct ProblemList {
  /// The most diagnostics of one code.
  static let limit = 20

  let file: String
  private var found: [Diagnostic] = []
  private var counts: [(code: String, severity: Diagnostic.Severity, count: Int)] = []

  init(file: String) {
    self.file = file
  }

  /// Adds a problem of the whole file.
  mutating func add(_ problem: CSVProblem) {
    let location = SourceLocation(file: file)
    add(problem) { (location, nil) }
  }

  /// Adds a problem; place and value are worked out only if it will be shown.
  mutating func add(
    _ problem: CSVProblem, place: () -> (location: SourceLocation, value: String?)
  ) {
    guard count(problem.code, problem.severity, 1) <= Self.limit else { return }
    let (location, value) = place()
    found.append(problem.diagnostic(at: location, value: value))
  }

  /// Adds a problem that stands at some offsets of a text, in ascending order. It stands there
  /// `total` times, which may be more than the offsets tell.
  mutating func add(_ problem: CSVProblem, at offsets: [Int], of total: Int, in bytes: Bytes) {
    let locator = TextLocator(bytes: bytes)
    var (line, start) = (1, 0)
    for offset in offsets {
      start = locator.lastLineStart(before: offset, line: &line, start: start)
      let place = locator.place(of: offset, fromLine: line, startingAt: start)
      let location = SourceLocation(file: file, line: place.line, column: place.column)
      add(problem) { (location, nil) }
    }
    count(problem, total - offsets.count)
  }

  /// Counts problems that nobody will look at one by one; nothing happens at 0 or below.
  mutating func count(_ problem: CSVProblem, _ times: Int) {
    if times > 0 { _ = count(problem.code, problem.severity, times) }
  }

  /// The problems by line and column; those of the whole file first, the counts last.
  var diagnostics: [Diagnostic] {
    let sorted = found.enumerated().sorted { a, b in
      let (x, y) = (a.element.location, b.element.location)
      return (x.line ?? 0, x.column ?? 0, a.offset) < (y.line ?? 0, y.column ?? 0, b.offset)
    }.map(\.element)
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
