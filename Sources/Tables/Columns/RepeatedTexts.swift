internal import Synchronization

/// Finds the rows of a column of identities that repeat the identity of an earlier row.
///
/// A log may have millions of cases, each with an identity of its own, and nothing is kept of them but
/// 32 bits of a hash. Rows are dealt out by their hashes, so that each share is looked at inside the
/// cache and on a thread of its own; texts are compared where hashes agree. Texts are the same as in a
/// ``TextRegister``, which is asked instead where bytes do not decide.
struct RepeatedTexts {
  private let table: Table
  private let position: Int
  /// The row with which each chunk begins.
  private let firsts: [Int]

  private static let shares = 256
  /// The hash of a row without an identity.
  private static let noHash: UInt32 = 0

  init(_ table: Table, column position: Int) {
    self.table = table
    self.position = position
    var next = 0
    firsts = table.chunks.map { chunk in
      defer { next += chunk.rowCount }
      return next
    }
  }

  /// The rows, each with the first one that has the same identity.
  var rows: [(row: Int, first: Int)] { rowsByHash ?? rowsByRegister }

  /// `nil` where bytes do not decide.
  private var rowsByHash: [(row: Int, first: Int)]? {
    guard table.rowCount < UInt32.max, let hashes else { return nil }
    let (items, bounds) = dealt(hashes)
    let found = Mutex<[(row: Int, first: Int)]>([])
    items.withUnsafeBufferPointer { items in
      ParallelLoop.run(Self.shares) { share in
        let own = repeated(
          in: UnsafeBufferPointer(rebasing: items[bounds[share]..<bounds[share + 1]]))
        if !own.isEmpty { found.withLock { $0 += own } }
      }
    }
    return found.withLock { $0 }.sorted { $0.row < $1.row }
  }

  // MARK: Hashes

  /// The hash of each row; `nil` where bytes do not decide.
  private var hashes: [UInt32]? {
    let isSure = Atomic<Bool>(true)
    let hashes = [UInt32](unsafeUninitializedCapacity: table.rowCount) { hashes, count in
      ParallelLoop.run(firsts.count) { part in
        guard isSure.load(ordering: .relaxed) else { return }
        let end = firsts[part] + table.chunks[part].rowCount
        if !hash(part, to: UnsafeMutableBufferPointer(rebasing: hashes[firsts[part]..<end])) {
          isSure.store(false, ordering: .relaxed)
        }
      }
      count = table.rowCount
    }
    return isSure.load(ordering: .relaxed) ? hashes : nil
  }

  private func hash(_ part: Int, to hashes: UnsafeMutableBufferPointer<UInt32>) -> Bool {
    let column = table.chunks[part].columns[position]
    func shortened(_ hash: UInt64) -> UInt32 { max(1, UInt32(truncatingIfNeeded: hash >> 32)) }
    switch column.storage {
    case .integer(let numbers):
      for row in hashes.indices {
        hashes[row] =
          column.isNull(row)
          ? Self.noHash : shortened(TextPool.mix(UInt64(bitPattern: numbers[row])))
      }
    case .text(let codes, let pool):
      for row in hashes.indices {
        // A pool of nothing but nulls has no first text.
        if column.isNull(row) {
          hashes[row] = Self.noHash
          continue
        }
        let text = pool[codes[row]]
        if TextRegister.isPlain(text) {
          hashes[row] = shortened(TextPool.hash(text))
        } else {
          return false
        }
      }
    default: return false
    }
    return true
  }

  // MARK: Shares

  /// Hashes above their rows, share by share and by rows in each, and where the shares begin.
  private func dealt(_ hashes: [UInt32]) -> (items: [UInt64], bounds: [Int]) {
    func share(_ hash: UInt32) -> Int { Int(hash >> 24) }
    var counts = [[Int]](repeating: [], count: firsts.count)
    hashes.withUnsafeBufferPointer { hashes in
      counts.withUnsafeMutableBufferPointer { counts in
        ParallelLoop.run(firsts.count) { part in
          var own = [Int](repeating: 0, count: Self.shares)
          for row in firsts[part]..<firsts[part] + table.chunks[part].rowCount
          where hashes[row] != Self.noHash { own[share(hashes[row])] += 1 }
          counts[part] = own
        }
      }
    }
    var (next, bounds) = (0, [Int]())
    for share in 0..<Self.shares {
      bounds.append(next)
      for part in counts.indices {
        let count = counts[part][share]
        counts[part][share] = next
        next += count
      }
    }
    bounds.append(next)
    let starts = counts
    let items = [UInt64](unsafeUninitializedCapacity: next) { items, count in
      hashes.withUnsafeBufferPointer { hashes in
        ParallelLoop.run(firsts.count) { part in
          var places = starts[part]
          for row in firsts[part]..<firsts[part] + table.chunks[part].rowCount
          where hashes[row] != Self.noHash {
            let share = share(hashes[row])
            items[places[share]] = UInt64(hashes[row]) << 32 | UInt64(row)
            places[share] += 1
          }
        }
      }
      count = next
    }
    return (items, bounds)
  }

  /// The rows of one share that repeat an earlier one.
  private func repeated(in items: UnsafeBufferPointer<UInt64>) -> [(row: Int, first: Int)] {
    var size = 64
    while items.count * 2 > size { size *= 2 }
    // No item is 0: its hash is not.
    var slots = [UInt64](repeating: 0, count: size)
    var found: [(row: Int, first: Int)] = []
    slots.withUnsafeMutableBufferPointer { slots in
      next: for item in items {
        // The highest bits are the same in all of a share.
        var slot = Int(truncatingIfNeeded: item >> 32) & (size - 1)
        while slots[slot] != 0 {
          let (row, first) = (Int(item & 0xFFFF_FFFF), Int(slots[slot] & 0xFFFF_FFFF))
          if slots[slot] >> 32 == item >> 32, areSame(row, first) {
            found.append((row, first))
            continue next
          }
          slot = (slot + 1) & (size - 1)
        }
        slots[slot] = item
      }
    }
    return found
  }

  private func areSame(_ a: Int, _ b: Int) -> Bool {
    switch (value(a), value(b)) {
    case (.integer(let x, let i), .integer(let y, let j)): return x[i] == y[j]
    case (.text(let pool, let code), .text(let other, let otherCode)):
      return pool.holds(other[otherCode], as: code)
    default: return false
    }
  }

  private enum Value {
    case integer([Int64], Int)
    case text(TextPool, UInt32)
    case none
  }

  private func value(_ row: Int) -> Value {
    var (low, high) = (0, firsts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if firsts[middle] <= row { low = middle } else { high = middle - 1 }
    }
    switch table.chunks[low].columns[position].storage {
    case .integer(let numbers): return .integer(numbers, row - firsts[low])
    case .text(let codes, let pool): return .text(pool, codes[row - firsts[low]])
    default: return .none
    }
  }

  // MARK: Other texts

  private var rowsByRegister: [(row: Int, first: Int)] {
    var register = TextRegister()
    let name = table.schema.fields[position].name
    guard let codes = register.codes(adding: name, of: table) else { return [] }
    // Codes are numbered as they first appear: a row that brings no new one repeats an identity.
    var (first, repeated): ([Int32], [(row: Int, first: Int)]) = ([], [])
    first.reserveCapacity(register.count)
    for (row, code) in codes.enumerated() where code != TextRegister.none {
      if Int(code) == first.count {
        first.append(Int32(clamping: row))
      } else {
        repeated.append((row, Int(first[Int(code)])))
      }
    }
    return repeated
  }
}

extension Table {
  /// The rows that repeat the identity of an earlier one in a column, in order, each with the first row
  /// that has it. Rows without an identity repeat none.
  package func repeatedRows(of column: String) -> [(row: Int, first: Int)] {
    schema.position(of: column).map { RepeatedTexts(self, column: $0).rows } ?? []
  }
}
