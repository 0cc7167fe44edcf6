internal import Foundation
internal import Testing

@testable import Imports

struct PseudonymKeyTests {
  private static let digits = (0..<32).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()

  /// Python's `hmac.new(bytes(range(32)), b"kansliet/enkat\0anna.berg@exempel.se", "sha256")`, and the same of
  /// `åsa öberg` in UTF-8; the first 32 digits.
  @Test(
    arguments: [
      ("anna.berg@exempel.se", "25eb68b187f3014dbefc747aed95fc68"),
      (" Anna.Berg@Exempel.SE ", "25eb68b187f3014dbefc747aed95fc68"),
      ("Åsa  Öberg", "a3f2f89516ff608485bc3bfe9b67d475"),
      ("A\u{30A}sa O\u{308}berg", "a3f2f89516ff608485bc3bfe9b67d475"),
    ])
  func pseudonyms(identity: String, expected: String) throws {
    let key = try #require(PseudonymKey(hexadecimal: Self.digits))
    #expect(key.pseudonym(of: identity, in: "kansliet/enkat") == expected)
    #expect(key.pseudonym(of: identity, in: "kansliet/annan") != expected)
  }

  /// The key lies outside of the workspace, for its owner alone.
  @Test func file() throws {
    let folder = NSTemporaryDirectory() + "nyckeltal-key-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = try #require(
      PseudonymKeyFile { $0 == "XDG_CONFIG_HOME" ? folder : $0 == "HOME" ? "/nowhere" : nil })
    #expect(file.path == folder + "/nyckeltal/pseudonym.key")
    #expect(try file.read() == nil)
    let key = try file.readOrMake()
    #expect(try file.readOrMake().hexadecimal == key.hexadecimal)
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
    #expect(throws: ImportProblem.self) { try file.read() }
    #expect(PseudonymKey(hexadecimal: "00ff") == nil)
    #expect(PseudonymKeyFile { _ in nil } == nil)
  }
}
