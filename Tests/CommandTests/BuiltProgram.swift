import Foundation

/// The program beside the tests, run as its users run it. Commands that change the folder of their process
/// must not do so in the process of other tests.
enum BuiltProgram {
  /// Where it is; `nil` if only the tests were built.
  static var path: String? {
    let built = Bundle.allBundles.map(\.bundlePath) + [CommandLine.arguments[0]]
    return built.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path + "/nyckeltal" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// The code with which a line of the shell ends, run where the repository is.
  static func run(_ line: String) throws -> Int32 {
    // The code of a line is that of our program, and not of who reads what it prints.
    try run("/bin/bash", ["-o", "pipefail", "-c", line])
  }

  /// The code with which a program ends, run where the repository is.
  static func run(_ program: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
