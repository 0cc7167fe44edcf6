internal import Hummingbird
internal import HummingbirdCore
internal import HummingbirdTLS
internal import Logging
internal import NIOCore
internal import NIOSSL
internal import Query
internal import ServiceLifecycle
internal import Tables

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension WebService {
  /// Serves until the process is told to stop, and finishes what has begun.
  ///
  /// - Parameter certificate: The files of the chain of certificates and of their key, for TLS.
  /// - Throws: Where the address is taken, or the certificate cannot be read.
  package func run(certificate: (chain: String, key: String)?) async throws {
    var server = HTTPServerBuilder.http1(
      configuration: .init(
        idleTimeout: .seconds(60),
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)))
    if let certificate {
      let chain = try NIOSSLCertificate.fromPEMFile(certificate.chain)
      let key = try NIOSSLPrivateKey(file: certificate.key, format: .pem)
      var configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
      configuration.minimumTLSVersion = .tlsv12
      server = try .tls(server, tlsConfiguration: configuration)
    }
    let scheme = certificate == nil ? "http" : "https"
    let host = options.host
    let application = Application(
      router: router(), server: server,
      configuration: .init(
        address: .hostname(host, port: options.port), serverName: nil, backlog: 1024),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? 0
        print("\(scheme)://\(host):\(port)/")
        // Whoever reads it through a pipe waits for it.
        fflush(nil)
      }, logger: logger)
    let keeping = Task { [log, logger] in
      while !Task.isCancelled {
        do {
          try log.purge(today: Timestamp.wallClock.date)
        } catch {
          logger.error("\(error)")
        }
        try await Task.sleep(for: .seconds(24 * 60 * 60))
      }
    }
    defer { keeping.cancel() }
    try await application.runService()
  }
}
