internal import Tables

/// Truths by code of a text pool, for conditions on one text: computed once per text, not per row.
final class TruthByCode {
  private struct Entry {
    /// Kept, so that its identity is not given to another pool.
    var pool: TextPool
    var states: [UInt8] = []
    /// Whether no code below `states.count` is unknown.
    var isComplete = true
  }

  private static let unknown: UInt8 = 3
  /// Pools whose states are kept; a source rarely has more at a time.
  private static let poolLimit = 4
  private var entries: [Entry] = []

  /// The truth for every row.
  func truth(
    _ codes: [UInt32], _ pool: TextPool, _ rows: CallRows, of holds: (TextPool.Bytes) -> Bool
  ) -> Truth {
    var entry = taken(pool)
    grow(&entry, rowCount: rows.count, holds)
    var truth: Truth
    if entry.isComplete, rows.nulls == nil {
      truth = codes.withUnsafeBufferPointer { codes in
        entry.states.withUnsafeBufferPointer { states in
          Truth(states: filled(count: codes.count) { states[Int(codes[$0])] })
        }
      }
    } else {
      truth = Truth(repeating: Truth.unknown, count: codes.count)
      for row in 0..<codes.count where !rows.isNull(row) {
        let code = Int(codes[row])
        if entry.states[code] == Self.unknown {
          entry.states[code] = holds(pool[codes[row]]) ? Truth.yes : Truth.no
        }
        truth.states[row] = entry.states[code]
      }
    }
    entries.append(entry)
    return truth
  }

  /// Takes the states of a pool out, which avoids copies.
  private func taken(_ pool: TextPool) -> Entry {
    if let index = entries.firstIndex(where: { $0.pool === pool }) {
      return entries.remove(at: index)
    }
    if entries.count >= Self.poolLimit { entries.removeFirst() }
    return Entry(pool: pool)
  }

  private func grow(_ entry: inout Entry, rowCount: Int, _ holds: (TextPool.Bytes) -> Bool) {
    let known = entry.states.count
    let new = entry.pool.count - known
    guard new > 0 else { return }
    if new <= max(1024, rowCount) {
      let pool = entry.pool
      entry.states.reserveCapacity(max(pool.count, known * 2))
      for code in known..<pool.count {
        entry.states.append(holds(pool[UInt32(code)]) ? Truth.yes : Truth.no)
      }
    } else {
      // Most of these texts may never be met.
      entry.states += Array(repeating: Self.unknown, count: new)
      entry.isComplete = false
    }
  }
}
