internal import Tables

/// How many scores lie high and how many low: `nps` and `top_box`.
final class ScoreState: RecordState {
  /// Which scores are allowed, and which are high or low.
  struct Scale {
    var range: ClosedRange<Double>
    var high: Double
    var low: Double
    var refusal: QueryError

    init(_ call: AggregateCall) throws {
      let name = call.signature.name
      if name == "nps" {
        (range, high, low) = (0...10, 9, 6)
        refusal = call.error("nps needs scores from 0 to 10")
        return
      }
      let (top, scale) = (call.integer("top") ?? 2, call.integer("scale") ?? 5)
      guard scale >= 2, scale <= 1000 else {
        throw call.error("the scale of top_box must lie between 2 and 1000")
      }
      guard top >= 1, top < scale else {
        throw call.error("the top of top_box must lie between 1 and one less than its scale")
      }
      range = 1...Double(scale)
      high = Double(scale - top + 1)
      low = 0
      refusal = call.error(
        "top_box needs scores from 1 to \(scale)", hint: "write scale => and the highest score")
    }
  }

  /// Rows, high scores, low scores.
  let records = GroupRecords(width: 3)
  private let argument: Int
  private let scale: Scale

  init(argument: Int, scale: Scale) {
    self.argument = argument
    self.scale = scale
  }

  func grow(to groups: Int) { records.grow(to: groups) }
  var byteCount: Int { records.byteCount }

  func add(_ batch: AggregateBatch) throws {
    switch batch.chunk.columns[argument].storage {
    case .integer(let values): try add(batch, values) { Double($0) }
    case .real(let values): try add(batch, values) { $0 }
    default: return
    }
  }

  @inline(__always)
  private func add<Value>(
    _ batch: AggregateBatch, _ values: [Value], _ score: (Value) -> Double
  ) throws {
    let words = records.words
    let scale = scale
    var isOutside = false
    values.withUnsafeBufferPointer { values in
      batch.forEach { row, group in
        let value = score(values[row])
        isOutside = isOutside || value < scale.range.lowerBound || value > scale.range.upperBound
        let record = words + 3 * group
        let copies = batch.copies.map { UInt64($0[row]) } ?? 1
        record[0] &+= copies
        record[1] &+= value >= scale.high ? copies : 0
        record[2] &+= value <= scale.low ? copies : 0
      }
    }
    if isOutside { throw scale.refusal }
  }

  func merge(_ other: any AggregateState, numbers: [UInt32]) {
    let other = like(other)
    for (group, number) in numbers.enumerated() {
      for place in 0..<3 { records[Int(number)][place] &+= other.records[group][place] }
    }
  }

  func result(_ call: AggregateCall, groups: [UInt32]) -> Vector {
    let isShare = call.signature.name == "top_box"
    return .reals(groups) { group in
      let record = records[group]
      if record[0] == 0 { return nil }
      if isShare { return Double(record[1]) / Double(record[0]) }
      return 100 * Double(Int64(record[1]) - Int64(record[2])) / Double(record[0])
    }
  }
}
