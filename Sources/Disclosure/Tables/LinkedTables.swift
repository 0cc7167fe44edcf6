/// Builds a set of reports from cubes and the tables that are made of them.
///
/// A figure that stands in several tables is one cell. Questions to the same people are cubes of their
/// own, linked by the groups that they share, so that no atom for every combination of answers is
/// needed: where two cubes agree on a group's base, some joint distribution has both as its margins.
public struct LinkedTables: Sendable {
  /// A figure of a table: its cell, and that of the base that it is part of.
  public struct Figure: Hashable, Sendable {
    /// The cell's place in the set.
    public var cell: Int
    /// The codes by dimension, in the table's order.
    public var codes: [String]
  }

  private var cubes: [(cube: Cube, firstAtom: Int)] = []
  private var atoms: [Double] = []
  private var cells: [PublishedCell] = []
  private var cellOfID: [String: Int] = [:]
  private var identities: [Identity] = []

  /// Starts with nothing.
  public init() {}

  /// Adds a cube and gives its number.
  @discardableResult
  public mutating func add(_ cube: Cube) -> Int {
    cubes.append((cube, atoms.count))
    atoms += cube.values
    return cubes.count - 1
  }

  /// Adds a table that crosses every code of some dimensions of a cube and sums over the others. With
  /// none, that is the cube's total. The priority of a cell is its value, as in GaussSuppression.
  ///
  /// - Throws: ``DisclosureFault/unknownDimension(cube:dimension:)``
  @discardableResult
  public mutating func addTable(
    of number: Int, by names: [String], role: PublishedCell.Role = .ours
  ) throws -> [Figure] {
    let (cube, firstAtom) = cubes[number]
    let crossed = try names.map(cube.index(ofDimension:))
    var figures: [Figure] = []
    var ranges = cube.dimensions.map { $0.leaves.indices }
    var codes: [String] = []
    func walk(_ depth: Int) {
      if depth < crossed.count {
        for code in cube.dimensions[crossed[depth]].codes {
          ranges[crossed[depth]] = code.leaves
          codes.append(code.name)
          walk(depth + 1)
          codes.removeLast()
        }
        return
      }
      let parts = zip(names, codes).map { "\($0)=\($1)" }.sorted()
      let id = "\(cube.name): \(parts.joined(separator: ", "))"
      let places = cube.places(in: ranges).map { $0 + firstAtom }
      figures.append(Figure(cell: add(id, places, role), codes: codes))
    }
    walk(0)
    return figures
  }

  /// Says that two cubes count the same people by the dimensions that are named: for each combination
  /// of their leaves both cubes have the same total.
  ///
  /// - Throws: ``DisclosureFault``, where a dimension is missing or differs, or the totals do.
  public mutating func link(_ first: Int, _ second: Int, by names: [String]) throws {
    let ((left, leftAtom), (right, rightAtom)) = (cubes[first], cubes[second])
    let leftPlaces = try names.map(left.index(ofDimension:))
    let rightPlaces = try names.map(right.index(ofDimension:))
    for (name, (one, other)) in zip(names, zip(leftPlaces, rightPlaces))
    where left.dimensions[one].leaves != right.dimensions[other].leaves {
      throw DisclosureFault.dimensionsDiffer(name)
    }
    var groups: [[Int]] = [[]]
    for place in leftPlaces {
      groups = groups.flatMap { group in
        left.dimensions[place].leaves.indices.map { group + [$0] }
      }
    }
    for group in groups {
      func places(_ cube: Cube, _ fixed: [Int], _ firstAtom: Int) -> [Int] {
        var ranges = cube.dimensions.map { $0.leaves.indices }
        for (place, leaf) in zip(fixed, group) { ranges[place] = leaf..<leaf + 1 }
        return cube.places(in: ranges).map { $0 + firstAtom }
      }
      let (ones, others) = (
        places(left, leftPlaces, leftAtom), places(right, rightPlaces, rightAtom)
      )
      let (sum, otherSum) = (
        ones.reduce(0) { $0 + atoms[$1] }, others.reduce(0) { $0 + atoms[$1] }
      )
      guard abs(sum - otherSum) <= 1e-9 * max(1, sum) else {
        let codes = zip(leftPlaces, group).map { left.dimensions[$0].leaves[$1] }
        throw DisclosureFault.basesDiffer(codes.joined(separator: ", "))
      }
      let terms =
        ones.map { Identity.Term($0, times: 1) } + others.map { Identity.Term($0, times: -1) }
      identities.append(Identity(terms.sorted { $0.atom < $1.atom }))
    }
  }

  /// The set of reports that was built.
  ///
  /// - Throws: ``DisclosureFault``, where a value cannot be.
  public func reportSet(_ measure: ReportSet.Measure) throws -> ReportSet {
    try ReportSet(measure, atoms: atoms, cells: cells, identities: identities)
  }

  private mutating func add(_ id: String, _ places: [Int], _ role: PublishedCell.Role) -> Int {
    if let cell = cellOfID[id] {
      if role == .publishedBefore { cells[cell].role = role }
      return cell
    }
    let value = places.reduce(0) { $0 + atoms[$1] }
    cells.append(PublishedCell(id, atoms: places, priority: value, role: role))
    cellOfID[id] = cells.count - 1
    return cells.count - 1
  }
}
