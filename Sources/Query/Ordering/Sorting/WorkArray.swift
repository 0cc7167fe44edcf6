/// An array of a fixed size for intermediate values, counted in the query's memory while it lives.
///
/// Values are undefined until they are written. Several threads may write at one time, each in
/// places of its own; nobody reads a place before the work that writes it is over. This is why it
/// is safe although unchecked.
final class WorkArray<Value: BitwiseCopyable>: @unchecked Sendable {
  let base: UnsafeMutablePointer<Value>
  let count: Int
  private let memory: MemoryBudget

  init(count: Int, memory: MemoryBudget) throws {
    let bytes = count * MemoryLayout<Value>.stride
    do {
      try memory.take(bytes)
    } catch {
      memory.give(bytes)
      throw error
    }
    self.count = count
    self.memory = memory
    base = .allocate(capacity: max(1, count))
  }

  /// An array of one value.
  convenience init(repeating value: Value, count: Int, memory: MemoryBudget) throws {
    try self.init(count: count, memory: memory)
    base.initialize(repeating: value, count: count)
  }

  deinit {
    base.deallocate()
    memory.give(count * MemoryLayout<Value>.stride)
  }

  /// A copy of some values.
  func copied(_ range: Range<Int>) -> [Value] {
    Array(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }
}
