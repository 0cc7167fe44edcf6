internal import Tables

extension KeyTable {
  /// Numbers a block by hashes.
  func numberHashed(
    _ keys: [Vector], _ rows: Range<Int>, into out: UnsafeMutablePointer<UInt32>,
    fresh: inout [Int32]
  ) {
    switch index {
    case .undecided, .dense: return
    case .single(var single):
      index = .undecided
      single.reserve(rows.count)
      numberSingle(keys[0], rows, into: out, fresh: &fresh, &single)
      index = .single(single)
    case .wide(var wide):
      index = .undecided
      wide.reserve(rows.count)
      numberWide(keys, rows, into: out, fresh: &fresh, &wide)
      index = .wide(wide)
    }
  }

  private func numberSingle(
    _ key: Vector, _ rows: Range<Int>, into out: UnsafeMutablePointer<UInt32>,
    fresh: inout [Int32], _ single: inout OneWordIndex
  ) {
    let nulls = columns[0].fillsWord ? key.nulls : nil
    let hasNullWord = nullWords > 0
    // New words are kept apart while the block runs, which spares the table's bookkeeping.
    var added: [UInt64] = []
    var number = UInt32(truncatingIfNeeded: count)
    _ = withWordScratch(2 * Self.block) { scratch -> Void? in
      columns[0].words(key, rows, into: scratch, step: 1)
      single.touch(scratch, count: rows.count, into: scratch + Self.block)
      @inline(__always)
      func new(_ row: Int, isNull: Bool) -> UInt32 {
        added.append(scratch[row])
        if hasNullWord { added.append(isNull ? 1 : 0) }
        fresh.append(Int32(truncatingIfNeeded: rows.lowerBound + row))
        number += 1
        return number - 1
      }
      if let nulls {
        single.numbers(
          scratch, count: rows.count, into: out, isNull: { nulls[rows.lowerBound + $0] }
        ) { new($0, isNull: nulls[rows.lowerBound + $0]) }
      } else {
        single.numbers(scratch, count: rows.count, into: out, isNull: { _ in false }) {
          new($0, isNull: false)
        }
      }
      return ()
    }
    take(added, count: Int(number))
  }

  private func numberWide(
    _ keys: [Vector], _ rows: Range<Int>, into out: UnsafeMutablePointer<UInt32>,
    fresh: inout [Int32], _ wide: inout ManyWordIndex
  ) {
    let width = width
    var number = UInt32(truncatingIfNeeded: count)
    // The words are lent to the block, which spares the table's bookkeeping.
    var words = lendWords()
    _ = withWordScratch(Self.block * (width + 2)) { scratch -> Void? in
      writeWords(keys, rows, into: scratch)
      let hashes = scratch + Self.block * width
      for row in 0..<rows.count {
        hashes[row] = ManyWordIndex.hash(scratch + row * width, width)
      }
      wide.touch(hashes, count: rows.count, into: hashes + Self.block)
      for row in 0..<rows.count {
        let key = scratch + row * width
        out[row] = wide.number(hashes[row]) { number in
          words.withUnsafeBufferPointer { words in
            let start = Int(number) * width
            for place in 0..<width where words[start + place] != key[place] { return false }
            return true
          }
        } new: {
          words.append(contentsOf: UnsafeBufferPointer(start: key, count: width))
          fresh.append(Int32(truncatingIfNeeded: rows.lowerBound + row))
          number += 1
          return number - 1
        }
      }
      return ()
    }
    giveBack(words, count: Int(number))
  }

  /// Writes the words of a block, key after key, bits of nulls included.
  private func writeWords(
    _ keys: [Vector], _ rows: Range<Int>, into scratch: UnsafeMutablePointer<UInt64>
  ) {
    for column in columns {
      column.words(keys[column.place], rows, into: scratch + column.place, step: width)
    }
    for word in 0..<nullWords {
      for row in 0..<rows.count { scratch[row * width + columns.count + word] = 0 }
    }
    for column in columns where column.fillsWord {
      guard let nulls = keys[column.place].nulls else { continue }
      let place = columns.count + (column.place >> 6)
      for row in 0..<rows.count where nulls[rows.lowerBound + row] {
        scratch[row * width + place] |= 1 << UInt64(column.place & 63)
      }
    }
  }
}
