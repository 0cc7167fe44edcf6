internal import Tables

/// `min` and `max` of any type: the row of the frame whose value comes first in the wanted order.
///
/// A frame that only gains rows keeps the best so far; one that also loses rows keeps those that
/// may still become the best, in a queue; where EXCLUDE cuts frames, a tree of the best of
/// neighbours is asked.
struct WindowExtreme: WindowStep {
  private let rows: WorkArray<Int32>
  private let source: JoinedColumn
  /// Values as numbers, the best the least.
  private let words: WorkArray<UInt64>
  private let type: ColumnType
  private let filter: WindowFilter
  private let frames: WindowFrames

  init(_ aggregate: AggregateCall, _ call: WindowCall, _ input: WindowInput) throws {
    rows = try WorkArray(count: input.count, memory: input.memory)
    let argument = aggregate.arguments[0]
    source = try input.column(argument)
    type = aggregate.type
    words = try WorkArray(count: input.count, memory: input.memory)
    let keyed = [source.vector].keyedTogether[0]
    if case .text(let codes, let pool) = keyed.storage {
      try TextRanks(
        [keyed], collation: .bytes, memory: input.memory, threads: input.threads
      ).write(codes, of: pool, nulls: source.vector.nulls, to: words.base)
    } else {
      OrderedWords.write(keyed.storage, to: words.base)
    }
    if aggregate.signature.name == "max" {
      for row in 0..<input.count where !source.vector.isNull(row) {
        words.base[row] = ~words.base[row]
      }
    }
    filter = try WindowFilter(aggregate, input)
    frames = try WindowFrames(call, input)
  }

  var column: WindowColumn { .rows(rows, of: source, type) }

  func evaluate(_ partition: WindowPartition, _ scratch: WindowScratch) throws {
    let (starts, ends) = try scratch.frames()
    frames.fill(partition, starts: starts, ends: ends)
    if frames.exclusion != .none {
      cut(partition, starts, ends, tree: try scratch.queue())
    } else if starts[partition.count - 1] == 0 {
      grow(partition, ends)
    } else {
      slide(partition, starts, ends, queue: try scratch.queue())
    }
  }

  /// Whether a row counts.
  @inline(__always)
  private func counts(_ row: Int) -> Bool { !source.vector.isNull(row) && filter.takes(row) }

  private func grow(_ partition: WindowPartition, _ ends: UnsafeMutablePointer<Int32>) {
    var best: Int32 = -1
    var next = 0
    for place in 0..<partition.count {
      while next < Int(ends[place]) {
        let row = partition.row(next)
        if counts(row), best < 0 || words.base[row] < words.base[Int(best)] {
          best = Int32(truncatingIfNeeded: row)
        }
        next += 1
      }
      rows.base[partition.row(place)] = best
    }
  }

  private func slide(
    _ partition: WindowPartition, _ starts: UnsafeMutablePointer<Int32>,
    _ ends: UnsafeMutablePointer<Int32>, queue: UnsafeMutablePointer<Int32>
  ) {
    // Places in the queue rise, and so do their values: the first is the best.
    var (first, end, next) = (0, 0, 0)
    for place in 0..<partition.count {
      while next < Int(ends[place]) {
        let row = partition.row(next)
        if counts(row) {
          let word = words.base[row]
          while end > first, words.base[partition.row(Int(queue[end - 1]))] > word { end -= 1 }
          queue[end] = Int32(truncatingIfNeeded: next)
          end += 1
        }
        next += 1
      }
      while first < end, queue[first] < starts[place] { first += 1 }
      let isEmpty = first == end || queue[first] >= ends[place]
      rows.base[partition.row(place)] = isEmpty ? -1 : partition.rows[Int(queue[first])]
    }
  }

  private func cut(
    _ partition: WindowPartition, _ starts: UnsafeMutablePointer<Int32>,
    _ ends: UnsafeMutablePointer<Int32>, tree: UnsafeMutablePointer<Int32>
  ) {
    let count = partition.count
    func better(_ a: Int32, _ b: Int32) -> Int32 {
      if a < 0 || b < 0 { return max(a, b) }
      let (x, y) = (words.base[partition.row(Int(a))], words.base[partition.row(Int(b))])
      return x == y ? min(a, b) : x < y ? a : b
    }
    for place in 0..<count {
      tree[count + place] = counts(partition.row(place)) ? Int32(truncatingIfNeeded: place) : -1
    }
    for node in stride(from: count - 1, to: 0, by: -1) {
      tree[node] = better(tree[2 * node], tree[2 * node + 1])
    }
    for place in 0..<count {
      let parts = FrameParts(
        Int(starts[place]), Int(ends[place]), place, frames.exclusion, partition)
      var best: Int32 = -1
      for part in [parts.first, parts.second, parts.third] {
        var (low, high) = (part.lowerBound + count, part.upperBound + count)
        while low < high {
          if low & 1 == 1 {
            best = better(best, tree[low])
            low += 1
          }
          if high & 1 == 1 {
            high -= 1
            best = better(best, tree[high])
          }
          (low, high) = (low / 2, high / 2)
        }
      }
      rows.base[partition.row(place)] = best < 0 ? -1 : partition.rows[Int(best)]
    }
  }
}
