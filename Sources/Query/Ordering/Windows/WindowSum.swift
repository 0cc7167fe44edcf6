internal import Tables

/// `count`, and `sum` and `avg` of numbers, over any frame, as differences of running sums.
///
/// Sums are exact: whole numbers, decimal numbers of one scale, and reals counted in the lowest bit
/// that any of the partition has, in 128 bits. They are rounded once. A partition whose reals span
/// more, or whose decimal numbers differ in scale or are larger, is computed by
/// ``WindowAggregation``, which gives the same values.
struct WindowSum: WindowStep {
  private enum Kind { case count, sum, average }

  private let kind: Kind
  private let output: WindowColumn
  private let call: AggregateCall
  private let argument: JoinedColumn?
  private let filter: WindowFilter
  private let frames: WindowFrames
  /// For reals that span too much, and decimal numbers of several scales.
  private let fallback: WindowAggregation?

  init(_ aggregate: AggregateCall, _ call: WindowCall, _ input: WindowInput) throws {
    self.call = aggregate
    kind =
      switch aggregate.signature.name {
      case "count": .count
      case "sum": .sum
      default: .average
      }
    switch aggregate.type {
    case .integer: output = .integers(try WindowValues(input))
    case .numeric: output = .cells(try WindowCells(input), .numeric)
    default: output = .reals(try WindowValues(input))
    }
    argument = try aggregate.arguments.first.map { try input.column($0) }
    filter = try WindowFilter(aggregate, input)
    frames = try WindowFrames(call, input)
    let type = argument?.vector.type
    fallback =
      (type == .real || type == .numeric) && kind != .count
      ? try WindowAggregation(aggregate, call, input, into: output) : nil
  }

  var column: WindowColumn { output }

  func evaluate(_ partition: WindowPartition, _ scratch: WindowScratch) throws {
    let (sums, counts) = try scratch.sums()
    guard let exponent = prefix(partition, sums, counts) else {
      try fallback?.evaluate(partition, scratch)
      return
    }
    let (starts, ends) = try scratch.frames()
    frames.fill(partition, starts: starts, ends: ends)
    for place in 0..<partition.count {
      let row = partition.row(place)
      var (count, sum): (Int, Int128)
      if frames.exclusion == .none {
        let (start, end) = (Int(starts[place]), max(Int(starts[place]), Int(ends[place])))
        (count, sum) = (Int(counts[end] - counts[start]), sums[end] - sums[start])
      } else {
        let parts = FrameParts(
          Int(starts[place]), Int(ends[place]), place, frames.exclusion, partition)
        (count, sum) = (0, 0)
        for part in [parts.first, parts.second, parts.third] {
          count += Int(counts[part.upperBound] - counts[part.lowerBound])
          sum += sums[part.upperBound] - sums[part.lowerBound]
        }
      }
      try write(row, count: count, sum: sum, exponent: exponent)
    }
  }

  @inline(__always)
  private func write(_ row: Int, count: Int, sum: Int128, exponent: Int) throws {
    switch output {
    case .integers(let values):
      if kind == .count {
        values.set(row, Int64(count))
      } else if count == 0 {
        values.setNull(row, holding: 0)
      } else {
        guard let sum = Int64(exactly: sum) else { throw refusal("bigint out of range") }
        values.set(row, sum)
      }
    case .reals(let values):
      if count == 0 {
        values.setNull(row, holding: 0)
        return
      }
      let value =
        kind == .sum
        ? SumRounding.double(sum, exponent: exponent)
        : SumRounding.quotient(sum, by: count, exponent: exponent)
      guard value.isFinite else { throw refusal("value out of range: overflow") }
      values.set(row, value)
    case .cells(let cells, _):
      if count == 0 { return }
      let total = DecimalNumber(sum, scale: exponent)
      cells.set(row, .numeric(kind == .sum ? total : total / DecimalNumber(Int128(count))))
    case .rows: break
    }
  }

  private func refusal(_ message: String) -> QueryError {
    QueryError(message, at: call.at > 0 ? call.at : nil)
  }

  /// Sums and counts of the rows before each place, and the exponent of the sums, or the scale of
  /// decimal ones; `nil` when they do not fit.
  private func prefix(
    _ partition: WindowPartition, _ sums: UnsafeMutablePointer<Int128>,
    _ counts: UnsafeMutablePointer<Int32>
  ) -> Int? {
    (sums[0], counts[0]) = (0, 0)
    guard let vector = argument?.vector else {
      fill(partition, sums, counts, nil) { _ in 0 }
      return 0
    }
    switch vector.storage {
    case .integer(let values) where kind != .count:
      values.withUnsafeBufferPointer { values in
        fill(partition, sums, counts, vector.nulls) { Int128(values[$0]) }
      }
      return 0
    case .numeric(let values) where kind != .count:
      guard let scale = commonScale(partition, values, vector.nulls) else { return nil }
      fill(partition, sums, counts, vector.nulls) { values[$0].fitting ?? 0 }
      return scale
    case .real(let values) where kind != .count:
      return values.withUnsafeBufferPointer { values in
        guard let exponent = exponent(partition, values, vector.nulls) else { return nil }
        fill(partition, sums, counts, vector.nulls) { row in
          FixedPoint.number(values[row], exponent: exponent)
        }
        return exponent
      }
    default:
      fill(partition, sums, counts, vector.nulls) { _ in 0 }
      return 0
    }
  }

  @inline(__always)
  private func fill(
    _ partition: WindowPartition, _ sums: UnsafeMutablePointer<Int128>,
    _ counts: UnsafeMutablePointer<Int32>, _ nulls: Nulls?, _ value: (Int) -> Int128
  ) {
    var (sum, count): (Int128, Int32) = (0, 0)
    for place in 0..<partition.count {
      let row = partition.row(place)
      if filter.takes(row), nulls.map({ !$0[row] }) ?? true {
        sum += value(row)
        count += 1
      }
      (sums[place + 1], counts[place + 1]) = (sum, count)
    }
  }

  /// The scale of all values that count; `nil` when sums would not fit, or when scales differ: the
  /// sum of a frame has that of the frame's rows alone.
  private func commonScale(
    _ partition: WindowPartition, _ values: [DecimalNumber], _ nulls: Nulls?
  ) -> Int? {
    // Rows are counted in 31 bits, so that no sum takes more than 126.
    let bound = UInt128(1) << 95
    var scale: Int?
    for place in 0..<partition.count {
      let row = partition.row(place)
      guard filter.takes(row), nulls.map({ !$0[row] }) ?? true else { continue }
      let value = values[row]
      guard let units = value.fitting, units.magnitude < bound, value.scale == scale ?? value.scale
      else { return nil }
      scale = value.scale
    }
    return scale ?? 0
  }

  /// The exponent of the lowest bit of all values that count; `nil` when sums would not fit.
  private func exponent(
    _ partition: WindowPartition, _ values: UnsafeBufferPointer<Double>, _ nulls: Nulls?
  ) -> Int? {
    var span = FixedPoint()
    for place in 0..<partition.count {
      let row = partition.row(place)
      if filter.takes(row), nulls.map({ !$0[row] }) ?? true { span.include(values[row]) }
    }
    return span.exponent(count: partition.count)
  }
}
