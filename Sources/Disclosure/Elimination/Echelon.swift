/// The span of the columns that are published, as vectors that each have a pivot row of their own.
///
/// A vector has 0 in the pivot rows of those before it, not of those after it; so a new one costs no
/// work on the old ones, and a column is reduced by going through the pivots in their order.
struct Echelon {
  private var vectors: [SparseVector] = []
  /// The vector whose pivot is in a row, or −1.
  private var vectorOfRow: [Int32]
  private var work: [UInt64]
  private var isTouched: [Bool]

  init(rows: Int) {
    vectorOfRow = Array(repeating: -1, count: rows)
    work = Array(repeating: 0, count: rows)
    isTouched = Array(repeating: false, count: rows)
  }

  /// What is left of a vector outside the span: the one representative that has 0 in every pivot row.
  mutating func remainder(_ vector: SparseVector) -> SparseVector {
    if !vector.rows.contains(where: { vectorOfRow[Int($0)] >= 0 }) { return vector }
    var touched: [Int32] = []
    var waiting = SmallestFirst()
    for (row, value) in zip(vector.rows, vector.values) {
      touch(row, &touched, &waiting)
      work[Int(row)] = value
    }
    while let next = waiting.removeFirst() {
      let basis = vectors[Int(next)]
      let pivot = Int(basis.rows[0])
      let factor = work[pivot]
      if factor == 0 { continue }
      for place in basis.rows.indices {
        let row = basis.rows[place]
        touch(row, &touched, &waiting)
        work[Int(row)] = PrimeField.difference(
          work[Int(row)], PrimeField.product(basis.values[place], factor))
      }
    }
    touched.sort()
    var result = SparseVector()
    for row in touched {
      if work[Int(row)] != 0 { result.append(row, work[Int(row)]) }
      work[Int(row)] = 0
      isTouched[Int(row)] = false
    }
    return result
  }

  /// Takes in a remainder with 1 in its pivot row.
  mutating func insert(_ vector: SparseVector, pivot: Int32) {
    vectorOfRow[Int(pivot)] = Int32(vectors.count)
    // The pivot stands first, the order of the others does not matter.
    var vector = vector
    if let place = vector.rows.firstIndex(of: pivot) {
      vector.rows.swapAt(0, place)
      vector.values.swapAt(0, place)
    }
    vectors.append(vector)
  }

  private mutating func touch(
    _ row: Int32, _ touched: inout [Int32], _ waiting: inout SmallestFirst
  ) {
    if isTouched[Int(row)] { return }
    isTouched[Int(row)] = true
    touched.append(row)
    if vectorOfRow[Int(row)] >= 0 { waiting.insert(vectorOfRow[Int(row)]) }
  }
}

/// Numbers that come out smallest first.
private struct SmallestFirst {
  private var heap: [Int32] = []

  mutating func insert(_ number: Int32) {
    heap.append(number)
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeFirst() -> Int32? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    if heap.isEmpty { return first }
    heap[0] = last
    var parent = 0
    while true {
      var child = 2 * parent + 1
      if child >= heap.count { break }
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      if heap[parent] <= heap[child] { break }
      heap.swapAt(parent, child)
      parent = child
    }
    return first
  }
}
