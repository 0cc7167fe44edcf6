internal import Tables

/// On which lines the rows of a part start, counted from the line on which its first record starts.
struct RowLines {
  private var rows = 0
  private var lines = 0
  /// `nil` as long as every row takes one line.
  private var listed: [Int32]?

  /// Adds the rows of some records.
  ///
  /// - Parameters:
  ///   - matrix: The records; none for blank lines alone.
  ///   - range: Their bytes, with the ends of their lines and blank lines around them.
  ///   - base: The bytes of the part.
  mutating func add(
    _ matrix: FieldMatrix?, in range: Range<Int>, of base: UnsafePointer<UInt8>
  ) {
    let count = matrix?.rows ?? 0
    let ends = Self.lineEnds(base, range)
    if listed == nil, rows == lines, ends == count || count == 0 {
      rows += count
      lines += ends
      return
    }
    var known = listed ?? (0..<Int32(clamping: rows)).map { $0 }
    var line = lines
    var position = range.lowerBound
    for row in 0..<count {
      guard let start = matrix?.field(row, 0).start else { break }
      line += Self.lineEnds(base, position..<start)
      position = start
      known.append(Int32(clamping: line))
    }
    listed = known
    rows += count
    lines += ends
  }

  /// The line ends in some bytes: LF, CR LF and CR, also inside quotes.
  private static func lineEnds(_ base: UnsafePointer<UInt8>, _ range: Range<Int>) -> Int {
    let (lf, cr) = (ByteMasks.all(.lf), ByteMasks.all(.cr))
    var count = 0
    var i = range.lowerBound
    while i < range.upperBound {
      let rest = range.upperBound - i
      let valid: UInt64 = rest >= 64 ? ~0 : (1 << UInt64(rest)) - 1
      let block = ByteMasks(base + i)
      let feeds = block.equal(lf)
      var ends = feeds
      let returns = block.equal(cr)
      if returns != 0 {
        // The line feed of a pair ends the line.
        let next: UInt64 = base[i + 64] == .lf ? 1 << 63 : 0
        ends |= returns & ~(feeds >> 1 | next)
      }
      count += (ends & valid).nonzeroBitCount
      i += 64
    }
    return count
  }

  /// The lines of all rows of a text.
  ///
  /// - Parameters:
  ///   - parts: The parts in order.
  ///   - first: The line on which the first of them starts.
  /// - Returns: A line for each row.
  static func joined(_ parts: [RowLines], from first: Int) -> SourceLines {
    let rows = parts.reduce(0) { $0 + $1.rows }
    let isEven = parts.dropLast().allSatisfy { $0.listed == nil && $0.rows == $0.lines }
    if rows == 0 { return .none }
    if isEven, parts.last?.listed == nil { return .consecutive(from: first) }
    var lines: [Int32] = []
    lines.reserveCapacity(rows)
    var line = first
    for part in parts {
      if let listed = part.listed {
        for row in listed { lines.append(Int32(clamping: line + Int(row))) }
      } else {
        for row in 0..<part.rows { lines.append(Int32(clamping: line + row)) }
      }
      line += part.lines
    }
    return SourceLines(lines)
  }
}
