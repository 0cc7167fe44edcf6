internal import Tables

/// Rows on their way into the states of one call.
///
/// The pointers are valid while the rows are added, no longer.
struct AggregateBatch {
  let chunk: Chunk
  /// The group of each row of the chunk.
  let groups: UnsafePointer<UInt32>
  /// The rows that count, in order; `nil` for all.
  let rows: UnsafeBufferPointer<Int32>?
  /// The number of the chunk's first row in the input.
  let ordinal: UInt64
  /// How many equal rows each row of the chunk stands for; `nil` for one. A state that does not look at
  /// this must be told so in ``AggregateCall/takesCopies(types:)``, or it counts too little in silence.
  var copies: UnsafePointer<Int64>?

  /// How many rows count.
  var count: Int { rows?.count ?? chunk.rowCount }

  /// Each row that counts, with its group.
  @inline(__always)
  func forEach(_ body: (_ row: Int, _ group: Int) -> Void) {
    if let rows {
      for row in rows { body(Int(row), Int(groups[Int(row)])) }
    } else {
      for row in 0..<chunk.rowCount { body(row, Int(groups[row])) }
    }
  }
}

/// What one or several calls remember of the rows of each group.
///
/// A state depends on the rows alone, not on their order, nor on how they were split: whatever one
/// state gathers, or several that are merged, the result has the same bits. So no state adds doubles up,
/// which would round by order (``RealWindow`` adds exactly), and one that wants a first row goes by the
/// rows' numbers, not by what it met first. Floating-point work belongs into ``result(_:groups:)``.
protocol AggregateState: AnyObject {
  /// Makes room for so many groups.
  func grow(to groups: Int)
  func add(_ batch: AggregateBatch) throws
  /// Adds what another state of this kind remembers; `numbers` are its groups' numbers here.
  func merge(_ other: any AggregateState, numbers: [UInt32]) throws
  /// Everything that the state remembers, as tables of plain columns whose form depends on the kind
  /// of state alone: how it travels between processes and engines.
  func tables() -> [Chunk]
  /// Takes the tables of ``tables()`` of a state of this kind with so many groups; it must be
  /// empty.
  ///
  /// - Throws: ``QueryError`` for tables of another form.
  func read(_ tables: [Chunk], groups: Int) throws
  /// A call's value for some groups, in that order.
  func result(_ call: AggregateCall, groups: [UInt32]) throws -> Vector
  var byteCount: Int { get }
}

extension AggregateState {
  /// Another state as one of this kind. States of one call are of one kind in every part, so that
  /// another kind is a fault of the program, which must not pass as a smaller number.
  func like(_ other: any AggregateState) -> Self {
    guard let other = other as? Self else {
      preconditionFailure("a \(type(of: other)) does not merge into a \(type(of: self))")
    }
    return other
  }
}

extension AggregateCall {
  /// An option that is a number.
  func real(_ option: String) -> Double? {
    switch options[option] {
    case .real(let value)?: value
    case .integer(let value)?: Double(value)
    default: nil
    }
  }

  /// An option that is a whole number.
  func integer(_ option: String) -> Int? {
    if case .integer(let value)? = options[option] { return Int(value) }
    return nil
  }

  /// An option that is a text.
  func text(_ option: String) -> String? {
    if case .text(let value)? = options[option] { return value }
    return nil
  }

  /// A refusal at the place of the call.
  func error(_ message: String, hint: String? = nil) -> QueryError {
    QueryError(message, at: at > 0 ? at : nil, hint: hint)
  }
}

extension Vector {
  /// Values that may be missing.
  static func reals(_ groups: [UInt32], _ value: (Int) throws -> Double?) rethrows -> Vector {
    var values = [Double](repeating: 0, count: groups.count)
    var nulls = Nulls(count: groups.count)
    for (row, group) in groups.enumerated() {
      if let value = try value(Int(group)) { values[row] = value } else { nulls.set(row) }
    }
    return Vector(.real(values), nulls: nulls.isAny ? nulls : nil)
  }

  /// Values that may be missing.
  static func integers(_ groups: [UInt32], _ value: (Int) throws -> Int64?) rethrows -> Vector {
    var values = [Int64](repeating: 0, count: groups.count)
    var nulls = Nulls(count: groups.count)
    for (row, group) in groups.enumerated() {
      if let value = try value(Int(group)) { values[row] = value } else { nulls.set(row) }
    }
    return Vector(.integer(values), nulls: nulls.isAny ? nulls : nil)
  }

  /// Values that may be missing.
  static func decimals(_ groups: [UInt32], _ value: (Int) -> DecimalNumber?) -> Vector {
    var values = [DecimalNumber](repeating: DecimalNumber(0), count: groups.count)
    var nulls = Nulls(count: groups.count)
    for (row, group) in groups.enumerated() {
      if let value = value(Int(group)) { values[row] = value } else { nulls.set(row) }
    }
    return Vector(.numeric(values), nulls: nulls.isAny ? nulls : nil)
  }

  /// Values that may be missing.
  static func booleans(_ groups: [UInt32], _ value: (Int) -> Bool?) -> Vector {
    var values = [Bool](repeating: false, count: groups.count)
    var nulls = Nulls(count: groups.count)
    for (row, group) in groups.enumerated() {
      if let value = value(Int(group)) { values[row] = value } else { nulls.set(row) }
    }
    return Vector(.boolean(values), nulls: nulls.isAny ? nulls : nil)
  }
}
