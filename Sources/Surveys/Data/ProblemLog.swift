internal import Diagnostics

/// Problems in the order they were found. The same problem in further rows of a file is told once.
struct ProblemLog {
  private var found: [(problem: Diagnostic, repeats: Int)] = []
  private var positions: [Diagnostic: Int] = [:]

  mutating func add(_ problem: Diagnostic) {
    var key = problem
    key.location.line = nil
    if let position = positions[key] {
      found[position].repeats += 1
    } else {
      positions[key] = found.count
      found.append((problem, 0))
    }
  }

  mutating func add(_ problems: [Diagnostic]) {
    for problem in problems { add(problem) }
  }

  var diagnostics: [Diagnostic] {
    found.map { problem, repeats in
      guard repeats > 0 else { return problem }
      var problem = problem
      let more = repeats == 1 ? "1 more row has" : "\(repeats) more rows have"
      problem.reason = [problem.reason, "\(more) the same problem"].compactMap { $0 }
        .joined(separator: "; ")
      return problem
    }
  }
}
