internal import Tables

/// The truth of a condition in every row.
///
/// Ordered so that AND is the least and OR the greatest of its operands.
struct Truth {
  static let no: UInt8 = 0
  static let unknown: UInt8 = 1
  static let yes: UInt8 = 2

  var states: [UInt8]

  init(states: [UInt8]) { self.states = states }

  init(repeating state: UInt8, count: Int) { states = Array(repeating: state, count: count) }

  init(_ operand: Operand, count: Int) {
    switch operand {
    case .constant(.boolean(let truth)):
      self.init(repeating: truth ? Self.yes : Self.no, count: count)
    case .constant: self.init(repeating: Self.unknown, count: count)
    case .vector(let vector): self.init(vector)
    }
  }

  init(_ vector: Vector) {
    guard case .boolean(let values) = vector.storage else {
      self.init(repeating: Self.unknown, count: vector.count)
      return
    }
    var states = values.withUnsafeBufferPointer { values in
      filled(count: values.count) { values[$0] ? Self.yes : Self.no }
    }
    vector.nulls?.forEach { states[$0] = Self.unknown }
    self.init(states: states)
  }

  /// As a column of truth values.
  var vector: Vector {
    let values = states.withUnsafeBufferPointer { states in
      filled(count: states.count) { states[$0] == Self.yes }
    }
    guard states.contains(Self.unknown) else { return Vector(.boolean(values)) }
    return Vector(.boolean(values), nulls: Nulls(count: states.count) { states[$0] == 1 })
  }

  var negated: Truth {
    Truth(
      states: states.withUnsafeBufferPointer { states in
        filled(count: states.count) { 2 &- states[$0] }
      })
  }

  mutating func formAnd(_ other: Truth) {
    states.withUnsafeMutableBufferPointer { a in
      other.states.withUnsafeBufferPointer { b in
        for row in 0..<min(a.count, b.count) { a[row] = min(a[row], b[row]) }
      }
    }
  }

  mutating func formOr(_ other: Truth) {
    states.withUnsafeMutableBufferPointer { a in
      other.states.withUnsafeBufferPointer { b in
        for row in 0..<min(a.count, b.count) { a[row] = max(a[row], b[row]) }
      }
    }
  }

  /// The rows whose state is not the given one, in order.
  func rows(except state: UInt8) -> [Int32] { rows { Self.difference($0, state) } }

  /// The rows whose state is the given one, in order.
  func rows(where state: UInt8) -> [Int32] { rows { 1 &- Self.difference($0, state) } }

  /// The true rows; `nil` when all are.
  func selected() -> [Int32]? {
    let rows = rows(where: Self.yes)
    return rows.count == states.count ? nil : rows
  }

  /// 1 for different states, else 0; without a branch, which would often be guessed wrong.
  @inline(__always)
  private static func difference(_ a: UInt8, _ b: UInt8) -> Int {
    let bits = a ^ b
    return Int((bits | bits &>> 1) & 1)
  }

  @inline(__always)
  private func rows(_ step: (UInt8) -> Int) -> [Int32] {
    let count = states.count
    // One place more than rows, as each step writes before it knows whether the row counts.
    return states.withUnsafeBufferPointer { states in
      Array(unsafeUninitializedCapacity: count + 1) { out, used in
        var next = 0
        for row in 0..<count {
          out[next] = Int32(truncatingIfNeeded: row)
          next &+= step(states[row])
        }
        used = next
      }
    }
  }
}

extension Nulls {
  /// Calls the body with each row that is null, in order.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    for index in words.indices {
      var word = words[index]
      while word != 0 {
        body(index << 6 + word.trailingZeroBitCount)
        word &= word - 1
      }
    }
  }

  /// A mask of the rows that are not null here.
  var inverted: Nulls {
    var inverted = self
    for index in words.indices { inverted.words[index] = ~words[index] }
    if count & 63 != 0, let last = words.indices.last {
      inverted.words[last] &= (1 << UInt64(count & 63)) - 1
    }
    return inverted
  }
}

/// An array filled by row number.
@inline(__always)
func filled<Value>(count: Int, _ value: (Int) -> Value) -> [Value] {
  Array(unsafeUninitializedCapacity: count) { out, used in
    guard let base = out.baseAddress else { return }
    for row in 0..<count { (base + row).initialize(to: value(row)) }
    used = count
  }
}
