package import Tables

extension KeyTable {
  /// The number of each row's key, -1 where it is not there or holds a NULL.
  package func numbers(finding keys: [Vector], rowCount: Int) -> [Int32] {
    if count == 0 || rowCount == 0 { return Array(repeating: -1, count: rowCount) }
    if columns.isEmpty { return Array(repeating: 0, count: rowCount) }
    let keys = keys.map(\.keyed)
    var numbers = [Int32](repeating: 0, count: rowCount)
    for vector in keys {
      guard let nulls = vector.nulls else { continue }
      for row in 0..<rowCount where nulls[row] { numbers[row] = -1 }
    }
    let width = width
    var words = [UInt64](repeating: 0, count: rowCount * width)
    words.withUnsafeMutableBufferPointer { words in
      numbers.withUnsafeMutableBufferPointer { numbers in
        guard let words = words.baseAddress else { return }
        for column in columns {
          if case .text(let codes, let pool) = keys[column.place].storage {
            find(codes, pool, column, numbers) { words[$0 * width + column.place] = UInt64($1) }
          } else {
            column.words(
              keys[column.place], 0..<rowCount, into: words + column.place, step: width)
          }
        }
        find(words, numbers)
      }
    }
    return numbers
  }

  /// Looks texts up, each once a pool; rows whose text is not there become -1.
  private func find(
    _ codes: [UInt32], _ pool: TextPool, _ column: KeyColumn,
    _ numbers: UnsafeMutableBufferPointer<Int32>, _ write: (Int, UInt32) -> Void
  ) {
    guard let texts = column.texts else { return }
    var known = found.take(pool, column: column.place)
    known.withUnsafeMutableBufferPointer { known in
      for row in numbers.indices where numbers[row] >= 0 {
        var code = known[Int(codes[row])]
        if code == KeyCodeCache.unknown {
          code = texts.code(finding: pool[codes[row]])
          known[Int(codes[row])] = code
        }
        if code == 0 { numbers[row] = -1 } else { write(row, code) }
      }
    }
    found.give(known, of: pool, column: column.place)
  }

  /// Looks up the words of rows that are not -1 already.
  private func find(
    _ keys: UnsafeMutablePointer<UInt64>, _ numbers: UnsafeMutableBufferPointer<Int32>
  ) {
    switch index {
    case .undecided: for row in numbers.indices { numbers[row] = -1 }
    case .dense(let slots):
      slots.withUnsafeBufferPointer { slots in
        for row in numbers.indices where numbers[row] >= 0 {
          var at = 0
          for column in columns {
            let word = keys[row * width + column.place]
            guard let code = column.code(ofWord: word, isNull: false) else {
              at = -1
              break
            }
            at += Int(code) * Int(column.stride)
          }
          numbers[row] = at < 0 ? -1 : Int32(truncatingIfNeeded: slots[at]) &- 1
        }
      }
    case .single(let single):
      single.slots.withUnsafeBufferPointer { slots in
        for row in numbers.indices where numbers[row] >= 0 {
          numbers[row] = single.find(keys[row * width], in: slots)
        }
      }
    case .wide(let wide):
      words.withUnsafeBufferPointer { words in
        for row in numbers.indices where numbers[row] >= 0 {
          let key = keys + row * width
          numbers[row] = wide.find(ManyWordIndex.hash(key, width)) { number in
            let start = Int(number) * width
            for place in 0..<width where words[start + place] != key[place] { return false }
            return true
          }
        }
      }
    }
  }
}
