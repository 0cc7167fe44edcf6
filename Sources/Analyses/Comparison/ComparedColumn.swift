internal import Diagnostics
internal import Tables

/// The column that is compared: what it is taken for, and why rows have no value in it.
struct ComparedColumn {
  let kind: ComparedValue
  private let numbers: NumberColumn?
  private let words: CategoryColumn?

  /// Finds out whether a column holds numbers or words.
  ///
  /// - Throws: A diagnostic `column`, `category`, or `column-type` if it may be either.
  init(_ request: ComparisonRequest, _ table: Table) throws(Diagnostic) {
    if try Self.isNumbers(request, table) {
      numbers = try NumberColumn(reading: request, of: table)
      words = nil
      kind = .numbers
    } else {
      let column = try CategoryColumn(comparing: request, of: table)
      for word in request.positive { _ = try column.code(of: word, in: table) }
      numbers = nil
      words = column
      kind = request.positive.isEmpty ? .words(column.labels) : .share
    }
  }

  private static func isNumbers(
    _ request: ComparisonRequest, _ table: Table
  ) throws(Diagnostic) -> Bool {
    let position = try table.position(ofNamed: request.value)
    if !request.positive.isEmpty { return false }
    if let reading = request.reading { return reading == .numbers }
    switch table.schema.fields[position].type {
    case .integer, .real, .numeric: return true
    case .boolean, .date, .timestamp, .interval: return false
    case .text: break
    }
    let texts = NumberTexts(request.value, of: table, MissingWords(adding: request.missing))
    switch texts.content {
    case .numbers: return texts.hasNumbers
    case .words: return false
    case .mixed:
      throw texts.refusal(
        in: table,
        fixes: ["leave the others out: --as numbers", "compare all as words: --as words"])
    }
  }

  /// Why a row has no value; `nil` if it has one.
  func gap(_ row: Int) -> LeftOutReason? { numbers?.gap(row) ?? words?.gap(row) }

  /// How many numbers have a percent sign while others have none.
  var percentsAmongPlain: Int { numbers?.percentsAmongPlain ?? 0 }
}

extension NumberColumn {
  /// The column that a request compares, as numbers.
  init(reading request: ComparisonRequest, of table: Table) throws(Diagnostic) {
    try self.init(
      request.value, of: table, missing: MissingWords(adding: request.missing),
      isCertain: request.reading == .numbers)
  }
}

extension CategoryColumn {
  /// The column that a request compares, as words. A word that counts as positive is an answer.
  init(comparing request: ComparisonRequest, of table: Table) throws(Diagnostic) {
    let missing = MissingWords(adding: request.missing)
    try self.init(request.value, of: table) {
      missing.contains($0) && !request.positive.contains($0)
    }
  }
}
