import Testing

@testable import WebService

@Suite("Names of the server")
struct HostTests {
  @Test(
    "a name that somebody else made lead here is refused, and the server's own are not",
    arguments: [
      ("127.0.0.1:8080", true), ("localhost", true), ("LOCALHOST:8080", true), ("[::1]:8080", true),
      ("192.168.1.4:8080", true), ("nyckeltal.example:8080", true), ("", true),
      ("elsewhere.example:8080", false), ("127.0.0.1.elsewhere.example", false),
      ("localhost.elsewhere.example:8080", false), ("[elsewhere.example]", false),
    ])
  func rebinding(authority: String, isOurs: Bool) {
    var options = WebOptions()
    options.host = "Nyckeltal.example"
    #expect(HostMiddleware(options: options).isOurs(authority) == isOurs)
  }

  @Test("under TLS and behind a proxy the certificate says which names are ours")
  func secure() {
    var options = WebOptions()
    options.isSecure = true
    #expect(HostMiddleware(options: options).isOurs("elsewhere.example"))
  }
}
