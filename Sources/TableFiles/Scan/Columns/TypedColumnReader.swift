internal import Tables

/// How the values of one type are read.
protocol ValueFormat {
  associatedtype Value

  /// A value in its plainest writing, which is nearly every value; `nil` asks the parser. Sixteen
  /// bytes before the value and after its start may be read. What it gives for an empty field means
  /// nothing.
  func plain(_ start: UnsafePointer<UInt8>, _ length: Int) -> Value?

  /// A value in any writing.
  func parse(_ bytes: Bytes, _ parser: ValueParser, _ style: CellStyle) -> Value?

  /// Reads plain and empty fields side by side with wide vectors, which the processor must have.
  ///
  /// - Returns: How many of the fields, before one that is neither, or at the end; the others are
  ///   read one by one.
  func readMany(
    _ fields: FieldMatrix.Column, _ rows: Range<Int>, into buffer: RowBuffer<Value>, at row: Int
  ) -> Int
}

extension ValueFormat {
  @inline(__always)
  func readMany(
    _ fields: FieldMatrix.Column, _ rows: Range<Int>, into buffer: RowBuffer<Value>, at row: Int
  ) -> Int { 0 }
}

/// Reads a column that is not text.
final class TypedColumnReader: ColumnReader {
  private let position: Int
  private let plan: ColumnPlan
  private let context: ColumnContext
  private let rows: Rows
  private(set) var misfits = Misfits()
  private let isWide: Bool

  /// The values by type. A case a type, because generic classes are not specialised.
  private enum Rows {
    case boolean(RowBuffer<Bool>)
    case integer(RowBuffer<Int64>)
    case real(RowBuffer<Double>)
    case date(RowBuffer<Int32>)
    case timestamp(RowBuffer<Int64>)
  }

  /// - Precondition: The plan's type is not text.
  init(
    _ position: Int, _ plan: ColumnPlan, _ context: ColumnContext, _ room: ColumnCapacity,
    isWide: Bool = Processor.hasWideVectors
  ) {
    self.position = position
    self.isWide = isWide
    self.plan = plan
    self.context = context
    rows =
      switch plan.type {
      case .boolean: .boolean(RowBuffer(placeholder: false, rows: room.rows))
      case .real: .real(RowBuffer(placeholder: 0, rows: room.rows))
      case .date: .date(RowBuffer(placeholder: 0, rows: room.rows))
      case .timestamp: .timestamp(RowBuffer(placeholder: 0, rows: room.rows))
      case .integer, .text, .numeric, .interval:
        .integer(RowBuffer(placeholder: 0, rows: room.rows))
      }
  }

  func begin() { misfits = Misfits() }
  func end(rows: Int) {}

  func take(_ count: Int) -> Vector {
    func vector<Value>(
      _ buffer: RowBuffer<Value>, _ storage: ([Value]) -> Vector.Storage
    ) -> Vector {
      let (values, nulls) = buffer.take(count)
      return Vector(storage(values), nulls: nulls)
    }
    return switch rows {
    case .boolean(let buffer): vector(buffer) { .boolean($0) }
    case .integer(let buffer): vector(buffer) { .integer($0) }
    case .real(let buffer): vector(buffer) { .real($0) }
    case .date(let buffer): vector(buffer) { .date($0) }
    case .timestamp(let buffer): vector(buffer) { .timestamp($0) }
    }
  }

  func read(_ matrix: FieldMatrix, at row: Int) throws {
    switch rows {
    case .boolean(let buffer): try read(matrix, at: row, buffer, BooleanFormat())
    case .integer(let buffer): try read(matrix, at: row, buffer, IntegerFormat())
    case .real(let buffer):
      try read(matrix, at: row, buffer, RealFormat(hasComma: plan.style.decimalComma))
    case .date(let buffer): try read(matrix, at: row, buffer, DateFormat())
    case .timestamp(let buffer): try read(matrix, at: row, buffer, TimestampFormat())
    }
  }

  @inline(__always)
  private func read<Format: ValueFormat>(
    _ matrix: FieldMatrix, at row: Int, _ buffer: RowBuffer<Format.Value>, _ format: Format
  ) throws {
    // A plain number is what it seems unless all need a unit, or groups must show in it.
    let isFast =
      plan.unit?.mayBeLeftOut ?? true && plan.style.groups != .byColumn
      && context.trustsPlainWriting
    let (values, bytes, fields) = (buffer.values + row, matrix.bytes, matrix.column(position))
    var record = 0
    while record < matrix.rows {
      if isFast, isWide {
        record += format.readMany(fields, record..<matrix.rows, into: buffer, at: row + record)
      }
      // What stopped there may stand in many rows.
      let end = isWide ? min(matrix.rows, record + 64) : matrix.rows
      while record < end {
        let (start, length) = fields[record]
        if isFast, let value = format.plain(bytes + start, length) {
          values[record] = value
          buffer.setNull(row &+ record, if: length <= 0)
        } else if length > 0, let value = try told(format, matrix, (start, length), isFast) {
          values[record] = value
        } else {
          buffer.setNull(row + record)
        }
        record += 1
      }
    }
  }

  /// A value that is not in its plainest writing; `nil` also for one that does not fit and is told.
  @inline(never)
  private func told<Format: ValueFormat>(
    _ format: Format, _ matrix: FieldMatrix, _ field: (start: Int, length: Int), _ isFast: Bool
  ) throws -> Format.Value? {
    do throws(ScanFault) {
      return try other(format, matrix.bytes + field.start, field.length, isFast)
    } catch {
      guard error == .malformed, context.faults == .told else { throw error }
      misfits.add(field.start, field.length)
      return nil
    }
  }

  /// A value in quotes, in an unusual writing, or missing.
  @inline(never)
  private func other<Format: ValueFormat>(
    _ format: Format, _ start: UnsafePointer<UInt8>, _ length: Int, _ isFast: Bool
  ) throws(ScanFault) -> Format.Value? {
    let content = FieldContent(start, length)
    if content.isQuoted {
      guard content.bytes.count > 0 else { return nil }
      if isFast, let base = content.bytes.baseAddress,
        let value = format.plain(base, content.bytes.count)
      {
        return value
      }
    }
    if plan.isDeclared {
      guard content.hasInnerQuotes else { return try declared(content.bytes, format) }
      return try content.resolved().withUnsafeBufferPointer { content throws(ScanFault) in
        try declared(content, format)
      }
    }
    // No value of a type holds a quote.
    guard !content.hasInnerQuotes else { throw ScanFault.contradiction }
    let looks = context.parser.classify(content.bytes)
    if looks.kind == .missing { return nil }
    guard looks.belongs(to: plan),
      let value = format.parse(content.bytes, context.parser, plan.style)
    else { throw ScanFault.contradiction }
    return value
  }

  /// A value of a column whose type the caller gave.
  private func declared<Format: ValueFormat>(
    _ content: Bytes, _ format: Format
  ) throws(ScanFault) -> Format.Value? {
    if context.parser.isMissing(content) { return nil }
    let value =
      ExcelText.isMarked(content)
      ? ExcelText.unmarked(content).withUnsafeBufferPointer {
        format.parse($0, context.parser, plan.style)
      } : format.parse(content, context.parser, plan.style)
    guard let value else { throw ScanFault.malformed }
    return value
  }
}
