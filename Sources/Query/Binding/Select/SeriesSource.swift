internal import Tables

/// The values of `generate_series`.
struct SeriesSource: ChunkSource {
  let count: Int
  let schema: Schema
  /// The values of some rows.
  private let values: @Sendable (Range<Int>) -> Vector

  /// The most numbers; more are a slip.
  static let longest = 1 << 40
  /// The most moments, which are computed one from another and kept.
  static let mostMoments = 1 << 22

  /// Whole numbers; `nil` for a step of 0 or too many numbers.
  init?(from first: Int64, through last: Int64, by step: Int64, name: String) {
    guard step != 0 else { return nil }
    let (distance, overflows) = last.subtractingReportingOverflow(first)
    guard !overflows, step != .min, distance != .min else { return nil }
    let isEmpty = step > 0 ? distance < 0 : distance > 0
    let steps = isEmpty ? -1 : distance / step
    guard steps < Int64(Self.longest) else { return nil }
    count = Int(steps + 1)
    schema = Schema([Field(name, .integer)])
    values = { rows in Vector(.integer(rows.map { first + Int64($0) * step })) }
  }

  /// Numbers with the digits of the first and the step; `nil` for a step of 0 or too many numbers.
  init?(from first: Double, through last: Double, by step: Double, name: String) {
    let steps = ((last - first) / step * (1 + 1e-14)).rounded(.down)
    guard step != 0, steps.isFinite, steps < Double(Self.longest) else { return nil }
    count = steps < 0 ? 0 : Int(steps) + 1
    schema = Schema([Field(name, .real)])
    let digits = [first, step].map { value -> Int64 in
      let decimal = ShortestDigits(value)
      return Int64(max(0, decimal.digits.count - decimal.point))
    }
    let places = digits.max() ?? 0
    values = { rows in
      Vector(
        .real(rows.map { DecimalRounding.rounded(first + Double($0) * step, digits: places) }))
    }
  }

  /// Decimal numbers; `nil` for a step of 0 or too many numbers.
  init?(
    from first: DecimalNumber, through last: DecimalNumber, by step: DecimalNumber, name: String
  ) {
    guard !step.isZero else { return nil }
    let distance = last - first
    let isEmpty = step.isNegative ? distance > DecimalNumber(0) : distance < DecimalNumber(0)
    let steps = isEmpty ? -1 : distance.wholeQuotient(dividingBy: step).integer ?? .max
    guard steps < Int64(Self.longest) else { return nil }
    count = Int(steps + 1)
    schema = Schema([Field(name, .numeric)])
    let scale = max(first.scale, step.scale, 0)
    values = { rows in
      Vector(
        .numeric(
          rows.map { row in
            row == 0 ? first : (first + step * DecimalNumber(Int128(row))).rounded(to: scale)
          }))
    }
  }

  /// Moments, each a step behind the one before: a month behind 31 January and one more is 29 March.
  /// `nil` for too many, or for a step that does not move on.
  init?(
    from first: Timestamp, through last: Timestamp, by step: CalendarInterval, name: String
  ) {
    let isRising = step > CalendarInterval()
    let end = last.microsecondsSince1970
    var moments: [Int64] = []
    var next = first.microsecondsSince1970
    while isRising ? next <= end : next >= end {
      guard moments.count < Self.mostMoments else { return nil }
      moments.append(next)
      guard let following = try? IntervalArithmetic.sum(next, step) else { break }
      guard isRising ? following > next : following < next else { return nil }
      next = following
    }
    count = moments.count
    schema = Schema([Field(name, .timestamp)])
    let all = moments
    values = { rows in Vector(.timestamp(Array(all[rows]))) }
  }

  var rowCount: Int? { count }
  var byteCount: Int? { nil }

  func open(columns: [Int]) -> any ChunkScan { Pass(source: self, columns: columns.count) }

  private final class Pass: ChunkScan {
    static let size = 65_536
    let source: SeriesSource
    let columns: Int
    let counter = AtomicCounter()
    var bytesRead: Int { 0 }

    init(source: SeriesSource, columns: Int) {
      self.source = source
      self.columns = columns
    }

    func reader() -> any ChunkReader { Reader(pass: self) }

    struct Reader: ChunkReader {
      let pass: Pass
      mutating func next() -> (part: Int, chunks: [Chunk])? {
        let part = pass.counter.next()
        let source = pass.source
        guard part <= (source.count - 1) / Pass.size, source.count > 0 else { return nil }
        let start = part * Pass.size
        let rows = min(Pass.size, source.count - start)
        let vector = source.values(start..<start + rows)
        let columns = Array(repeating: vector, count: pass.columns)
        return (part, [Chunk(columns: columns, rowCount: rows)])
      }
    }
  }
}
