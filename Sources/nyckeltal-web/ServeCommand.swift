internal import ArgumentParser
internal import Diagnostics
internal import WebService

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// `nyckeltal-web serve`
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Shows a workspace in browsers, until it is stopped with Ctrl-C.",
    discussion: """
      It listens on this machine alone unless --host says otherwise; then give a certificate, or set a \
      proxy with one before it. Nobody can log in before 'nyckeltal-web user add'.

      EXAMPLES
        nyckeltal-web serve --workspace datasets
        nyckeltal-web serve -w arbetsyta --host 0.0.0.0 --certificate cert.pem --key key.pem
        nyckeltal-web serve -w arbetsyta --trusted-proxy 127.0.0.1
      """)

  @Option(
    name: [.short, .long],
    help: "The folder of the workspace; the current one, or its folder datasets, unless given.",
    completion: .directory)
  var workspace: String?
  @Option(name: .long, help: "The port.") var port = 8080
  @Option(name: .long, help: "The address to listen on; only this machine unless given.")
  var host = "127.0.0.1"
  @OptionGroup var place: UsersOption
  @Option(name: .long, help: "The chain of certificates for TLS, as PEM.", completion: .file())
  var certificate: String?
  @Option(name: .long, help: "The private key of the certificate, as PEM.", completion: .file())
  var key: String?
  @Option(
    name: .long,
    help: "The address of a proxy that has TLS, whose X-Forwarded-For is believed.")
  var trustedProxy: String?
  @Option(name: .long, help: "The most megabytes of a file that is brought in.")
  var uploadLimit = 200
  @Option(name: .long, help: "How many days the log of who saw and changed what is kept.")
  var retention = 365
  @Flag(
    name: .long,
    help: "Accounts to try, shown on the log-in page, and a workspace that stays as it is.")
  var demonstration = false

  mutating func validate() throws {
    guard (0...65535).contains(port) else {
      throw ValidationError("--port lies between 0 and 65535")
    }
    guard (certificate == nil) == (key == nil) else {
      throw ValidationError("--certificate and --key go together")
    }
    guard (1...4096).contains(uploadLimit) else {
      throw ValidationError("--upload-limit lies between 1 and 4096 megabytes")
    }
    guard (1...3650).contains(retention) else {
      throw ValidationError("--retention lies between 1 and 3650 days")
    }
    if let trustedProxy, !Self.isAddress(trustedProxy) {
      throw ValidationError("--trusted-proxy is an address such as 127.0.0.1 or ::1, and no name")
    }
    if demonstration, host != "127.0.0.1" || trustedProxy != nil {
      throw ValidationError(
        "A demonstration is for this machine alone: leave --host and --trusted-proxy out")
    }
    guard Self.isThisMachine(host) || certificate != nil || trustedProxy != nil else {
      throw ValidationError(
        "Passwords would cross the network as they are: give --certificate and --key, or --trusted-proxy"
      )
    }
  }

  func run() async throws {
    var options = WebOptions()
    (options.host, options.port, options.trustedProxy) = (host, port, trustedProxy)
    options.isSecure = certificate != nil || trustedProxy != nil
    options.uploadLimit = uploadLimit << 20
    let accounts: AccountFile
    if demonstration {
      let demonstration = try Demonstration()
      options.demonstrationPassword = demonstration.password
      accounts = AccountFile(demonstration: demonstration.accounts)
    } else {
      accounts = try place.accounts()
      if accounts.accounts.isEmpty {
        print("Nobody can log in yet: nyckeltal-web user add NAME --role reader")
      }
    }
    let files = certificate.flatMap { file in
      key.map { (chain: Self.absolute(file), key: Self.absolute($0)) }
    }
    // Places in the workspace are told from there: where it lies on this machine is no reader's business.
    let folder = workspace ?? Site.usualFolder
    guard chdir(folder) == 0 else {
      throw ValidationError("The folder '\(folder)' cannot be opened")
    }
    let site = Site(".", isReadOnly: demonstration)
    do {
      // What is wrong with the workspace is said here, and not to the first reader.
      try await site.load()
      let log = AccessLog(path: accounts.path.map(Self.log(beside:)), days: retention)
      let service = try WebService(site: site, accounts: accounts, options: options, log: log)
      try await service.run(certificate: files)
    } catch var problem as Diagnostic {
      if problem.location.file == "." { problem.location.file = folder }
      throw problem.told()
    }
  }

  /// Whether a text is an address of IPv4 or IPv6.
  private static func isAddress(_ text: String) -> Bool {
    var bytes = [UInt8](repeating: 0, count: 16)
    return inet_pton(AF_INET, text, &bytes) == 1 || inet_pton(AF_INET6, text, &bytes) == 1
  }

  /// Whether only this machine reaches what listens there.
  private static func isThisMachine(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || host.hasPrefix("127.") && isAddress(host)
  }

  /// A path that stays the same when another folder becomes the current one.
  static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let here = getcwd(nil, 0) else { return path }
    defer { free(here) }
    return String(cString: here) + "/" + path
  }

  /// The log of who saw and changed what lies beside the accounts.
  private static func log(beside accounts: String) -> String {
    (accounts.lastIndex(of: "/").map { String(accounts[...$0]) } ?? "") + "access.csv"
  }
}
