internal import ArgumentParser

/// How long a statement may take: `30`, `30s`, `500ms`, `2min`.
struct StatementTimeout: ExpressibleByArgument {
  /// As that of `timeout` of GNU.
  static let exitCode = ExitCode(124)

  let duration: Duration
  private let written: String

  /// - Parameter argument: A number of seconds, or one with its unit.
  init?(argument: String) {
    let number = argument.prefix { $0.isNumber || $0 == "." || $0 == "," }
    let units = ["": 1, "s": 1, "ms": 0.001, "min": 60, "m": 60, "h": 3600]
    let unit = argument.dropFirst(number.count).drop { $0 == " " }
    guard let factor = units[String(unit)],
      let value = Double(number.replacing(",", with: ".")), value * factor >= 0.001,
      value * factor <= 1e6
    else { return nil }
    duration = .milliseconds(Int((value * factor * 1000).rounded()))
    written = unit.isEmpty ? "\(number) s" : argument
  }

  /// What is said of a statement that took longer.
  var complaint: String {
    "error[timeout]: stopped: the statement took longer than \(written)"
      + "\n  fix: give it more time with --timeout, or ask for less"
  }
}
