internal import Diagnostics
internal import Labels

/// Who answered, as a pseudonym that is the same in every round.
extension ImportPlanner {
  /// The plan of an import by the key that lies in a file.
  ///
  /// - Parameters:
  ///   - request: What is wanted.
  ///   - keyFile: Where the key lies.
  ///   - isApplied: Whether the plan is to be done: then the first pseudonyms of all get a key, which is kept.
  /// - Returns: The plan.
  /// - Throws: A problem if something cannot be read, or the key cannot be kept.
  package static func plan(
    _ request: ImportRequest, keyFile: PseudonymKeyFile, isApplied: Bool
  ) throws(ImportProblem) -> ImportPlan {
    let plan = try plan(request, key: try keyFile.read())
    guard isApplied, plan.needsKey, plan.isReady else { return plan }
    return try Self.plan(request, key: try keyFile.readOrMake())
  }

  /// The key that makes the survey's pseudonyms: the one that made those that are there; `nil` where it is not
  /// there.
  func knownKey() -> PseudonymKey? {
    if let check = folder.ledger.key { return key?.generation(check) }
    // Before ledgers told of keys none had been rotated.
    return hasPseudonyms ? key?.generations.last : key
  }

  private var hasPseudonyms: Bool {
    folder.responses.rows.contains {
      PseudonymKey.isPseudonym(folder.responses.text($0, "respondent"))
    }
  }

  /// What a person is called in the survey: a pseudonym where the file tells who it is, and a number of the
  /// round where it does not.
  mutating func respondent(
    _ row: Int, _ wave: String, _ column: ExportColumn?, _ listed: [String: String]
  ) -> String {
    guard let column, case .respondent(let identity) = column.role,
      let person = column.identity(ofRow: row)
    else { return "\(wave)/\(row + 1)" }
    if identity.isLasting, let known = listed[PseudonymKey.folded(person)] {
      return known
    }
    plan.usesKey = true
    return plan.persons.key.pseudonym(
      of: person,
      in: identity.isLasting
        ? plan.persons.survey : PersonNames.responses(of: wave, in: plan.persons.survey))
  }

  /// The ids by which the list of persons knows those of a round, by the folded identity where it
  /// keeps that itself; the first of two counts.
  func listed(_ wave: String) -> [String: String] {
    guard let list = folder.invitations else { return [:] }
    let ids = list.rows.filter { list.text($0, "wave") == wave }.map { list.text($0, "respondent") }
    return Dictionary(
      ids.map { (PseudonymKey.folded($0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Who is invited to a round by the list of persons; `nil` where there is no list.
  func invitedPersons(_ wave: String) -> Set<String>? {
    folder.invitations.map { list in
      Set(list.rows.filter { list.text($0, "wave") == wave }.map { list.text($0, "respondent") })
    }
  }

  /// Says which columns tell who somebody is, and that the key is another than before: persons would be new ones
  /// in every round, and nobody would see it.
  mutating func tellPersons() {
    let used = plan.export.respondents?.name
    plan.personal = plan.export.columns.filter(\.holdsPersons).map { column in
      ImportPlan.PersonalColumn(
        name: column.name, treatment: column.name == used ? .hashed : .leftOut)
    }
    guard plan.usesKey, knownKey() == nil else { return }
    guard folder.ledger.key != nil || hasPseudonyms else {
      plan.needsKey = true
      return
    }
    plan.problems.append(
      problem(
        "import-key",
        key == nil
          ? Label(
            "nyckeln som gjorde enkätens pseudonymer finns inte",
            "the key that made the survey's pseudonyms is not there")
          : Label(
            "nyckeln är en annan än den som gjorde enkätens pseudonymer",
            "the key is another than the one that made the survey's pseudonyms"),
        because: Label(
          "med en annan nyckel blir samma person en ny i varje omgång",
          "with another key the same person becomes a new one in every round"),
        fixes: [
          Label(
            "hämta nyckeln från en säkerhetskopia, till den plats som nyckeltal pseudonyms visar",
            "get the key from a backup, to the place that nyckeltal pseudonyms shows"),
          Label(
            "--survey NAMN   läs in svaren som en ny enkät, utan koppling till de förra",
            "--survey NAME   bring the answers in as a new survey, not linked to those before"),
        ]))
  }
}
