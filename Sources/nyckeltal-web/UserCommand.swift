internal import ArgumentParser
internal import Diagnostics
internal import WebService

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// `nyckeltal-web user`
struct UserCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: "Who may log in.",
    subcommands: [Add.self, Remove.self, List.self])

  /// `nyckeltal-web user add`
  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Adds somebody, or gives her another role or password.",
      discussion: """
        The password is asked for on a terminal, or read from a pipe: at least 12 characters.

        EXAMPLES
          nyckeltal-web user add anna --role unit-lead --unit navet --unit westum
          nyckeltal-web user add bo --role analyst
        """)

    @Argument(help: "The name to log in with.") var name: String
    @Option(
      name: .long,
      help: "reader, unit-lead, analyst or administrator.", transform: Self.role)
    var role: Role
    @Option(name: .long, help: "A unit that she leads, by the name of its folder; may be repeated.")
    var unit: [String] = []
    @Flag(name: .long, help: "She may see the answers of persons in SQL, as the files have them.")
    var seesAnswers = false
    @OptionGroup var place: UsersOption

    private static func role(_ text: String) throws -> Role {
      guard let role = Role(rawValue: text) else {
        throw ValidationError(
          "--role is one of \(Role.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return role
    }

    mutating func validate() throws {
      guard Account.isName(name) else {
        throw ValidationError("A name has letters, digits and .-_@, at most 64 of them")
      }
      if role == .unitLead, unit.isEmpty {
        throw ValidationError("Name the units that she leads   --unit navet")
      }
    }

    func run() async throws {
      let accounts = try place.accounts()
      let password = try Password.read()
      guard let hash = PasswordHash(password) else {
        throw ValidationError("There is no memory for the hash of the password")
      }
      do throws(Diagnostic) {
        try accounts.set(
          Account(
            name: name, role: role, units: Set(unit), seesAnswers: seesAnswers, password: hash))
      } catch {
        throw error.told()
      }
      print("\(name): \(role.rawValue)")
    }
  }

  /// `nyckeltal-web user remove`
  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Takes somebody's account away, at once.")

    @Argument(help: "The name.") var name: String
    @OptionGroup var place: UsersOption

    func run() async throws {
      let accounts = try place.accounts()
      guard accounts.account(named: name) != nil else {
        throw ValidationError("There is no account '\(name)'")
      }
      do throws(Diagnostic) {
        try accounts.remove(named: name)
      } catch {
        throw error.told()
      }
    }
  }

  /// `nyckeltal-web user list`
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Who may log in, and as what.")

    @OptionGroup var place: UsersOption

    func run() async throws {
      for account in try place.accounts().accounts {
        let units = account.units.sorted().joined(separator: ", ")
        print("\(account.name)  \(account.role.rawValue)\(units.isEmpty ? "" : "  \(units)")")
      }
    }
  }
}

/// A password as somebody types it, unseen, or from a pipe.
enum Password {
  static func read() throws -> String {
    let password: String
    if isatty(STDIN_FILENO) == 1 {
      password = try typed("Password: ")
      guard try typed("Again: ") == password else {
        throw ValidationError("The two are not the same; nothing is changed")
      }
    } else {
      password = readLine() ?? ""
    }
    guard PasswordHash.isPassword(password) else {
      throw ValidationError(
        "A password has at least \(PasswordHash.shortest) characters and at most \(PasswordHash.longest) bytes; nothing is changed"
      )
    }
    return password
  }

  /// What is typed while the terminal shows nothing of it.
  private static func typed(_ question: String) throws -> String {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else {
      throw ValidationError("The password cannot be asked for on this terminal")
    }
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO)
    _ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer { _ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
    print(question, terminator: "")
    fflush(nil)
    let answer = readLine() ?? ""
    print("")
    return answer
  }
}
