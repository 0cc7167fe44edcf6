/// Which atoms stand together in sums: finds those near some, so that what concerns a few is sought
/// among few.
struct Neighbourhood {
  private let sums: [[Int32]]
  private var sumsOf: [Int32: [Int]] = [:]

  init(_ sums: [[Int32]]) {
    self.sums = sums
    for (index, sum) in sums.enumerated() {
      for atom in sum { sumsOf[atom, default: []].append(index) }
    }
  }

  var atomCount: Int { sumsOf.count }

  /// At most `limit` atoms, ascending. From each atom the search goes to the first few of each sum that
  /// it stands in; since these are the same few for parallel sums, the atoms close up to the boxes that
  /// alternative tables are made of.
  func atoms(around first: [Int32], limit: Int) -> [Int32] {
    if sumsOf.count <= limit { return sumsOf.keys.sorted() }
    let perSum = limit < 300 ? 4 : 8
    var queue = Array(first.prefix(perSum))
    var atoms = Set(queue)
    var next = 0
    while next < queue.count, atoms.count < limit {
      for sum in sumsOf[queue[next]] ?? [] {
        for atom in sums[sum].prefix(perSum) where atoms.count < limit {
          if atoms.insert(atom).inserted { queue.append(atom) }
        }
      }
      next += 1
    }
    return atoms.sorted()
  }

  /// The numbers of the sums in which any of the atoms stands, ascending.
  func sums(of atoms: [Int32]) -> [Int] {
    Set(atoms.flatMap { sumsOf[$0] ?? [] }).sorted()
  }
}
