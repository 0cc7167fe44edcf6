internal import Tables

/// Runs a regular expression over texts.
final class RegexMatcher {
  private struct Thread {
    var instruction: Int
    var slots: [Int]
  }

  private let program: RegexProgram
  private var text: [UInt32] = []
  /// The step at which an instruction was reached last, so that it is followed once a step.
  private var seen: [Int]
  private var step = 0

  init(_ pattern: String, _ options: RegexOptions = RegexOptions()) throws {
    program = try RegexProgram(pattern, options)
    seen = Array(repeating: 0, count: program.instructions.count)
  }

  /// Whether it fits somewhere.
  func fits(_ bytes: TextPool.Bytes) -> Bool {
    text.removeAll(keepingCapacity: true)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      text.append(scalar.value)
    }
    var current: [Int] = []
    var next: [Int] = []
    var stack: [Int] = []
    for place in 0...text.count {
      // A match may begin anywhere.
      if place == 0 { step += 1 }
      if follow(0, place, &stack, &current) { return true }
      guard place < text.count else { return false }
      step += 1
      next.removeAll(keepingCapacity: true)
      for instruction in current {
        if case .one(let set) = program.instructions[instruction], set.contains(text[place]),
          follow(instruction + 1, place + 1, &stack, &next)
        {
          return true
        }
      }
      swap(&current, &next)
    }
    return false
  }

  /// Adds the instructions that take a scalar; `true` when a match is reached.
  private func follow(
    _ start: Int, _ place: Int, _ stack: inout [Int], _ list: inout [Int]
  ) -> Bool {
    stack.append(start)
    while let instruction = stack.popLast() {
      if seen[instruction] == step { continue }
      seen[instruction] = step
      switch program.instructions[instruction] {
      case .one: list.append(instruction)
      case .split(let first, let second):
        stack.append(second)
        stack.append(first)
      case .jump(let target): stack.append(target)
      case .save: stack.append(instruction + 1)
      case .assertion(let assertion):
        if holds(assertion, place) { stack.append(instruction + 1) }
      case .match:
        stack.removeAll(keepingCapacity: true)
        return true
      }
    }
    return false
  }

  /// The first match from a place on: where it and its groups start and end, -1 for a group that
  /// takes no part. The longest of those that start there, unless the pattern prefers short ones.
  func match(_ scalars: [UInt32], from start: Int) -> [Int]? {
    text = scalars
    var best: [Int]?
    var current: [Thread] = []
    var next: [Thread] = []
    step += 1
    for place in start...max(start, text.count) {
      if best == nil {
        var slots = Array(repeating: -1, count: program.slotCount)
        slots[0] = place
        follow(Thread(instruction: 0, slots: slots), place, &current)
      }
      step += 1
      next.removeAll(keepingCapacity: true)
      for thread in current {
        if let best {
          let start = thread.slots[0]
          if start > best[0] || (!program.prefersLong && start == best[0]) { continue }
        }
        switch program.instructions[thread.instruction] {
        case .match:
          if let best, best[0] == thread.slots[0], best[1] >= place { continue }
          best = thread.slots
          best?[1] = place
        case .one(let set):
          if place < text.count, set.contains(text[place]) {
            follow(
              Thread(instruction: thread.instruction + 1, slots: thread.slots), place + 1, &next)
          }
        default: break
        }
      }
      swap(&current, &next)
      if current.isEmpty, best != nil { break }
    }
    return best
  }

  private func follow(_ start: Thread, _ place: Int, _ list: inout [Thread]) {
    var stack = [start]
    while var thread = stack.popLast() {
      let instruction = thread.instruction
      if seen[instruction] == step { continue }
      seen[instruction] = step
      switch program.instructions[instruction] {
      case .one, .match: list.append(thread)
      case .split(let first, let second):
        stack.append(Thread(instruction: second, slots: thread.slots))
        stack.append(Thread(instruction: first, slots: thread.slots))
      case .jump(let target):
        thread.instruction = target
        stack.append(thread)
      case .save(let slot):
        thread.slots[slot] = place
        thread.instruction += 1
        stack.append(thread)
      case .assertion(let assertion):
        guard holds(assertion, place) else { continue }
        thread.instruction += 1
        stack.append(thread)
      }
    }
  }

  private func holds(_ assertion: RegexTree.Assertion, _ place: Int) -> Bool {
    let before = place > 0 && isWord(text[place - 1])
    let after = place < text.count && isWord(text[place])
    return switch assertion {
    case .start: place == 0
    case .end: place == text.count
    case .lineStart: place == 0 || text[place - 1] == 10
    case .lineEnd: place == text.count || text[place] == 10
    case .wordStart: !before && after
    case .wordEnd: before && !after
    case .wordEdge: before != after
    case .noWordEdge: before == after
    }
  }

  private func isWord(_ value: UInt32) -> Bool {
    Unicode.Scalar(value).map { ScalarSet.Named.word.contains($0) } ?? false
  }
}
