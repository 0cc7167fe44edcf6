internal import Tables

extension ScalarCatalogue {
  /// `LIKE ILIKE SIMILAR ~ ~*`, with and without an escape character.
  static let textOperators: [ScalarFunction] =
    pattern("LIKE", canEscape: true) { pattern, escape in
      try LikePattern(pattern, escape: escape).fits
    }
    + pattern("ILIKE", canEscape: true) { pattern, escape in
      try LikePattern(pattern, escape: escape, ignoresCase: true).fits
    }
    + pattern("SIMILAR", canEscape: true) { pattern, escape in
      let regex = try SimilarPattern.regex(pattern, escape: escape)
      return try RegexMatcher(regex).fits
    }
    + pattern("~", canEscape: false) { pattern, _ in try RegexMatcher(pattern).fits }
    + pattern("~*", canEscape: false) { pattern, _ in
      try RegexMatcher(pattern, RegexOptions(ignoresCase: true)).fits
    }

  private static func pattern(
    _ name: String, canEscape: Bool,
    _ prepare:
      @escaping @Sendable (String, String?) throws ->
      (TextPool.Bytes) -> Bool
  ) -> [ScalarFunction] {
    (canEscape ? [2, 3] : [2]).map { count in
      let types = Array(repeating: ColumnType.text, count: count)
      return ScalarFunction(ScalarSignature(name, types, .boolean, canFail: true)) { _ in
        PatternKernel(prepare)
      }
    }
  }

  /// Functions of regular expressions.
  static let patternFunctions: [ScalarFunction] =
    [
      .cells("like_escape", [.text, .text], .text, canFail: true) { cells in
        guard case .text(let pattern) = cells[0], case .text(let escape) = cells[1] else {
          return .null
        }
        return .text(try rewritten(pattern, escape: escape))
      },
      .cells("similar_to_escape", [.text], .text, canFail: true) { cells in
        guard case .text(let pattern) = cells[0] else { return .null }
        return .text(try SimilarPattern.regex(pattern))
      },
      .cells("similar_to_escape", [.text, .text], .text, canFail: true) { cells in
        guard case .text(let pattern) = cells[0], case .text(let escape) = cells[1] else {
          return .null
        }
        return .text(try SimilarPattern.regex(pattern, escape: escape))
      },
    ]
    + regex("regexp_like", .boolean, [[], [.text]]) { call in
      .boolean(call.matcher.match(call.scalars, from: 0) != nil)
    }
    + regex("regexp_count", .integer, [[], [.integer], [.integer, .text]]) { call in
      .integer(Int64(call.matches(from: try call.start(2)).count))
    }
    + regex("substring", .text, [[]]) { call in
      guard let match = call.matcher.match(call.scalars, from: 0) else { return .null }
      // The first group is what is meant, if there is one.
      return call.part(match, match.count > 2 ? 1 : 0)
    }
    + regex(
      "regexp_substr", .text,
      [
        [], [.integer], [.integer, .integer], [.integer, .integer, .text],
        [.integer, .integer, .text, .integer],
      ]
    ) { call in
      let number = try call.number(3, name: "n", least: 1) ?? 1
      let group = try call.number(5, name: "subexpr", least: 0) ?? 0
      let matches = call.matches(from: try call.start(2))
      guard number <= matches.count else { return .null }
      return call.part(matches[number - 1], group)
    }
    + regex(
      "regexp_instr", .integer,
      [
        [], [.integer], [.integer, .integer], [.integer, .integer, .integer],
        [.integer, .integer, .integer, .text], [.integer, .integer, .integer, .text, .integer],
      ]
    ) { call in
      let number = try call.number(3, name: "n", least: 1) ?? 1
      let end = try call.number(4, name: "endoption", least: 0, most: 1) ?? 0
      let group = try call.number(6, name: "subexpr", least: 0) ?? 0
      let matches = call.matches(from: try call.start(2))
      guard number <= matches.count else { return .integer(0) }
      return .integer(Int64(call.place(matches[number - 1], group, end: end == 1)))
    }
    + regex("regexp_replace", .text, [[.text], [.text, .text]], isGlobalAllowed: true) { call in
      .text(call.replaced(call.matches(from: 0), all: call.options.isGlobal))
    }
    + regex(
      "regexp_replace", .text,
      [
        [.text, .integer], [.text, .integer, .integer], [.text, .integer, .integer, .text],
      ]
    ) { call in
      let number = try call.number(4, name: "n", least: 0) ?? 1
      let matches = call.matches(from: try call.start(3))
      if number == 0 { return .text(call.replaced(matches, all: true)) }
      return .text(call.replaced(Array(matches.dropFirst(number - 1).prefix(1)), all: true))
    }

  /// A function whose first arguments are a text and a pattern; a last text beyond a replacement
  /// holds flags.
  private static func regex(
    _ name: String, _ result: ColumnType, _ further: [[ColumnType]],
    isGlobalAllowed: Bool = false, _ body: @escaping @Sendable (RegexCall) throws -> Cell
  ) -> [ScalarFunction] {
    further.map { types in
      let all = [.text, .text] + types
      let isReplacing = name == "regexp_replace"
      let flags = types.indices.last { types[$0] == .text && !(isReplacing && $0 == 0) }
      return .preparedCells(name, all, result, canFail: true) { _ in
        let cache = PatternCache()
        return { cells in
          guard case .text(let text) = cells[0], case .text(let pattern) = cells[1] else {
            return .null
          }
          var letters = ""
          if let flags, case .text(let written) = cells[2 + flags] { letters = written }
          let (matcher, options) = try cache.matcher(
            pattern, flags: letters, isGlobalAllowed: isGlobalAllowed)
          return try body(
            RegexCall(
              matcher: matcher, options: options, scalars: text.unicodeScalars.map(\.value),
              cells: cells))
        }
      }
    }
  }

  /// A LIKE pattern with `\` for its escape character.
  private static func rewritten(_ pattern: String, escape: String) throws -> String {
    let mark = try LikePattern.escape(escape)
    if mark == "\\" { return pattern }
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in pattern.unicodeScalars {
      if scalar == mark, !isEscaped {
        result.append("\\")
        isEscaped = true
        continue
      }
      if scalar == "\\", !isEscaped { result.append("\\") }
      result.append(scalar)
      isEscaped = false
    }
    return String(result)
  }
}
