internal import Reports

extension Terminal {
  /// Whether whoever set the variables wants no drawings and no colours: see no-color.org.
  static var isPlain: Bool {
    isPlain(
      noColor: SystemFile.environment("NO_COLOR"), terminal: SystemFile.environment("TERM"))
  }

  static func isPlain(noColor: String?, terminal: String?) -> Bool {
    noColor?.isEmpty == false || terminal == "dumb"
  }

  /// What text on standard output may look like.
  static var textStyle: TextStyle {
    guard isWatched, !isPlain else { return .plain }
    // Terminals that do not tell their width have 80 columns.
    let columns = SystemFile.terminalSize(SystemFile.standardOutput)?.columns
    return .terminal(columns: columns ?? 80)
  }
}
