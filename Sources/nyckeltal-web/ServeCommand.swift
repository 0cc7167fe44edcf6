internal import ArgumentParser
internal import Diagnostics
internal import WebService

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
    if demonstration, host != "127.0.0.1" {
      throw ValidationError("A demonstration is for this machine alone: leave --host out")
    }
  }

  func run() async throws {
    var options = WebOptions()
    (options.host, options.port, options.trustedProxy) = (host, port, trustedProxy)
    options.isSecure = certificate != nil || trustedProxy != nil
    options.uploadLimit = uploadLimit << 20
    let site = Site(workspace ?? Site.usualFolder, isReadOnly: demonstration)
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
    do {
      // What is wrong with the workspace is said here, and not to the first reader.
      try await site.load()
      let service = try WebService(site: site, accounts: accounts, options: options)
      try await service.run(certificate: certificate.flatMap { file in key.map { (file, $0) } })
    } catch let problem as Diagnostic {
      throw problem.commandError
    }
  }
}
