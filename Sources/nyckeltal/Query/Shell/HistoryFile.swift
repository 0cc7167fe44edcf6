#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Where the shell keeps earlier statements.
enum HistoryFile {
  /// The file: what `NYCKELTAL_HISTORY` says, none if that is empty; otherwise
  /// `nyckeltal/history` in the folder for state of the XDG Base Directory Specification.
  static func path(_ environment: (String) -> String?) -> String? {
    if let chosen = environment("NYCKELTAL_HISTORY") { return chosen.isEmpty ? nil : chosen }
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      return state + "/nyckeltal/history"
    }
    return environment("HOME").map { $0 + "/.local/state/nyckeltal/history" }
  }

  /// Makes the folders of the file, which only their owner may open.
  static func prepare(_ path: String) {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part + "/"
      if part.isEmpty { continue }
      mkdir(folder, 0o700)
    }
  }
}
