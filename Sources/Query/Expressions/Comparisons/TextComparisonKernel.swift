internal import Tables

/// Compares texts by their bytes.
final class TextComparisonKernel<Rule: Comparison>: Kernel {
  private let states = TruthByCode()

  func run(_ arguments: [Operand], _ rows: CallRows) -> Vector { compared(arguments, rows).vector }

  func truth(_ arguments: [Operand], _ rows: CallRows) -> Truth? { compared(arguments, rows) }

  private func compared(_ arguments: [Operand], _ rows: CallRows) -> Truth {
    switch (arguments[0], arguments[1]) {
    case (.vector(let a), .constant(.text(var text))):
      guard case .text(let codes, let pool) = a.storage else { break }
      return text.withUTF8 { text in
        states.truth(codes, pool, rows) { Rule.holds(byteOrder($0, text), 0) }
      }
    case (.constant(.text(var text)), .vector(let b)):
      guard case .text(let codes, let pool) = b.storage else { break }
      return text.withUTF8 { text in
        states.truth(codes, pool, rows) { Rule.holds(byteOrder(text, $0), 0) }
      }
    case (.vector(let a), .vector(let b)):
      guard case .text(let x, let left) = a.storage, case .text(let y, let right) = b.storage
      else { break }
      var truth = Truth(repeating: Truth.unknown, count: rows.count)
      for row in 0..<rows.count where !rows.isNull(row) {
        let order =
          left === right && x[row] == y[row] ? 0 : byteOrder(left[x[row]], right[y[row]])
        truth.states[row] = Rule.holds(order, 0) ? Truth.yes : Truth.no
      }
      return truth
    default: break
    }
    return Truth(repeating: Truth.unknown, count: rows.count)
  }
}
