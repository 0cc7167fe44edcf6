internal import Tables

/// `||` of two texts, byte by byte.
final class ConcatenationKernel: Kernel {
  /// For a column and a constant.
  private let byText = RowKernel(.text, canFail: false) { .text($0.map(\.sqlText).joined()) }

  private var texts = TextLimit()

  func limit(_ texts: TextLimit) {
    self.texts = texts
    byText.limit(texts)
  }

  func run(_ arguments: [Operand], _ rows: CallRows) throws -> Vector {
    guard case .vector(let a) = arguments[0], case .vector(let b) = arguments[1],
      case .text(let x, let left) = a.storage, case .text(let y, let right) = b.storage
    else { return try byText.run(arguments, rows) }
    let pool = TextPool(isDistinct: false)
    var codes = Array(repeating: UInt32(0), count: rows.count)
    var bytes: [UInt8] = []
    texts.reset()
    for row in 0..<rows.count where !rows.isNull(row) {
      bytes.removeAll(keepingCapacity: true)
      bytes += left[x[row]]
      bytes += right[y[row]]
      try texts.add(bytes.count)
      codes[row] = bytes.withUnsafeBufferPointer { pool.append($0) }
    }
    return Vector(.text(codes, pool))
  }
}
