package import Diagnostics
internal import Synchronization
internal import TableFiles
internal import Tables

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The accounts, in a file of CSV that only its owner may read: `name,role,units,answers,password`.
///
/// It lies outside of the workspace and is read again when it changes, so that an account that was taken away
/// is away at once.
package final class AccountFile: Sendable {
  /// Where it is; `nil` for accounts that are in no file.
  package let path: String?

  private struct State {
    var stamp: FileStamp?
    var accounts: [Account]
  }
  private let state: Mutex<State>

  /// Accounts that are in no file: of a demonstration.
  package init(demonstration accounts: [Account]) {
    path = nil
    state = Mutex(State(stamp: nil, accounts: accounts))
  }

  /// The accounts of a file; none where there is no file yet.
  ///
  /// - Throws: A diagnostic if the file cannot be read, or others may read it.
  package init(path: String) throws(Diagnostic) {
    self.path = path
    state = Mutex(State(stamp: FileStamp(path), accounts: try Self.read(path)))
  }

  /// The usual place: `nyckeltal/users.csv` in `$XDG_CONFIG_HOME` or `~/.config`.
  package static func usualPath(environment: [String: String]) -> String? {
    func set(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    return (set("XDG_CONFIG_HOME") ?? set("HOME").map { $0 + "/.config" })
      .map { $0 + "/nyckeltal/users.csv" }
  }

  /// All accounts, in the order of the file.
  package var accounts: [Account] {
    state.withLock { state in
      guard let path else { return state.accounts }
      let stamp = FileStamp(path)
      if stamp != state.stamp {
        // A file that somebody is just writing, or has damaged, lets nobody in.
        state.accounts = (try? Self.read(path)) ?? []
        state.stamp = stamp
      }
      return state.accounts
    }
  }

  /// The account of a name.
  package func account(named name: String) -> Account? { accounts.first { $0.name == name } }

  /// Adds an account, or changes the one of that name.
  package func set(_ account: Account) throws(Diagnostic) {
    var all = try inFile()
    if let place = all.firstIndex(where: { $0.name == account.name }) {
      all[place] = account
    } else {
      all.append(account)
    }
    try write(all)
  }

  /// Takes an account away.
  package func remove(named name: String) throws(Diagnostic) {
    try write(try inFile().filter { $0.name != name })
  }

  /// The accounts as the file has them now. One that cannot be read is not written over: all in it would be lost.
  private func inFile() throws(Diagnostic) -> [Account] {
    guard let path else { return accounts }
    return try Self.read(path)
  }

  // MARK: The file

  private static let columns = ["name", "role", "units", "answers", "password"]

  private static func read(_ path: String) throws(Diagnostic) -> [Account] {
    var status = stat()
    guard stat(path, &status) == 0 else { return [] }
    guard status.st_mode & 0o077 == 0 else {
      throw Diagnostic(
        .error, "web-users", at: SourceLocation(file: path), "others can read the accounts",
        because: "the file holds hashes of passwords", fixes: ["chmod 600 '\(path)'"])
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Diagnostic(
        .error, "web-users", at: SourceLocation(file: path), "the accounts cannot be read")
    }
    let types = Dictionary(uniqueKeysWithValues: columns.map { ($0, ColumnType.text) })
    let file = CSVReader.read(
      bytes: Array(data), named: path,
      options: CSVOptions(hasHeader: true, types: types, missingWords: []))
    var accounts: [Account] = []
    for row in file.table.rows {
      guard let name = row.text("name"), Account.isName(name),
        let role = row.text("role").flatMap(Role.init(rawValue:)),
        let password = row.text("password").flatMap(PasswordHash.init(text:)),
        !accounts.contains(where: { $0.name == name })
      else {
        throw Diagnostic(
          .error, "web-users", at: SourceLocation(file: path, line: row.line),
          "the row is no account, or its name stands there twice",
          because: "roles are \(Role.allCases.map(\.rawValue).joined(separator: ", "))",
          fixes: ["write it anew   nyckeltal-web user add NAME --role reader"])
      }
      accounts.append(
        Account(
          name: name, role: role,
          units: Set((row.text("units") ?? "").split(separator: ";").map(String.init)),
          seesAnswers: row.text("answers") == "yes", password: password))
    }
    return accounts
  }

  private func write(_ accounts: [Account]) throws(Diagnostic) {
    guard let path else {
      throw Diagnostic(
        .error, "web-users", at: SourceLocation(file: ""),
        "the accounts of a demonstration stay as they are")
    }
    var writer = CSVWriter()
    writer.append(fields: Self.columns)
    for account in accounts {
      writer.append(fields: [
        account.name, account.role.rawValue, account.units.sorted().joined(separator: ";"),
        account.seesAnswers ? "yes" : "no", account.password.text,
      ])
    }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try? FileManager.default.createDirectory(
        atPath: String(path[..<slash]), withIntermediateDirectories: true)
    }
    // Made for its owner alone before there is anything to read in it.
    if access(path, F_OK) != 0 {
      let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if file >= 0 { close(file) }
    }
    try WholeFile.write(writer.bytes, to: path)
    state.withLock { $0 = State(stamp: FileStamp(path), accounts: accounts) }
  }
}
