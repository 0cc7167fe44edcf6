internal import Tables

/// Translates SQL's SIMILAR TO patterns into regular expressions.
enum SimilarPattern {
  static func regex(_ pattern: String, escape: String? = nil) throws -> String {
    let escape = try LikePattern.escape(escape)
    var result = "^(?:"
    var isInBracket = false
    var scalars = pattern.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      if scalar == escape {
        guard let literal = scalars.next() else { break }
        append(literal, to: &result)
      } else if isInBracket {
        if scalar == "\\" { result += "\\" }
        result.unicodeScalars.append(scalar)
        if scalar == "]" { isInBracket = false }
      } else {
        switch scalar {
        case "%": result += ".*"
        case "_": result += "."
        case "(": result += "(?:"
        case "[":
          isInBracket = true
          result += "["
        case "|", "*", "+", "?", "{", "}", ")": result.unicodeScalars.append(scalar)
        default: append(scalar, to: &result)
        }
      }
    }
    return result + ")$"
  }

  /// Appends a character that stands for itself.
  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    if ".^$\\*+?()[]{}|".unicodeScalars.contains(scalar) { result += "\\" }
    result.unicodeScalars.append(scalar)
  }
}
