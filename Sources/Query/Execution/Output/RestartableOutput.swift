internal import Tables

/// Holds the first chunks of a result back, because a file may turn out to need other types a little
/// further on: then the run starts again, and nobody has seen anything.
struct RestartableOutput {
  private var held: [Chunk] = []
  private var bytes = 0
  private var isOpen: Bool
  private let most: Int
  private let memory: MemoryBudget

  /// The most bytes that are held. A contradiction beyond comes after chunks that were handled.
  private static let most = 64 << 20

  /// `isNeeded`: whether anything is to be held at all.
  init(isNeeded: Bool, memory: MemoryBudget) {
    isOpen = !isNeeded
    self.memory = memory
    most = min(Self.most, (memory.limit ?? .max) / 4)
  }

  /// Handles a chunk, at once or later.
  mutating func pass(_ chunk: Chunk, to handle: (Chunk) throws -> Void) throws {
    if isOpen { return try handle(chunk) }
    let size = chunk.byteCountWithTexts
    guard bytes + size <= most, memory.limit.map({ memory.inUse + size <= $0 }) ?? true else {
      try release(to: handle)
      return try handle(chunk)
    }
    // Counted first: the budget has counted them even where it refuses.
    bytes += size
    try memory.take(size)
    held.append(chunk)
  }

  /// Handles all chunks that are held, and from now on each at once.
  mutating func release(to handle: (Chunk) throws -> Void) throws {
    isOpen = true
    let chunks = held
    drop()
    for chunk in chunks { try handle(chunk) }
  }

  /// Lets go of all chunks that are held.
  mutating func drop() {
    memory.give(bytes)
    (held, bytes) = ([], 0)
  }
}
