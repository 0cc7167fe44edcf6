/// Codes renumbered from 0 in the order in which they first occur.
struct DenseCodes: Sendable {
  /// The new number of each row.
  let numbers: [Int32]

  /// The first row of each number.
  let firstRows: [Int32]

  var count: Int { firstRows.count }

  /// Renumbers any whole numbers: by a table where their range is narrow, else by a dictionary.
  init(_ codes: [Int]) {
    guard let low = codes.min(), let high = codes.max() else {
      (numbers, firstRows) = ([], [])
      return
    }
    let (range, overflow) = high.subtractingReportingOverflow(low)
    var numbers = [Int32](repeating: 0, count: codes.count)
    var firstRows: [Int32] = []
    if !overflow, range <= 4 * codes.count + 1024 {
      var table = [Int32](repeating: -1, count: range + 1)
      for (row, code) in codes.enumerated() {
        var number = table[code - low]
        if number < 0 {
          number = Int32(firstRows.count)
          table[code - low] = number
          firstRows.append(Int32(row))
        }
        numbers[row] = number
      }
    } else {
      var table: [Int: Int32] = [:]
      for (row, code) in codes.enumerated() {
        if let number = table[code] {
          numbers[row] = number
        } else {
          let number = Int32(firstRows.count)
          table[code] = number
          numbers[row] = number
          firstRows.append(Int32(row))
        }
      }
    }
    (self.numbers, self.firstRows) = (numbers, firstRows)
  }

  /// Renumbers pairs: codes within the groups of an outer numbering.
  init(_ codes: [Int]?, within outer: DenseCodes) {
    guard let codes else {
      self = outer
      return
    }
    let inner = DenseCodes(codes)
    if outer.count == 1 {
      self = inner
      return
    }
    // Both counts are at most 2³¹, so the product fits.
    let width = inner.count
    self.init(
      codes.indices.map { Int(outer.numbers[$0]) * width + Int(inner.numbers[$0]) })
  }

  /// All rows in one group.
  init(allOf rows: Int) {
    numbers = Array(repeating: 0, count: rows)
    firstRows = rows == 0 ? [] : [0]
  }

  /// Each row a group of its own.
  init(eachOf rows: Int) {
    numbers = (0..<Int32(rows)).map { $0 }
    firstRows = numbers
  }
}
