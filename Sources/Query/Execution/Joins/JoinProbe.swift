internal import Tables

/// Lets left rows look for their partners. The base of both ways to do it.
class JoinProbe: PipelineStage {
  let shape: JoinShape
  let build: JoinBuild
  /// A bit for each right row that found a partner here.
  private var matched: [UInt64]

  init(
    _ shape: JoinShape, _ build: JoinBuild, _ step: PlanStep, _ worker: PipelineWorker,
    _ next: @escaping (Chunk) throws -> Void
  ) {
    self.shape = shape
    self.build = build
    matched =
      shape.kind.keepsRight
      ? Array(repeating: 0, count: (build.rows.rowCount + 63) / 64) : []
    super.init(step, worker, next)
  }

  /// The number of each row's key; `nil` when every right row is a candidate.
  final func numbers(of chunk: Chunk) -> [Int32]? {
    build.numbers(of: shape.keys.map { chunk.columns[$0] }, rowCount: chunk.rowCount)
  }

  /// Hands on pairs; a right row of -1 stands for NULLs.
  final func emit(_ chunk: Chunk, _ lefts: [Int32], _ rights: [Int32], hasGaps: Bool) throws {
    if rights.isEmpty { return }
    if shape.kind.keepsRight {
      for row in rights where row >= 0 { matched[Int(row) >> 6] |= 1 << UInt64(row & 63) }
    }
    let isWhole =
      lefts.count == chunk.rowCount
      && lefts.withUnsafeBufferPointer { rows in rows.indices.allSatisfy { rows[$0] == $0 } }
    let left = isWhole ? chunk.columns : chunk.columns.map { $0.gathered(lefts) }
    let right = build.rows.columns.map {
      hasGaps ? $0.gathered(optional: rights) : $0.gathered(rights)
    }
    try emit(Chunk(columns: left + right, rowCount: rights.count))
  }

  final override func finish() {
    if shape.kind.keepsRight { build.add(matched: matched) }
  }
}

/// A join by keys alone, or of everything with everything.
final class PlainProbe: JoinProbe {
  override func work(_ chunk: Chunk) throws {
    let numbers = numbers(of: chunk)
    switch shape.kind {
    case .semi, .anti: try emitExistence(chunk, numbers)
    default:
      if let numbers, build.isUnique {
        try emitUnique(chunk, numbers)
      } else {
        try emitAll(chunk, numbers)
      }
    }
  }

  private func emitExistence(_ chunk: Chunk, _ numbers: [Int32]?) throws {
    let wanted = shape.kind == .semi
    guard let numbers else {
      if (build.rows.rowCount > 0) == wanted { try emit(chunk) }
      return
    }
    let rows = numbers.indices.lazy.filter { (numbers[$0] >= 0) == wanted }.map(Int32.init)
    let kept = Array(rows)
    if kept.count == chunk.rowCount { return try emit(chunk) }
    if !kept.isEmpty { try emit(chunk.gathered(kept)) }
  }

  private func emitUnique(_ chunk: Chunk, _ numbers: [Int32]) throws {
    let hasGaps = numbers.contains { $0 < 0 }
    if shape.kind.keepsLeft || !hasGaps {
      return try emit(
        chunk, Array(0..<Int32(chunk.rowCount)), numbers, hasGaps: hasGaps)
    }
    var lefts: [Int32] = []
    var rights: [Int32] = []
    lefts.reserveCapacity(numbers.count)
    rights.reserveCapacity(numbers.count)
    for (row, number) in numbers.enumerated() where number >= 0 {
      lefts.append(Int32(truncatingIfNeeded: row))
      rights.append(number)
    }
    try emit(chunk, lefts, rights, hasGaps: false)
  }

  private func emitAll(_ chunk: Chunk, _ numbers: [Int32]?) throws {
    var lefts: [Int32] = []
    var rights: [Int32] = []
    lefts.reserveCapacity(Chunk.capacity)
    rights.reserveCapacity(Chunk.capacity)
    var hasGaps = false
    func flush() throws {
      try emit(chunk, lefts, rights, hasGaps: hasGaps)
      lefts.removeAll(keepingCapacity: true)
      rights.removeAll(keepingCapacity: true)
      hasGaps = false
    }
    for row in 0..<chunk.rowCount {
      let places = numbers.map { build.candidates(of: $0[row]) } ?? 0..<build.rows.rowCount
      if places.isEmpty, shape.kind.keepsLeft {
        lefts.append(Int32(truncatingIfNeeded: row))
        rights.append(-1)
        hasGaps = true
      }
      var next = places.lowerBound
      while next < places.upperBound {
        let end = min(places.upperBound, next + Chunk.capacity - lefts.count)
        lefts.append(contentsOf: repeatElement(Int32(truncatingIfNeeded: row), count: end - next))
        build.append(next..<end, to: &rights)
        next = end
        if lefts.count == Chunk.capacity { try flush() }
      }
      if lefts.count == Chunk.capacity { try flush() }
    }
    try flush()
  }
}
