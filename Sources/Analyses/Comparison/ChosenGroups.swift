internal import Diagnostics
internal import Tables

/// The groups that are compared, and who is the same respondent.
struct ChosenGroups {
  let labels: [String]
  /// The place of each row's group in ``labels``; `nil` for rows that are not compared.
  let places: [Int?]
  /// The respondent of each row, where respondents are paired.
  let respondents: CategoryColumn?
  private let column: CategoryColumn

  init(_ request: ComparisonRequest, _ table: Table) throws(Diagnostic) {
    let missing = MissingWords(adding: request.missing)
    let column = try CategoryColumn(request.by, of: table, without: missing.wasAdded)
    self.column = column
    var codes: [Int] = []
    for label in request.groups {
      let code = try column.code(of: label, in: table)
      guard !codes.contains(code) else {
        throw Diagnostic(
          .error, "comparison", at: table.wholeLocation, "the group '\(label)' is named twice")
      }
      codes.append(code)
    }
    if request.groups.isEmpty { codes = Array(column.labels.indices) }
    guard codes.count >= 2 else {
      throw Diagnostic(
        .error, "comparison", at: table.wholeLocation, "there is only one group to compare",
        because: column.labels.isEmpty ? "column '\(request.by)' holds nothing" : nil,
        fixes: ["name a column of groups with --by"], found: column.labels)
    }
    let order = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    labels = codes.map { column.labels[$0] }
    places = column.codes.map { $0.flatMap { order[$0] } }
    if let pair = request.pair {
      guard codes.count == 2 else {
        throw Diagnostic(
          .error, "comparison", at: table.wholeLocation,
          "the same respondents can be compared between two groups; there are \(codes.count)",
          fixes: ["name two of them: --groups ONE OTHER"], found: labels)
      }
      respondents = try CategoryColumn(pair, of: table)
    } else {
      respondents = nil
    }
  }

  /// Whether the groups are periods, the earlier ones first.
  var areInTime: Bool {
    guard let periods = NaturalOrder.periods(labels) else { return false }
    return zip(periods, periods.dropFirst()).allSatisfy { $0.index < $1.index }
  }

  /// Why a row is in no group; `nil` if it is in one.
  func gap(_ row: Int) -> LeftOutReason? {
    guard places[row] == nil else { return nil }
    return column.gap(row) ?? .notCompared(column: column.name)
  }

  /// The rows of those given, which have a value, whose respondent is not told or has none in the
  /// other group.
  func unpaired(_ rows: [Int]) -> [(row: Int, reason: LeftOutReason)] {
    guard let respondents else { return [] }
    var known: [Int: Set<Int>] = [:]
    for row in rows {
      guard let respondent = respondents.codes[row], let place = places[row] else { continue }
      known[respondent, default: []].insert(place)
    }
    return rows.compactMap { row in
      guard let respondent = respondents.codes[row] else {
        return (row, .empty(column: respondents.name))
      }
      return known[respondent]?.count == 2 ? nil : (row, .unpaired(column: respondents.name))
    }
  }

  /// The values of respondents with one in each group, first and second side by side.
  func pairs<Value>(
    of values: [Value?], _ table: Table
  ) throws(Diagnostic) -> (first: [Value], second: [Value], unpaired: Int)? {
    guard let respondents else { return nil }
    var sides: [[Value?]] = Array(
      repeating: Array(repeating: nil, count: respondents.labels.count), count: 2)
    for row in places.indices {
      guard let place = places[row], let respondent = respondents.codes[row],
        let value = values[row]
      else { continue }
      guard sides[place][respondent] == nil else {
        throw Diagnostic(
          .error, "comparison", at: table.location(ofRow: row),
          "a respondent has two values in group '\(labels[place])'",
          because: "column '\(respondents.name)' should hold each respondent once a group",
          fixes: ["remove one of the two rows", "leave --pair out"])
      }
      sides[place][respondent] = value
    }
    var (first, second, unpaired): ([Value], [Value], Int) = ([], [], 0)
    for (one, other) in zip(sides[0], sides[1]) {
      if let one, let other {
        first.append(one)
        second.append(other)
      } else if one != nil || other != nil {
        unpaired += 1
      }
    }
    guard !first.isEmpty else {
      throw Diagnostic(
        .error, "comparison", at: table.wholeLocation,
        "no respondent has a value in both '\(labels[0])' and '\(labels[1])'",
        because: "respondents are told apart by column '\(respondents.name)'",
        fixes: ["leave --pair out", "name the column that is the same in both groups"])
    }
    return (first, second, unpaired)
  }
}
