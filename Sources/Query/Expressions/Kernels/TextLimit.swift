/// How many bytes of texts a kernel may make before somebody else counts them.
struct TextLimit {
  /// The memory of the whole query.
  private let memory: Int
  private(set) var bytes = 0

  init(memory: Int = .max) { self.memory = memory }

  /// Counts a text.
  ///
  /// - Throws: ``QueryError`` when the texts take half of the memory: growing asks for as much again.
  @inline(__always)
  mutating func add(_ count: Int) throws {
    bytes &+= count
    if bytes > memory / 2 { throw MemoryBudget.exceeded(memory) }
  }

  mutating func reset() { bytes = 0 }
}
