internal import Tables

/// The regular expression used last, as a pattern is mostly the same in all rows.
final class PatternCache {
  private var last: (pattern: String, flags: String, matcher: RegexMatcher, options: RegexOptions)?

  func matcher(
    _ pattern: String, flags: String = "", isGlobalAllowed: Bool = false
  ) throws -> (RegexMatcher, RegexOptions) {
    if let last, compare(last.pattern, pattern) == 0, compare(last.flags, flags) == 0 {
      return (last.matcher, last.options)
    }
    let options = try RegexOptions(flags: flags, isGlobalAllowed: isGlobalAllowed)
    let matcher = try RegexMatcher(pattern, options)
    last = (pattern, flags, matcher, options)
    return (matcher, options)
  }
}
