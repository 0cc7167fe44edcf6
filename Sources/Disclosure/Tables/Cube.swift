/// Counts or amounts by every combination of the leaves of some dimensions: the inner cells that tables
/// add up.
public struct Cube: Hashable, Sendable {
  /// Its name, distinct in a set of reports.
  public let name: String
  /// Its dimensions; the last one varies fastest.
  public let dimensions: [Dimension]
  /// The values, zeros included: readers do not know which combinations nobody is in.
  public let values: [Double]

  /// Creates a cube.
  ///
  /// - Throws: ``DisclosureFault/cubeSize(cube:expected:got:)``
  public init(_ name: String, _ dimensions: [Dimension], values: [Double]) throws {
    let size = dimensions.reduce(1) { $0 * $1.leaves.count }
    guard !dimensions.isEmpty, values.count == size else {
      throw DisclosureFault.cubeSize(
        cube: name, expected: dimensions.isEmpty ? 0 : size, got: values.count)
    }
    self.name = name
    self.dimensions = dimensions
    self.values = values
  }

  /// The places of the values for which each dimension's leaf lies in a range, ascending.
  func places(in ranges: [Range<Int>]) -> [Int] {
    var places = [0]
    for (dimension, range) in zip(dimensions, ranges) {
      places = places.flatMap { place in range.map { place * dimension.leaves.count + $0 } }
    }
    return places
  }

  func index(ofDimension dimension: String) throws -> Int {
    guard let index = dimensions.firstIndex(where: { $0.name == dimension }) else {
      throw DisclosureFault.unknownDimension(cube: name, dimension: dimension)
    }
    return index
  }
}
