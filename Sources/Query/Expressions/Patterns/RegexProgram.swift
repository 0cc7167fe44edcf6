internal import Tables

/// A regular expression as instructions for a machine that follows all ways at once: the time grows
/// with pattern times text, whatever the pattern.
struct RegexProgram {
  enum Instruction {
    case one(ScalarSet)
    /// The first way is preferred.
    case split(Int, Int)
    case jump(Int)
    case save(Int)
    case assertion(RegexTree.Assertion)
    case match
  }

  private(set) var instructions: [Instruction] = []
  /// Two places for the match and each group.
  let slotCount: Int
  let prefersLong: Bool
  private static let greatestSize = 20_000
  /// Parts written so far, empty ones too.
  private var work = 0

  init(_ pattern: String, _ options: RegexOptions = RegexOptions()) throws {
    var parser = RegexParser(pattern, options)
    let tree = try parser.parse()
    slotCount = 2 * (parser.groupCount + 1)
    prefersLong = tree.prefersLong ?? true
    try emit(tree)
    instructions.append(.match)
  }

  private mutating func emit(_ tree: RegexTree) throws {
    work += 1
    guard work < Self.greatestSize else {
      throw RegexParser.error("regular expression is too complex")
    }
    switch tree {
    case .empty: break
    case .one(let set): instructions.append(.one(set))
    case .assertion(let assertion): instructions.append(.assertion(assertion))
    case .sequence(let parts): for part in parts { try emit(part) }
    case .group(let inner, let number):
      instructions.append(.save(2 * number))
      try emit(inner)
      instructions.append(.save(2 * number + 1))
    case .either(let all):
      var ends: [Int] = []
      for (index, way) in all.enumerated() {
        guard index < all.count - 1 else {
          try emit(way)
          break
        }
        let split = instructions.count
        instructions.append(.split(0, 0))
        try emit(way)
        ends.append(instructions.count)
        instructions.append(.jump(0))
        instructions[split] = .split(split + 1, instructions.count)
      }
      for end in ends { instructions[end] = .jump(instructions.count) }
    case .many(let inner, let least, let most, let isGreedy):
      for _ in 0..<least { try emit(inner) }
      if let most {
        var splits: [Int] = []
        for _ in least..<most {
          splits.append(instructions.count)
          instructions.append(.split(0, 0))
          try emit(inner)
        }
        for split in splits { set(split, split + 1, instructions.count, isGreedy) }
      } else {
        let split = instructions.count
        instructions.append(.split(0, 0))
        try emit(inner)
        instructions.append(.jump(split))
        set(split, split + 1, instructions.count, isGreedy)
      }
    }
  }

  private mutating func set(_ split: Int, _ inner: Int, _ after: Int, _ isGreedy: Bool) {
    instructions[split] = isGreedy ? .split(inner, after) : .split(after, inner)
  }
}
