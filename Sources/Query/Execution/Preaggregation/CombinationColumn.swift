internal import Tables

/// One column of the combinations: what its codes count in the number of a combination, whose digits
/// they are.
struct CombinationColumn: Sendable {
  /// `nil` for a column that nobody reads: it counts nothing.
  private let coded: CodedColumn?
  /// The value of each code.
  let values: Vector
  /// How many codes there are.
  var size: Int { max(1, values.count) }

  /// A column of a source, or one value that stands for all where nobody looks at it.
  init(_ coded: CodedColumn, isRead: Bool) {
    self.coded = isRead ? coded : nil
    values = isRead ? coded.values : Vector.constant(.null, coded.values.type, count: 1)
  }

  /// Adds what the rows' values count to the numbers of their combinations.
  @inline(__always)
  func locate<Number: FixedWidthInteger & UnsignedInteger>(
    _ rows: Range<Int>, stride: Int, in numbers: UnsafeMutablePointer<Number>
  ) {
    @inline(__always)
    func add(_ codes: [some FixedWidthInteger & UnsignedInteger]) {
      let step = Number(truncatingIfNeeded: stride)
      codes.withUnsafeBufferPointer { codes in
        guard let codes = codes.baseAddress.map({ $0 + rows.lowerBound }) else { return }
        for row in 0..<rows.count {
          numbers[row] &+= Number(truncatingIfNeeded: codes[row]) &* step
        }
      }
    }
    switch coded?.codes {
    case .bytes(let codes)?: add(codes)
    case .words(let codes)?: add(codes)
    case nil: break
    }
  }
}
