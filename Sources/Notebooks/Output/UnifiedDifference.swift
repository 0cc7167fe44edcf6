/// Two texts line by line, as `diff -u` tells them apart.
package struct UnifiedDifference {
  /// The lines with their signs and the heads of the stretches; empty where the texts are the same.
  package let text: String

  /// Compares two texts of a file.
  package init(from old: [UInt8], to new: [UInt8], named name: String, context: Int = 3) {
    guard old != new else {
      text = ""
      return
    }
    let (before, after) = (Self.lines(old), Self.lines(new))
    let difference = after.difference(from: before)
    var (removed, inserted) = (Set<Int>(), Set<Int>())
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    // Every line of both in order, with its sign.
    var lines: [(sign: Character, text: String, old: Int, new: Int)] = []
    var (a, b) = (0, 0)
    while a < before.count || b < after.count {
      if a < before.count, removed.contains(a) {
        lines.append(("-", before[a], a, b))
        a += 1
      } else if b < after.count, inserted.contains(b) {
        lines.append(("+", after[b], a, b))
        b += 1
      } else {
        lines.append((" ", before[a], a, b))
        a += 1
        b += 1
      }
    }
    var output = ["--- \(name)", "+++ \(name) (fresh)"]
    var place = 0
    while let first = lines[place...].firstIndex(where: { $0.sign != " " }) {
      let start = max(place, first - context)
      var end = first
      while let next = lines[(end + 1)...].prefix(2 * context + 1).firstIndex(where: {
        $0.sign != " "
      }) {
        end = next
      }
      let stop = min(lines.count, end + context + 1)
      let part = lines[start..<stop]
      let (oldCount, newCount) = (
        part.count { $0.sign != "+" }, part.count { $0.sign != "-" }
      )
      output.append(
        "@@ -\(part[start].old + 1),\(oldCount) +\(part[start].new + 1),\(newCount) @@")
      output += part.map { "\($0.sign)\($0.text)" }
      place = stop
      if place >= lines.count { break }
    }
    text = output.joined(separator: "\n") + "\n"
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    var lines = String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
