internal import Tables

/// Reads records into the columns of chunks. Belongs to one worker.
final class ChunkBuilder {
  private let columns: [(position: Int, plan: ColumnPlan)]
  private let readers: [any ColumnReader]
  private let room: ColumnCapacity
  private var chunks: [Chunk] = []
  private var filled = 0
  private var rows = 0

  init(
    _ columns: [(position: Int, plan: ColumnPlan)], _ context: ColumnContext, _ room: ColumnCapacity
  ) {
    self.columns = columns
    self.room = room
    readers = columns.map { context.reader($0.position, $0.plan, room) }
  }

  /// Starts a part.
  func begin() {
    for reader in readers { reader.begin() }
    (chunks, filled, rows) = ([], 0, 0)
  }

  /// Reads some records.
  ///
  /// - Throws: ``ScanFault``.
  func add(_ matrix: FieldMatrix) throws {
    rows += matrix.rows
    var done = 0
    while done < matrix.rows {
      let count = min(matrix.rows - done, room.rows - filled)
      let slice = matrix.rows(done..<done + count)
      for reader in readers { try reader.read(slice, at: filled) }
      (done, filled) = (done + count, filled + count)
      if filled == room.rows { cut() }
    }
  }

  /// Ends the part and hands over its rows.
  func end() -> [Chunk] {
    if filled > 0 { cut() }
    for reader in readers { reader.end(rows: rows) }
    return chunks
  }

  private func cut() {
    chunks.append(Chunk(columns: readers.map { $0.take(filled) }, rowCount: filled))
    filled = 0
  }

  /// The values of the part that do not fit the types which the caller gave.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the part.
  ///   - start: Where they stand in the text.
  /// - Returns: The problems with their places, column by column.
  func misfits(in bytes: UnsafePointer<UInt8>, from start: Int) -> PlacedProblems {
    var problems = PlacedProblems()
    for (reader, column) in zip(readers, columns) {
      let misfits = reader.misfits
      for field in misfits.fields {
        let value = FieldText.value(FieldContent(bytes + field.start, field.length))
        problems.add(.misfit(column.plan, value), at: start + field.start, value: value)
      }
      problems.count(.misfit(column.plan, nil), misfits.count - misfits.fields.count)
    }
    return problems
  }
}

extension CSVProblem {
  /// A value that is not of the type which the caller gave for its column.
  fileprivate static func misfit(_ plan: ColumnPlan, _ value: String?) -> CSVProblem {
    .type(
      column: plan.name, plan.isPercent ? .percentage : .type(plan.type), .declared,
      word: value.flatMap { NoAnswer.word(in: $0) })
  }
}

/// How much room the reader of one column takes: little where many columns are read, because a query
/// may ask for all columns of a file that has a hundred thousand of them, and little for a file of few
/// rows.
struct ColumnCapacity {
  /// The most rows of a chunk.
  let rows: Int
  /// The texts that a cache remembers, as a power of two.
  let cacheBits: Int

  /// A part of a file with so many columns has few rows, so that small chunks cost nothing there.
  private static let manyColumns = 1024

  /// - Parameters:
  ///   - columns: How many columns are read.
  ///   - known: How many rows the file has, where that is known.
  init(columns: Int, rows known: Int? = nil) {
    let isWide = columns > Self.manyColumns
    let most = isWide ? 256 : Chunk.capacity
    rows = min(most, known.map { max(64, ($0 + 63) & ~63) } ?? most)
    cacheBits = isWide || rows <= 256 ? 4 : 10
  }
}
