/// A variable of a table, with codes that hold other codes: all › regions › municipalities.
public struct Dimension: Hashable, Sendable {
  /// A code and what it consists of; a code that holds none is a leaf.
  public struct Code: Hashable, Sendable {
    /// Its name, distinct in the dimension.
    public var name: String
    /// The codes that make it up, without overlap.
    public var parts: [Code]

    /// Creates a code.
    public init(_ name: String, parts: [Code] = []) {
      self.name = name
      self.parts = parts
    }
  }

  /// The name of the dimension.
  public let name: String
  /// The codes whose figures are published, each with the leaves that it sums, by their numbers. A code
  /// stands before its parts.
  public let codes: [(name: String, leaves: Range<Int>)]
  /// The names of the leaves, in order.
  public let leaves: [String]

  /// Creates a dimension from its uppermost codes.
  ///
  /// - Throws: ``DisclosureFault/sameCode(dimension:code:)``
  public init(_ name: String, _ codes: [Code]) throws {
    self.name = name
    var listed: [(name: String, leaves: Range<Int>)] = []
    var leaves: [String] = []
    var seen: Set<String> = []
    func walk(_ code: Code) throws {
      guard seen.insert(code.name).inserted else {
        throw DisclosureFault.sameCode(dimension: name, code: code.name)
      }
      let (place, first) = (listed.count, leaves.count)
      listed.append((code.name, first..<first))
      if code.parts.isEmpty { leaves.append(code.name) }
      for part in code.parts { try walk(part) }
      listed[place].leaves = first..<leaves.count
    }
    for code in codes { try walk(code) }
    self.codes = listed
    self.leaves = leaves
  }

  /// A dimension of leaves and their total.
  public init(_ name: String, total: String, leaves: [String]) throws {
    try self.init(name, [Code(total, parts: leaves.map { Code($0) })])
  }

  /// A dimension of leaves that nobody adds up, such as the waves of a survey.
  public init(_ name: String, leaves: [String]) throws {
    try self.init(name, leaves.map { Code($0) })
  }

  /// Whether name, codes and leaves are the same.
  public static func == (left: Dimension, right: Dimension) -> Bool {
    left.name == right.name && left.leaves == right.leaves
      && left.codes.elementsEqual(right.codes) { $0.name == $1.name && $0.leaves == $1.leaves }
  }

  /// Hashes name and leaves.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(leaves)
  }
}
