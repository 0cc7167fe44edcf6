internal import Diagnostics
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
        address: .hostname(host, port: options.port), serverName: nil, backlog: 1024,
        availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections())),
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
    do {
      try await application.runService()
    } catch let error as IOError where error.errnoCode == EADDRINUSE || error.errnoCode == EACCES {
      throw Diagnostic(
        .error, "web-address", at: SourceLocation(file: "\(host):\(options.port)"),
        "nobody can listen there", because: String(cString: strerror(error.errnoCode)),
        fixes: ["take another port   --port 8081"])
    }
  }

  /// How many connections there may be: as many as the system lets the process have files, without those that the
  /// workspace is read from. Who comes then waits until one ends, and no file is missing meanwhile.
  private static func mostConnections() -> Int {
    #if canImport(Glibc)
      let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let files = RLIMIT_NOFILE
    #endif
    var limit = rlimit()
    guard getrlimit(files, &limit) == 0 else { return 512 }
    if limit.rlim_cur < limit.rlim_max {
      limit.rlim_cur = min(limit.rlim_max, 65536)
      setrlimit(files, &limit)
    }
    return max(64, Int(min(limit.rlim_cur, 65536)) - 256)
  }
}
