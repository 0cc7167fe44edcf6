internal import Tables

/// A condition about one coded column: which of its codes let a row pass.
struct CodeFilter: Sendable {
  private let coded: CodedColumn
  private let passing: [UInt8]
  /// The share of the values that pass: an estimate of the share of the rows.
  let share: Double

  /// `nil` where a value fails the evaluation: it may not occur in any row, or not where another
  /// condition lets it count.
  init?(_ condition: Expression, on coded: CodedColumn) {
    let context = EvaluationContext(now: Timestamp(secondsSince1970: 0)) { _, _ in [] }
    let own = condition.rewritten {
      if case .column(_, let type) = $0 { .column(0, type) } else { nil }
    }
    let count = coded.values.count
    let values = Chunk(columns: [coded.values], rowCount: count)
    guard let rows = try? Evaluator(own, context: context).selected(values) ?? values.allRows
    else { return nil }
    var passing = [UInt8](repeating: 0, count: count)
    for row in rows { passing[Int(row)] = 1 }
    self.coded = coded
    self.passing = passing
    share = Double(max(1, rows.count)) / Double(max(1, count))
  }

  /// Clears the marks of the rows that do not pass.
  func mark(_ rows: Range<Int>, in marks: UnsafeMutablePointer<UInt8>) {
    func mark(_ codes: [some FixedWidthInteger & UnsignedInteger]) {
      passing.withUnsafeBufferPointer { passing in
        codes.withUnsafeBufferPointer { codes in
          guard let passing = passing.baseAddress,
            let codes = codes.baseAddress.map({ $0 + rows.lowerBound })
          else { return }
          for row in 0..<rows.count { marks[row] &= passing[Int(codes[row])] }
        }
      }
    }
    switch coded.codes {
    case .bytes(let codes): mark(codes)
    case .words(let codes): mark(codes)
    }
  }
}

extension Chunk {
  fileprivate var allRows: [Int32] { (0..<rowCount).map { Int32($0) } }
}
