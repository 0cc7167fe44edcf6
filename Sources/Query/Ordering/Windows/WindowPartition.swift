/// Memory for the peers of one partition after the other.
final class WindowPeers: Sendable {
  /// The number of the peer group of each place.
  let groups: WorkArray<Int32>
  /// The first place of each peer group, and the end behind the last.
  let starts: WorkArray<Int32>

  init(rows: Int, memory: MemoryBudget) throws {
    groups = try WorkArray(count: rows, memory: memory)
    starts = try WorkArray(count: rows + 1, memory: memory)
  }
}

/// The rows of one partition in order. Places count from 0 within it.
///
/// The pointers have `count` places and stay valid while the partition is evaluated.
struct WindowPartition {
  /// The number of each row in the input.
  let rows: UnsafePointer<Int32>
  let count: Int
  /// The number of peer groups: rows that are equal in ORDER BY.
  let groupCount: Int
  private let groups: UnsafePointer<Int32>
  private let starts: UnsafePointer<Int32>

  /// `marks` are 0 where a row is a peer of the one before.
  init(
    rows: UnsafePointer<Int32>, marks: UnsafePointer<UInt8>, count: Int, peers: WindowPeers
  ) {
    self.rows = rows
    self.count = count
    var group = -1
    for place in 0..<count {
      if marks[place] != 0 || place == 0 {
        group += 1
        peers.starts.base[group] = Int32(truncatingIfNeeded: place)
      }
      peers.groups.base[place] = Int32(truncatingIfNeeded: group)
    }
    peers.starts.base[group + 1] = Int32(truncatingIfNeeded: count)
    groupCount = group + 1
    groups = UnsafePointer(peers.groups.base)
    starts = UnsafePointer(peers.starts.base)
  }

  @inline(__always)
  func row(_ place: Int) -> Int { Int(rows[place]) }

  /// The peer group of a place.
  @inline(__always)
  func group(_ place: Int) -> Int { Int(groups[place]) }

  /// The first place of a peer group, or the end behind the last.
  @inline(__always)
  func start(ofGroup group: Int) -> Int { Int(starts[group]) }

  /// The places of the peers of a place, itself included.
  @inline(__always)
  func peers(_ place: Int) -> Range<Int> {
    let group = group(place)
    return start(ofGroup: group)..<start(ofGroup: group + 1)
  }
}
