/// Bytes taken from the budget, given back when nobody holds this any more.
///
/// Safe although unchecked: the one worker that fills it is over when others get it.
final class MemoryHold: @unchecked Sendable {
  private let memory: MemoryBudget
  private var bytes = 0

  init(_ memory: MemoryBudget) { self.memory = memory }
  deinit { memory.give(bytes) }

  /// Takes more bytes.
  func take(_ more: Int) throws {
    // Counted even where the budget refuses: it has counted them too.
    bytes += more
    try memory.take(more)
  }
}
