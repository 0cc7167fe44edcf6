internal import Tables

/// A column of a table as what its texts mean, which is found out once a text.
///
/// Texts are trimmed and the same by canonical equivalence, as in a ``TextColumn``, if `meaning` treats
/// them so; no code is kept of each row.
struct MeaningColumn<Meaning> {
  private enum Part {
    /// The meaning of each code of a pool.
    case coded([Meaning])
    /// The meaning of each row of a column of another type.
    case rows([Meaning])
  }

  private let columns: [Vector]
  private let parts: [Part]
  private let blank: Meaning

  /// Finds out what a column says; `nil` if the table has none of that name.
  ///
  /// - Parameters:
  ///   - name: The column.
  ///   - table: The table.
  ///   - blank: The meaning of a cell that is missing or blank.
  ///   - meaning: The meaning of a text without white space around it.
  init?(_ name: String, of table: Table, blank: Meaning, _ meaning: (String) -> Meaning) {
    guard let position = table.schema.position(of: name) else { return nil }
    var known: [String: Meaning] = [:]
    func found(_ text: String) -> Meaning {
      if let known = known[text] { return known }
      let word = trimmed(text)
      let new = word.isEmpty ? blank : meaning(word)
      known[text] = new
      return new
    }
    // Chunks share a few pools as a rule.
    var pools: [ObjectIdentifier: [Meaning]] = [:]
    columns = table.chunks.map { $0.columns[position] }
    parts = columns.map { column in
      guard case .text(let codes, let pool) = column.storage else {
        return .rows(
          (0..<column.count).map { row in
            column.isNull(row) ? blank : found(TextColumn.text(of: column[row]) ?? "")
          })
      }
      if let meanings = pools[ObjectIdentifier(pool)] { return .coded(meanings) }
      // A part of a table has texts that stand elsewhere: they are looked at if it is a small pool.
      guard pool.count <= max(Chunk.capacity, table.rowCount) else {
        return .rows(
          codes.indices.map { column.isNull($0) ? blank : found(pool.string(codes[$0])) })
      }
      let meanings = (0..<UInt32(pool.count)).map { found(pool.string($0)) }
      pools[ObjectIdentifier(pool)] = meanings
      return .coded(meanings)
    }
    self.blank = blank
  }

  /// Writes what some rows of a chunk of the table say to memory that holds nothing yet.
  func write(_ rows: Range<Int>, ofChunk chunk: Int, to memory: UnsafeMutableBufferPointer<Meaning>)
  {
    let column = columns[chunk]
    switch parts[chunk] {
    case .rows(let meanings): _ = memory.initialize(fromContentsOf: meanings[rows])
    case .coded(let meanings):
      guard case .text(let codes, _) = column.storage else { return }
      meanings.withUnsafeBufferPointer { meanings in
        codes.withUnsafeBufferPointer { codes in
          let codes = UnsafeBufferPointer(rebasing: codes[rows])
          guard let nulls = column.nulls else {
            for index in codes.indices {
              memory.initializeElement(at: index, to: meanings[Int(codes[index])])
            }
            return
          }
          for index in codes.indices {
            memory.initializeElement(
              at: index,
              to: nulls[rows.lowerBound + index] ? blank : meanings[Int(codes[index])])
          }
        }
      }
    }
  }

  /// What some rows of a chunk of the table say.
  func rows(_ rows: Range<Int>, ofChunk chunk: Int) -> [Meaning] {
    Array(unsafeUninitializedCapacity: rows.count) { memory, count in
      write(rows, ofChunk: chunk, to: UnsafeMutableBufferPointer(rebasing: memory[..<rows.count]))
      count = rows.count
    }
  }

  /// What each row of the table says.
  var rows: [Meaning] {
    let count = columns.reduce(0) { $0 + $1.count }
    return Array(unsafeUninitializedCapacity: count) { memory, done in
      for (chunk, column) in columns.enumerated() {
        let rows = done..<done + column.count
        write(
          0..<column.count, ofChunk: chunk,
          to: UnsafeMutableBufferPointer(rebasing: memory[rows]))
        done = rows.upperBound
      }
    }
  }
}
