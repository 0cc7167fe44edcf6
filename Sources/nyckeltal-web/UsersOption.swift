internal import ArgumentParser
internal import Diagnostics
internal import WebService

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Where the accounts are.
struct UsersOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The file of accounts; ~/.config/nyckeltal/users.csv unless given.",
      discussion: "It lies outside of every workspace, and only its owner may read it.",
      valueName: "file"), completion: .file())
  var users: String?

  /// The accounts.
  func accounts() throws -> AccountFile {
    guard
      let path = users
        ?? AccountFile.usualPath(environment: ProcessInfo.processInfo.environment)
    else { throw ValidationError("There is no place for the accounts: name one with --users FILE") }
    do throws(Diagnostic) {
      return try AccountFile(path: ServeCommand.absolute(path))
    } catch {
      throw error.told()
    }
  }
}
