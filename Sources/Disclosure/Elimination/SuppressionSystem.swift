/// A set of reports as elimination and audit take it: atoms that no figure tells apart are one, figures
/// with the same atoms are one column, and what follows from published zeros is gone.
struct SuppressionSystem {
  struct Column {
    /// The atoms, ascending.
    var atoms: [Int32]
    var value: Double
    /// The cells that have these atoms.
    var cells: [Int]
    var isPublishedBefore = false
    var primaryReason: WithholdingReason?
    var protection = 0.0
    var priority = -Double.infinity
    var rangeIfPrimary = ValueRange.nonNegative
    var rangeIfComplementary = ValueRange.nonNegative

    /// Whether it may be withheld for the sake of others.
    var isCandidate: Bool {
      !isPublishedBefore && primaryReason == nil && value > 0
        && rangeIfComplementary.contains(value)
    }
  }

  struct Equation {
    var terms: [(row: Int32, factor: Int)]
  }

  /// A part of the set that shares no atom with any other.
  struct Component {
    var columns: [Int] = []
    var identities: [Int] = []
  }

  let measure: ReportSet.Measure
  private(set) var columns: [Column] = []
  private(set) var identities: [Equation] = []
  /// The true values of the merged atoms.
  private(set) var atoms: [Double] = []
  /// Whether readers know that no figure that is withheld is zero: none is, and no rule withholds zeros.
  private(set) var publishesZeros = false
  /// The components in which something must be withheld.
  private(set) var components: [Component] = []

  init(_ set: ReportSet) {
    measure = set.measure
    let cells = Self.withZerosThatTell(set)
    let isZero = Self.knownZeros(set, cells)
    makeColumns(set, cells, isZero)
    mergeAtoms(set, isZero)
    split()
    publishesZeros =
      measure == .counts
      && columns.allSatisfy {
        // A rule that withholds zeros too leaves a figure that it marks free to be none.
        $0.isPublishedBefore
          || $0.value > 0 && ($0.primaryReason == nil || $0.rangeIfPrimary.lower >= 1)
      }
  }

  /// A zero tells that its atoms are zero, and so are those that an identity says to have the same sum.
  /// Where one of them belongs to a zero that must be withheld, that zero must be withheld as well.
  private static func withZerosThatTell(_ set: ReportSet) -> [PublishedCell] {
    var cells = set.cells
    let zeros = cells.indices.filter { set.value(of: cells[$0]) == 0 }
    var secret = Array<Int?>(repeating: nil, count: set.atoms.count)
    var waiting: [Int] = []
    for cell in zeros where cells[cell].primaryReason != nil && cells[cell].role == .ours {
      for atom in cells[cell].atoms { secret[atom] = cell }
      waiting += cells[cell].atoms
    }
    if waiting.isEmpty { return cells }
    let sides = set.identities.map(Sides.init)
    let sidesOf = Self.places(sides, atoms: set.atoms.count)
    while let atom = waiting.popLast() {
      for identity in sidesOf[atom] {
        let atoms = sides[identity].left + sides[identity].right
        guard atoms.allSatisfy({ set.atoms[$0] == 0 }) else { continue }
        for other in atoms where secret[other] == nil {
          secret[other] = secret[atom]
          waiting.append(other)
        }
      }
    }
    for cell in zeros where cells[cell].primaryReason == nil && cells[cell].role == .ours {
      guard let source = cells[cell].atoms.lazy.compactMap({ secret[$0] }).first else { continue }
      cells[cell].primaryReason = cells[source].primaryReason
      cells[cell].protection = cells[source].protection
      cells[cell].rangeIfPrimary = cells[source].rangeIfPrimary
    }
    return cells
  }

  private static func knownZeros(_ set: ReportSet, _ cells: [PublishedCell]) -> [Bool] {
    var isZero = Array(repeating: false, count: set.atoms.count)
    var waiting: [Int] = []
    for cell in cells where cell.role == .publishedBefore || cell.primaryReason == nil {
      guard set.value(of: cell) == 0 else { continue }
      for atom in cell.atoms where !isZero[atom] {
        isZero[atom] = true
        waiting.append(atom)
      }
    }
    if waiting.isEmpty || set.identities.isEmpty { return isZero }
    // Where one side of an identity is zero, so is the other.
    let sides = set.identities.map(Sides.init)
    let sidesOf = Self.places(sides, atoms: set.atoms.count)
    while let atom = waiting.popLast() {
      for identity in sidesOf[atom] {
        let (left, right) = (sides[identity].left, sides[identity].right)
        for (one, other) in [(left, right), (right, left)]
        where one.allSatisfy({ isZero[$0] }) {
          for atom in other where !isZero[atom] {
            isZero[atom] = true
            waiting.append(atom)
          }
        }
      }
    }
    return isZero
  }

  /// The atoms of an identity that have the same sum as the others, by the sign of their factors.
  private struct Sides {
    let left: [Int]
    let right: [Int]

    init(_ identity: Identity) {
      left = identity.terms.filter { $0.factor > 0 }.map(\.atom)
      right = identity.terms.filter { $0.factor < 0 }.map(\.atom)
    }
  }

  /// The identities in which each atom stands.
  private static func places(_ sides: [Sides], atoms: Int) -> [[Int]] {
    var places = Array(repeating: [Int](), count: atoms)
    for (number, side) in sides.enumerated() {
      for atom in side.left + side.right { places[atom].append(number) }
    }
    return places
  }

  private mutating func makeColumns(_ set: ReportSet, _ cells: [PublishedCell], _ isZero: [Bool]) {
    var columnOfAtoms: [[Int32]: Int] = [:]
    for (index, cell) in cells.enumerated() {
      let atoms = cell.atoms.compactMap { isZero[$0] ? nil : Int32($0) }
      // All its atoms are known to be zero.
      if atoms.isEmpty { continue }
      let place = columnOfAtoms[atoms] ?? columns.count
      if place == columns.count {
        columnOfAtoms[atoms] = place
        columns.append(Column(atoms: atoms, value: set.value(of: cell), cells: []))
      }
      columns[place].take(cell, index)
    }
  }

  private mutating func mergeAtoms(_ set: ReportSet, _ isZero: [Bool]) {
    var signatures = Array(repeating: [Int](), count: set.atoms.count)
    for (index, column) in columns.enumerated() {
      for atom in column.atoms { signatures[Int(atom)].append(index) }
    }
    for (index, identity) in set.identities.enumerated() {
      for term in identity.terms where !isZero[term.atom] {
        signatures[term.atom] += [-1 - index, term.factor]
      }
    }
    var merged: [[Int]: Int32] = [:]
    var atomOf = Array(repeating: Int32(-1), count: set.atoms.count)
    for (atom, signature) in signatures.enumerated() where !signature.isEmpty {
      let place = merged[signature] ?? Int32(atoms.count)
      if Int(place) == atoms.count {
        merged[signature] = place
        atoms.append(0)
      }
      atomOf[atom] = place
      atoms[Int(place)] += set.atoms[atom]
    }
    for index in columns.indices {
      columns[index].atoms = distinct(columns[index].atoms.map { atomOf[Int($0)] })
    }
    for identity in set.identities {
      var factors: [Int32: Int] = [:]
      for term in identity.terms where !isZero[term.atom] {
        factors[atomOf[term.atom]] = term.factor
      }
      let terms = factors.sorted { $0.key < $1.key }.map { (row: $0.key, factor: $0.value) }
      identities.append(Equation(terms: terms))
    }
  }

  private func distinct(_ atoms: [Int32]) -> [Int32] {
    var result: [Int32] = []
    for atom in atoms.sorted() where atom != result.last { result.append(atom) }
    return result
  }

  private mutating func split() {
    var groups = DisjointSets(count: atoms.count)
    for column in columns { groups.unite(column.atoms) }
    for identity in identities { groups.unite(identity.terms.map(\.row)) }
    var place: [Int32: Int] = [:]
    for column in columns where column.primaryReason != nil && !column.isPublishedBefore {
      let root = groups.root(column.atoms[0])
      if place[root] == nil {
        place[root] = components.count
        components.append(Component())
      }
    }
    if components.isEmpty { return }
    for (index, column) in columns.enumerated() {
      if let component = place[groups.root(column.atoms[0])] {
        components[component].columns.append(index)
      }
    }
    for (index, identity) in identities.enumerated() {
      guard let first = identity.terms.first else { continue }
      if let component = place[groups.root(first.row)] {
        components[component].identities.append(index)
      }
    }
  }
}

extension SuppressionSystem.Column {
  fileprivate mutating func take(_ cell: PublishedCell, _ index: Int) {
    cells.append(index)
    priority = max(priority, cell.priority)
    if cell.role == .publishedBefore {
      isPublishedBefore = true
      return
    }
    rangeIfComplementary = rangeIfComplementary.intersection(cell.rangeIfComplementary)
    guard let reason = cell.primaryReason else { return }
    primaryReason = primaryReason ?? reason
    protection = max(protection, cell.protection)
    rangeIfPrimary = rangeIfPrimary.intersection(cell.rangeIfPrimary)
  }
}

/// Sets that share no member, united step by step.
struct DisjointSets {
  private var parents: [Int32]

  init(count: Int) {
    parents = (0..<Int32(count)).map(\.self)
  }

  mutating func root(_ member: Int32) -> Int32 {
    var root = member
    while parents[Int(root)] != root { root = parents[Int(root)] }
    var member = member
    while parents[Int(member)] != root {
      (parents[Int(member)], member) = (root, parents[Int(member)])
    }
    return root
  }

  mutating func unite(_ members: [Int32]) {
    guard let first = members.first else { return }
    let root = root(first)
    for member in members.dropFirst() { parents[Int(self.root(member))] = root }
  }
}
