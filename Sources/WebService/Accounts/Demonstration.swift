package import Diagnostics

/// Accounts to try the pages with: one of each role, with a password that the log-in page shows.
package struct Demonstration {
  /// The password of all.
  package let password = "prova-nyckeltal"
  /// The accounts.
  package let accounts: [Account]

  /// Accounts.
  ///
  /// - Throws: A diagnostic where there is no memory for the hash of the password.
  package init() throws(Diagnostic) {
    guard let hash = PasswordHash(password) else {
      throw Diagnostic(
        .error, "web-users", at: SourceLocation(file: ""),
        "there is no memory for the hash of a password")
    }
    accounts = [
      Account(name: "direktor", role: .reader, password: hash),
      Account(
        name: "enhetschef", role: .unitLead, units: ["navet", "narvardskontoret"], password: hash),
      Account(name: "analytiker", role: .analyst, password: hash),
      Account(name: "administrator", role: .administrator, password: hash),
    ]
  }
}
