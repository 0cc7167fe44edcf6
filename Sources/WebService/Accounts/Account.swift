package import Labels

/// What somebody's work is, and so what a page lets her do.
package enum Role: String, CaseIterable, Hashable, Sendable {
  /// Reads what is reported.
  case reader
  /// Reads, and brings in and changes what belongs to her units.
  case unitLead = "unit-lead"
  /// Reads, asks with SQL, and runs notebooks.
  case analyst
  /// Reads, and looks after accounts, ledgers and logs.
  case administrator

  /// What it is called.
  package var label: Label {
    switch self {
    case .reader: Label("läsare", "reader")
    case .unitLead: Label("enhetschef", "head of unit")
    case .analyst: Label("analytiker", "analyst")
    case .administrator: Label("administratör", "administrator")
    }
  }
}

/// Somebody who may log in.
package struct Account: Hashable, Sendable {
  /// The name to log in with.
  package var name: String
  /// What she does.
  package var role: Role
  /// The units that she leads, by the names of their folders.
  package var units: Set<String>
  /// Whether she may see the answers of persons, as the owner of the files does.
  package var seesAnswers: Bool
  /// The hash of her password.
  package var password: PasswordHash

  package init(
    name: String, role: Role, units: Set<String> = [], seesAnswers: Bool = false,
    password: PasswordHash
  ) {
    (self.name, self.role, self.units) = (name, role, units)
    (self.seesAnswers, self.password) = (seesAnswers, password)
  }

  /// Whether a name can be one: letters, digits and `.-_@`, at most 64 characters.
  package static func isName(_ text: String) -> Bool {
    (1...64).contains(text.count)
      && text.allSatisfy { $0.isLetter || $0.isNumber || ".-_@".contains($0) }
  }
}
