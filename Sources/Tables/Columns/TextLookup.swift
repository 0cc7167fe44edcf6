/// Looks up the texts of a column in a pool that may be far larger than the cache.
///
/// Three places in memory have to be seen for a text: its slot, the bounds of the text under the code
/// there, and its bytes. A processor waits for each, but not if it is asked for many that do not depend on
/// one another: so a block of rows goes through one step after the other.
struct TextLookup {
  private let column: Vector
  private let source: [UInt32]
  private let texts: TextPool
  private let pool: TextPool

  private static let rowsOfBlock = 64

  private enum Kind: UInt8 {
    case text
    case null
    /// The same text as in the row before.
    case repeated
  }

  private struct Candidate {
    var kind: Kind
    var text = TextPool.Bytes(start: nil, count: 0)
    var hash: UInt64 = 0
    var guess: TextPool.Guess?
    /// The code that was guessed, if the text is its text.
    var code = TextRegister.none
  }

  /// - Parameters:
  ///   - column: The column.
  ///   - source: Its codes.
  ///   - texts: The texts of these codes.
  ///   - pool: Where they are looked up.
  init(_ column: Vector, _ source: [UInt32], _ texts: TextPool, in pool: TextPool) {
    (self.column, self.source, self.texts, self.pool) = (column, source, texts, pool)
  }

  /// Writes the codes of rows up to the first whose text is not plain (see ``TextRegister``);
  /// ``TextRegister/none`` for nulls.
  ///
  /// - Parameters:
  ///   - first: The first row.
  ///   - codes: Room for all rows of the column.
  ///   - code: The code of a text, by its hash, that was not guessed.
  /// - Returns: The row at which it stops; the number of rows if all are written.
  func write(
    from first: Int, to codes: UnsafeMutableBufferPointer<UInt32>,
    _ code: (TextPool.Bytes, UInt64) -> UInt32
  ) -> Int {
    withUnsafeTemporaryAllocation(of: Candidate.self, capacity: Self.rowsOfBlock) { block in
      var start = first
      while start < codes.count {
        let end = min(codes.count, start + Self.rowsOfBlock)
        let done = start + gather(start..<end, into: block)
        for index in 0..<done - start where block[index].kind == .text {
          guard let guess = block[index].guess,
            let guessed = pool.code(guess, hash: block[index].hash),
            pool[guessed].hasBytes(of: block[index].text)
          else { continue }
          block[index].code = guessed
        }
        for index in 0..<done - start {
          let candidate = block[index]
          codes[start + index] =
            switch candidate.kind {
            case .null: TextRegister.none
            case .repeated: codes[start + index - 1]
            case .text:
              candidate.code != TextRegister.none
                ? candidate.code : code(candidate.text, candidate.hash)
            }
        }
        if done < end { return done }
        start = end
      }
      return start
    }
  }

  /// The first step: texts, their hashes and what their slots hold.
  ///
  /// - Returns: The number of rows before the first whose text is not plain.
  private func gather(
    _ rows: Range<Int>, into block: UnsafeMutableBufferPointer<Candidate>
  ) -> Int {
    for row in rows {
      let index = row - rows.lowerBound
      var candidate = Candidate(kind: .null)
      if !column.isNull(row) {
        if index > 0, source[row] == source[row - 1], block[index - 1].kind != .null {
          candidate.kind = .repeated
        } else {
          candidate.kind = .text
          candidate.text = texts[source[row]]
          guard TextRegister.isPlain(candidate.text) else { return index }
          candidate.hash = TextPool.hash(candidate.text)
          candidate.guess = pool.guess(candidate.hash)
        }
      }
      block.initializeElement(at: index, to: candidate)
    }
    return rows.count
  }
}
