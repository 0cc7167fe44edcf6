internal import ArgumentParser

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// `nyckeltal serve`: becomes `nyckeltal-web`, a program of its own, so that this one is built and starts
/// without a server in it.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Shows the workspace as pages in a browser.",
    discussion: """
      Everything behind 'serve' goes to nyckeltal-web, which lies beside this program: 'make build-web' \
      builds it, and 'nyckeltal serve --help' lists its options.

      EXAMPLES
        nyckeltal serve --workspace datasets --port 8080
      """)

  @Argument(parsing: .captureForPassthrough, help: "What nyckeltal-web is told.")
  var options: [String] = []

  func run() throws {
    guard let program = Self.program else {
      throw ValidationError(
        "nyckeltal-web does not lie beside this program; build it   make build-web")
    }
    var words: [UnsafeMutablePointer<CChar>?] = ([program, "serve"] + options).map { strdup($0) }
    words.append(nil)
    execv(program, words)
    let reason = String(cString: strerror(errno))
    for word in words { free(word) }
    throw ValidationError("\(program) cannot be started: \(reason)")
  }

  /// The program beside this one, wherever this one was started from.
  private static var program: String? {
    guard let name = CommandLine.arguments.first else { return nil }
    let folders =
      name.contains("/")
      ? [""]
      : (SystemFile.environment("PATH") ?? "").split(separator: ":").map { $0 + "/" }
    for folder in folders {
      guard let resolved = realpath(folder + name, nil) else { continue }
      defer { free(resolved) }
      let path = String(cString: resolved)
      guard let slash = path.lastIndex(of: "/") else { continue }
      let beside = path[...slash] + "nyckeltal-web"
      if access(String(beside), X_OK) == 0 { return String(beside) }
    }
    return nil
  }
}
