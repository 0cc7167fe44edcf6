/// A problem, and the byte of the text at which it stands.
struct PlacedProblem {
  var offset: Int
  var problem: CSVProblem
  /// What stands there.
  var value: String?
}

/// What is wrong in a stretch of a text: no more than will be told, and how many more there are.
struct PlacedProblems {
  private(set) var found: [PlacedProblem] = []
  private(set) var more: [(problem: CSVProblem, count: Int)] = []

  var isEmpty: Bool { found.isEmpty && more.isEmpty }

  mutating func add(_ problem: CSVProblem, at offset: Int, value: String? = nil) {
    found.append(PlacedProblem(offset: offset, problem: problem, value: value))
  }

  /// Counts problems that nobody will look at one by one; nothing happens at 0 or below.
  mutating func count(_ problem: CSVProblem, _ times: Int) {
    if times > 0 { more.append((problem, times)) }
  }

  mutating func addZeroBytes(in bytes: Bytes, from start: Int) {
    let zeros = ZeroBytes.find(in: bytes)
    for offset in zeros.offsets { add(.zeroByte, at: start + offset) }
    count(.zeroByte, zeros.count - zeros.offsets.count)
  }

  mutating func add(_ other: PlacedProblems) {
    found += other.found
    more += other.more
  }

  /// The problems but those of one kind.
  func without(_ kind: CSVProblem) -> PlacedProblems {
    var rest = self
    rest.found.removeAll { $0.problem.code == kind.code }
    rest.more.removeAll { $0.problem.code == kind.code }
    return rest
  }

  /// By their places. Of problems in one place the first that was added comes first.
  var sorted: [PlacedProblem] {
    found.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
      .map(\.element)
  }
}
