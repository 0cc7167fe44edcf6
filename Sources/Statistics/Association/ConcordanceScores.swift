/// For each person: with how many others the measurements agree about the order, minus with how
/// many they disagree.
///
/// A tree of counts over the values of y answers "how many so far are smaller" in `log n` steps.
/// Fenwick 1994, A new data structure for cumulative frequency tables.
struct ConcordanceScores {
  /// In the order the people were given. They add up to twice the difference of the pairs.
  let scores: [Int]
  /// How many people have the same x as each person, the person included; the same for y.
  let sameX: [Int]
  let sameY: [Int]

  init(_ x: [Double], _ y: [Double]) {
    let (first, second) = (Places(of: x), Places(of: y))
    var scores = Array(repeating: 0, count: x.count)
    for (order, sign) in [(first.order, 1), (first.order.reversed(), -1)] {
      var tree = CountTree(size: second.sizes.count)
      var start = 0
      while start < order.count {
        // People with the same x are compared with those before them, not with each other.
        let end = start + first.sizes[first.places[order[start]]]
        for person in order[start..<end] {
          let place = second.places[person]
          let larger = tree.total - tree.count(below: place + 1)
          scores[person] += sign * (tree.count(below: place) - larger)
        }
        for person in order[start..<end] { tree.add(second.places[person]) }
        start = end
      }
    }
    self.scores = scores
    sameX = first.places.map { first.sizes[$0] }
    sameY = second.places.map { second.sizes[$0] }
  }

  /// The place of each value among the different values, and how often each of these occurs.
  private struct Places {
    /// The people from the smallest value to the largest.
    let order: [Int]
    let places: [Int]
    let sizes: [Int]

    init(of values: [Double]) {
      let order = values.indices.sorted { values[$0] < values[$1] }
      var places = Array(repeating: 0, count: values.count)
      var sizes: [Int] = []
      for (i, person) in order.enumerated() {
        if i == 0 || values[person] != values[order[i - 1]] { sizes.append(0) }
        sizes[sizes.count - 1] += 1
        places[person] = sizes.count - 1
      }
      self.order = order
      self.places = places
      self.sizes = sizes
    }
  }

  private struct CountTree {
    private var counts: [Int]
    private(set) var total = 0

    init(size: Int) { counts = Array(repeating: 0, count: size + 1) }

    mutating func add(_ place: Int) {
      total += 1
      var node = place + 1
      while node < counts.count {
        counts[node] += 1
        node += node & -node
      }
    }

    func count(below place: Int) -> Int {
      var (node, sum) = (place, 0)
      while node > 0 {
        sum += counts[node]
        node -= node & -node
      }
      return sum
    }
  }
}
