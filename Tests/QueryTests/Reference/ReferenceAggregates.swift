import Query
import Tables

/// Aggregates over lists of values.
enum ReferenceAggregates {
  /// Computes an aggregate from the arguments of each row, nulls with them.
  typealias Function = @Sendable (_ call: AggregateCall, _ rows: [[Cell]]) throws -> Cell

  /// The value of a call over rows of its input.
  static func value(
    _ call: AggregateCall, over rows: [[Cell]], with functions: [String: Function]
  ) throws -> Cell {
    var rows = rows
    if let filter = call.filter { rows = rows.filter { $0[filter] == .boolean(true) } }
    if !call.order.isEmpty { rows = ReferenceOrder.sorted(rows, by: call.order) }
    var arguments = rows.map { row in
      call.arguments.enumerated().map { index, column in call.constants[index] ?? row[column] }
    }
    if call.isDistinct {
      var seen: Set<[Cell]> = []
      arguments = arguments.filter { seen.insert($0).inserted }
    }
    guard let function = functions[call.signature.name] else {
      throw QueryError("the reference knows no aggregate \(call.signature.name)")
    }
    return try function(call, arguments)
  }

  static let all: [String: Function] = [
    "count": { call, rows in
      .integer(Int64(rows.count { call.arguments.isEmpty || $0[0] != .null }))
    },
    "sum": { call, rows in
      let values = rows.map { $0[0] }.filter { $0 != .null }
      if values.isEmpty { return .null }
      if call.type == .integer {
        guard let sum = Int64(exactly: integers(values).reduce(Int128(0)) { $0 + Int128($1) })
        else { throw QueryError("bigint out of range", at: call.at) }
        return .integer(sum)
      }
      if call.type == .numeric { return .numeric(decimals(values).reduce(DecimalNumber(0), +)) }
      return .real(numbers(values).reduce(0, +))
    },
    "avg": { call, rows in
      if call.type == .numeric {
        let values = decimals(rows.map { $0[0] })
        if values.isEmpty { return .null }
        return .numeric(values.reduce(DecimalNumber(0), +) / DecimalNumber(Int128(values.count)))
      }
      let values = numbers(rows.map { $0[0] })
      return values.isEmpty ? .null : .real(values.reduce(0, +) / Double(values.count))
    },
    "min": { _, rows in
      rows.map { $0[0] }.filter { $0 != .null }.min { ReferenceOrder.compare($0, $1) < 0 } ?? .null
    },
    "max": { _, rows in
      // The first of equals, like min.
      rows.map { $0[0] }.filter { $0 != .null }.min { ReferenceOrder.compare($0, $1) > 0 } ?? .null
    },
    "string_agg": { _, rows in
      var text: String?
      for row in rows {
        guard case .text(let value) = row[0] else { continue }
        guard let before = text else {
          text = value
          continue
        }
        if case .text(let separator) = row[1] { text = before + separator + value }
      }
      return text.map { .text($0) } ?? .null
    },
  ]

  private static func integers(_ cells: [Cell]) -> [Int64] {
    cells.compactMap { if case .integer(let value) = $0 { value } else { nil } }
  }

  private static func decimals(_ cells: [Cell]) -> [DecimalNumber] {
    cells.compactMap { cell in
      switch cell {
      case .integer(let value): DecimalNumber(Int128(value))
      case .numeric(let value): value
      default: nil
      }
    }
  }

  private static func numbers(_ cells: [Cell]) -> [Double] {
    cells.compactMap { cell in
      switch cell {
      case .integer(let value): Double(value)
      case .real(let value): value
      default: nil
      }
    }
  }
}
