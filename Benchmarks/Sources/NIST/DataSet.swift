import Foundation

/// A data set with its certified values, as `Benchmarks/nist` holds it.
///
/// Lines that start with `#` say `key: value`. The first other line names the columns. A univariate
/// set and an analysis of variance have a column `times`, which says how often the values of the
/// line come one after the other.
struct DataSet {
  let name: String
  let kind: Kind
  let facts: [String: String]
  let certified: [(statistic: String, value: Double)]
  let columns: [String]
  let rows: [[String]]

  enum Kind: String, CaseIterable {
    case univariate
    case anova
    case regression
  }

  init(contentsOf file: URL) throws {
    var facts: [String: String] = [:]
    var certified: [(statistic: String, value: Double)] = []
    var table: [[String]] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      guard line.hasPrefix("# ") else {
        table.append(line.split(separator: ",").map(String.init))
        continue
      }
      let parts = line.dropFirst(2).split(separator: ":", maxSplits: 1)
      let value = parts[1].trimmingCharacters(in: .whitespaces)
      guard parts[0] == "certified" else {
        facts[String(parts[0])] = value
        continue
      }
      let sides = value.components(separatedBy: " = ")
      certified.append((sides[0], try Self.number(sides[1])))
    }
    guard let kind = facts["kind"].flatMap(Kind.init), let head = table.first else {
      throw Unreadable(text: file.lastPathComponent)
    }
    name = file.deletingPathExtension().lastPathComponent
    self.kind = kind
    self.facts = facts
    self.certified = certified
    columns = head
    rows = Array(table.dropFirst())
  }

  static func number(_ text: some StringProtocol) throws -> Double {
    guard let number = Double(text) else { throw Unreadable(text: String(text)) }
    return number
  }

  /// The values of a column of numbers.
  func column(_ index: Int) throws -> [Double] {
    try rows.map { try Self.number($0[index]) }
  }

  /// The values of a set with repeated lines, in groups that the first column names.
  func groups() throws -> [[Double]] {
    var order: [String] = []
    var groups: [String: [Double]] = [:]
    for row in rows {
      let key = columns.count == 3 ? row[0] : ""
      let (times, values) = (row[row.count - 2], row[row.count - 1])
      let numbers = try values.split(separator: " ").map { try Self.number($0) }
      if groups[key] == nil { order.append(key) }
      for _ in 0..<(Int(times) ?? 1) { groups[key, default: []] += numbers }
    }
    return order.compactMap { groups[$0] }
  }
}

/// Text that should have been a data set or a number.
struct Unreadable: Error {
  let text: String
}
