/// What is left of a frame after EXCLUDE: up to three ranges of places, in order.
struct FrameParts: Equatable {
  private(set) var first: Range<Int>
  private(set) var second = 0..<0
  private(set) var third = 0..<0

  init(
    _ start: Int, _ end: Int, _ place: Int, _ exclusion: WindowFrame.Exclusion,
    _ partition: WindowPartition
  ) {
    func range(_ start: Int, _ end: Int) -> Range<Int> { start..<max(start, end) }
    if exclusion == .none || start >= end {
      first = range(start, end)
      return
    }
    let peers = exclusion == .currentRow ? place..<(place + 1) : partition.peers(place)
    first = range(start, min(end, peers.lowerBound))
    if exclusion == .ties { second = range(max(start, place), min(end, place + 1)) }
    third = range(max(start, peers.upperBound), end)
  }

  /// The number of rows.
  @inline(__always)
  var count: Int { first.count + second.count + third.count }

  /// The place of a row by its number, from 0; `nil` beyond the end.
  func place(_ number: Int) -> Int? {
    var number = number
    for part in [first, second, third] {
      if number < part.count { return part.lowerBound + number }
      number -= part.count
    }
    return nil
  }
}
