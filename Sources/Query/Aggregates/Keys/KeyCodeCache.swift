internal import Synchronization
internal import Tables

/// Codes of the texts in other pools, for look-ups from any thread.
///
/// A list is taken out while it is used and given back, so that the lock is held for moments; a thread
/// that finds it gone begins a new one, which costs time and nothing else. A pool stands here itself, not
/// its address: a new pool may get the address of one that is gone.
final class KeyCodeCache: Sendable {
  private struct Entry {
    var pool: TextPool
    var codes: [UInt32]
  }

  /// By column; the pools seen last.
  private let entries: Mutex<[[Entry]]>
  private static let kept = 16
  /// Not looked up yet.
  static let unknown = UInt32.max

  init(columns: Int) {
    entries = Mutex(Array(repeating: [], count: columns))
  }

  /// Takes the codes of a pool out, or begins with none; whoever takes them gives them back.
  func take(_ pool: TextPool, column: Int) -> [UInt32] {
    var codes = entries.withLock { entries -> [UInt32] in
      guard let place = entries[column].firstIndex(where: { $0.pool === pool }) else { return [] }
      return entries[column].remove(at: place).codes
    }
    let needed = max(1, pool.count)
    if codes.count < needed {
      codes.append(contentsOf: repeatElement(Self.unknown, count: needed - codes.count))
    }
    return codes
  }

  func give(_ codes: [UInt32], of pool: TextPool, column: Int) {
    entries.withLock { entries in
      if entries[column].contains(where: { $0.pool === pool }) { return }
      if entries[column].count == Self.kept { entries[column].removeFirst() }
      entries[column].append(Entry(pool: pool, codes: codes))
    }
  }

  /// Forgets all: texts were added since.
  func clear() {
    entries.withLock { entries in
      for column in entries.indices { entries[column] = [] }
    }
  }
}
