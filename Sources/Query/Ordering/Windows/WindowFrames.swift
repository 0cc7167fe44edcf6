internal import Tables

/// The frame of a call, ready to be laid over partitions.
///
/// Every frame is a range of places whose ends only move forward from row to row; EXCLUDE then
/// takes rows out of it.
struct WindowFrames: Sendable {
  let exclusion: WindowFrame.Exclusion
  private let frame: WindowFrame
  /// The ordered column, where distances are measured in it.
  private let key: JoinedColumn?
  private let isDescending: Bool

  init(_ call: WindowCall, _ input: WindowInput) throws {
    frame = call.frame
    exclusion = call.frame.exclusion
    isDescending = call.order.first?.isDescending ?? false
    let hasOffset = [frame.start, frame.end].contains { bound in
      switch bound {
      case .preceding, .following: true
      default: false
      }
    }
    key =
      frame.mode == .range && hasOffset
      ? try call.order.first.map { try input.column($0.column) } : nil
  }

  /// The frames of all places, before exclusion: an end at or before its start means no row.
  func fill(
    _ partition: WindowPartition, starts: UnsafeMutablePointer<Int32>,
    ends: UnsafeMutablePointer<Int32>
  ) {
    fill(frame.start, isEnd: false, partition, starts)
    fill(frame.end, isEnd: true, partition, ends)
  }

  private func fill(
    _ bound: WindowFrame.Bound, isEnd: Bool, _ partition: WindowPartition,
    _ target: UnsafeMutablePointer<Int32>
  ) {
    let count = partition.count
    switch bound {
    case .unboundedPreceding: target.update(repeating: 0, count: count)
    case .unboundedFollowing:
      target.update(repeating: Int32(truncatingIfNeeded: count), count: count)
    case .currentRow:
      for place in 0..<count {
        let first: Int
        if frame.mode == .rows {
          first = isEnd ? place + 1 : place
        } else {
          first = partition.start(ofGroup: partition.group(place) + (isEnd ? 1 : 0))
        }
        target[place] = Int32(truncatingIfNeeded: first)
      }
    case .preceding(let offset): fill(offset, isForward: false, isEnd: isEnd, partition, target)
    case .following(let offset): fill(offset, isForward: true, isEnd: isEnd, partition, target)
    }
  }

  private func fill(
    _ offset: Cell, isForward: Bool, isEnd: Bool, _ partition: WindowPartition,
    _ target: UnsafeMutablePointer<Int32>
  ) {
    if frame.mode == .range {
      fillRange(offset, isForward: isForward, isEnd: isEnd, partition, target)
      return
    }
    guard case .integer(let whole) = offset else { return }
    let count = partition.count
    let steps = Int(min(whole, Int64(count)))
    let shift = (isForward ? steps : -steps) + (isEnd ? 1 : 0)
    for place in 0..<count {
      let first: Int
      if frame.mode == .rows {
        first = min(max(place + shift, 0), count)
      } else {
        first = partition.start(
          ofGroup: min(max(partition.group(place) + shift, 0), partition.groupCount))
      }
      target[place] = Int32(truncatingIfNeeded: first)
    }
  }

  private func fillRange(
    _ offset: Cell, isForward: Bool, isEnd: Bool, _ partition: WindowPartition,
    _ target: UnsafeMutablePointer<Int32>
  ) {
    guard let vector = key?.vector, let distance = WindowDistance(offset, of: vector.type) else {
      return
    }
    // Nulls stand at one end, are peers of each other, and at no distance from values.
    var values = 0..<partition.count
    var nulls = 0..<0
    if vector.isNull(partition.row(0)) {
      nulls = partition.peers(0)
      values = nulls.upperBound..<partition.count
    } else if vector.isNull(partition.row(partition.count - 1)) {
      nulls = partition.peers(partition.count - 1)
      values = 0..<nulls.lowerBound
    }
    for place in nulls {
      target[place] = Int32(truncatingIfNeeded: isEnd ? nulls.upperBound : nulls.lowerBound)
    }
    // On a scale that rises from place to place, distances point forward or back as they read.
    if case .real(let reach) = distance, case .real(let all) = vector.storage {
      let sign: Double = isDescending ? -1 : 1
      slide(
        values, isEnd: isEnd, target, key: { sign * all[partition.row($0)] },
        bound: { sign * all[partition.row($0)] + (isForward ? reach : -reach) })
      return
    }
    if case .decimal(let reach) = distance, case .numeric(let all) = vector.storage {
      slide(
        values, isEnd: isEnd, target,
        key: { isDescending ? -all[partition.row($0)] : all[partition.row($0)] },
        bound: { place in
          let value = isDescending ? -all[partition.row(place)] : all[partition.row(place)]
          return isForward ? value + reach : value - reach
        })
      return
    }
    let scale = WindowScale(vector)
    let sign: Int128 = isDescending ? -1 : 1
    slide(
      values, isEnd: isEnd, target, key: { sign * scale.place(partition.row($0)) },
      bound: {
        sign
          * distance.moved(
            scale.place(partition.row($0)), isForward: isForward != isDescending)
      })
  }

  @inline(__always)
  private func slide<Key: Comparable>(
    _ values: Range<Int>, isEnd: Bool, _ target: UnsafeMutablePointer<Int32>,
    key: (Int) -> Key, bound: (Int) -> Key
  ) {
    var first = values.lowerBound
    for place in values {
      let bound = bound(place)
      if isEnd {
        while first < values.upperBound, key(first) <= bound { first += 1 }
      } else {
        while first < values.upperBound, key(first) < bound { first += 1 }
      }
      target[place] = Int32(truncatingIfNeeded: first)
    }
  }
}

/// The values of an ordered column as whole numbers: days and moments in microseconds.
private struct WindowScale {
  private let storage: Vector.Storage

  init(_ vector: Vector) { storage = vector.storage }

  @inline(__always)
  func place(_ row: Int) -> Int128 {
    switch storage {
    case .integer(let values), .timestamp(let values): Int128(values[row])
    case .date(let values): Int128(values[row]) * Int128(Microseconds.day)
    case .interval(let values): Int128(values[row].comparableMicroseconds)
    case .boolean, .real, .numeric, .text: 0
    }
  }
}
