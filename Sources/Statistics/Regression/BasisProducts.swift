/// With `V = X R⁻¹`, the columns divided by a triangle: the matrix `V'WV` and the vector `V' pull`.
///
/// Nearly all the time of a regression is spent here.
struct BasisProducts: Sendable {
  /// The lower triangle of `V'WV`, row after row.
  private(set) var gram: [DoubleDouble]

  /// `V' pull`.
  private(set) var image: [DoubleDouble]

  /// Rows in a block; the same for any number of cores, so that the sums are the same too.
  private static let block = 4096

  init(
    _ design: Design, weights: [Double]?, pull: [DoubleDouble], triangle: RankedTriangle
  ) throws(StatisticsError) {
    let p = design.columns
    gram = Array(repeating: .zero, count: p * p)
    image = Array(repeating: .zero, count: p)
    let blocks = (design.rows + Self.block - 1) / Self.block
    let parts = try Parallel.map(blocks: blocks) { block throws(StatisticsError) in
      let rows = block * Self.block..<min(design.rows, (block + 1) * Self.block)
      return Self.sums(of: rows, design, weights, pull, triangle)
    }
    for part in parts {
      for k in gram.indices { gram[k] += part.gram[k] }
      for k in image.indices { image[k] += part.image[k] }
    }
  }

  private static func sums(
    of rows: Range<Int>, _ design: Design, _ weights: [Double]?, _ pull: [DoubleDouble],
    _ triangle: RankedTriangle
  ) -> (gram: [DoubleDouble], image: [DoubleDouble]) {
    let p = design.columns
    let order = triangle.order
    let pivots = (0..<p).map { DoubleDouble(1) / DoubleDouble(triangle[$0, $0]) }
    var gram = Array(repeating: DoubleDouble.zero, count: p * p)
    var image = Array(repeating: DoubleDouble.zero, count: p)
    var v = Array(repeating: DoubleDouble.zero, count: p)
    for row in rows {
      let weight = weights?[row] ?? 1
      if weight == 0 { continue }
      for k in 0..<p { v[k] = design.values[row * p + order[k]] }
      // A value that is done goes into all later ones at once, which the processor overlaps.
      for i in 0..<p {
        let value = v[i] * pivots[i]
        v[i] = value
        image[i] += value * pull[row]
        for k in i + 1..<p { v[k] -= value * triangle[i, k] }
        let weighted = weight == 1 ? value : value * weight
        for k in 0...i { gram[i * p + k] += weighted * v[k] }
      }
    }
    return (gram, image)
  }
}
