/// On which line of its file each row of a table starts.
package enum SourceLines: Hashable, Sendable {
  /// The rows come from no file, or nobody asked.
  case none
  /// A row a line, from one line on: nearly every file.
  case consecutive(from: Int)
  /// The line of each row.
  case listed([Int32])

  /// The lines of all rows in order; none where there are none.
  package init(_ lines: [Int32]) {
    guard let first = lines.first else {
      self = .none
      return
    }
    let areConsecutive = lines.indices.allSatisfy { Int(lines[$0]) == Int(first) + $0 }
    self = areConsecutive ? .consecutive(from: Int(first)) : .listed(lines)
  }

  /// The line of a row.
  package subscript(row: Int) -> Int? {
    switch self {
    case .none: nil
    case .consecutive(let first): first + row
    case .listed(let lines): row < lines.count ? Int(lines[row]) : nil
    }
  }
}
