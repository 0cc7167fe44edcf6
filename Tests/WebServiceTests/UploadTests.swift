import Foundation
import HTTPTypes
import Hummingbird
import Testing

@testable import WebService

@Suite("Bringing in files")
struct UploadTests {
  /// An export of Microsoft Forms; nobody in it is anybody.
  static func forms(_ count: Int = 12) -> String {
    let answers = ["Stämmer helt", "Stämmer ganska bra", "Stämmer inte alls"]
    return "ID,Start time,Completion time,Email,Name,Jag har tydliga mål\n"
      + (1...count).map {
        "\($0),1/\($0 + 11)/26 9:00:00,1/\($0 + 11)/26 9:05:00,p\($0)@exempel.se,Person \($0),\(answers[$0 % 3])"
      }.joined(separator: "\n") + "\n"
  }

  static func body(_ parts: [(name: String, file: String?, content: String)]) -> ByteBuffer {
    var text = ""
    for part in parts {
      text += "--gräns\r\nContent-Disposition: form-data; name=\"\(part.name)\""
      if let file = part.file { text += "; filename=\"\(file)\"\r\nContent-Type: text/csv" }
      text += "\r\n\r\n\(part.content)\r\n"
    }
    return ByteBuffer(string: (text + "--gräns--\r\n").replacing("gräns", with: "grans"))
  }

  static let type: HTTPFields = [.contentType: "multipart/form-data; boundary=grans"]

  static func send(
    _ browser: Browser, _ content: String, named name: String = "svar.csv"
  ) async throws -> Browser.Answer {
    let token = try #require(try await browser.get("/units/navet/import").token)
    return try await browser.send(
      "/units/navet/import", .post, type,
      body([("token", nil, token), ("file", name, content)]))
  }

  /// The folder has a key of its own, so that no key of whoever runs the tests is touched.
  private static func withKey(_ fixture: WebFixture) {
    setenv("NYCKELTAL_KEY", "\(FileManager.default.temporaryDirectory.path)/web-tests.key", 1)
  }

  @Test("from a file by its preview to the report, and back")
  func whole() async throws {
    let fixture = try WebFixture()
    Self.withKey(fixture)
    try await fixture.run { browser in
      _ = try await browser.logIn("ulla")
      let sent = try await Self.send(browser, Self.forms())
      let place = try #require(sent.place)
      #expect(place.hasPrefix("/units/navet/import/file/"))
      let preview = try await browser.get(place)
      #expect(preview.status == 200)
      #expect(preview.text.contains("Jag har tydliga mål"))
      // Who answered is told as a column, and never as a person.
      #expect(preview.text.contains("sparas bara som pseudonym"))
      #expect(!preview.text.contains("p3@exempel.se") && !preview.text.contains("Person 3"))
      // The path on this machine is nobody's business.
      #expect(!preview.text.contains("/nyckeltal-web-"))
      #expect(preview.text.contains("Hur många fick enkäten?"))
      #expect(!preview.text.contains("value=\"apply\""))
      let token = try #require(preview.token)
      let invited = preview.text.matches(of: /name="(invited-[^"]*)"/).map { String($0.1) }
      let answers =
        [("token", token), ("new-survey", "mal"), ("step", "preview")]
        + invited.map { ($0, "20") }
      #expect(try await browser.post(place, answers).place == place)
      let ready = try await browser.get(place)
      #expect(ready.text.contains("value=\"apply\""))
      let done = try await browser.post(
        place, answers.filter { $0.0 != "step" } + [("step", "apply")])
      #expect(done.place == "/units/navet/import/done/mal")
      let page = try await browser.get("/units/navet/import/done/mal")
      #expect(page.text.contains("href=\"/years/2026/units/navet/surveys\""))
      #expect(
        try await browser.get("/years/2026/units/navet/surveys").text.contains(
          "Jag har tydliga mål"))
      #expect(try fixture.read("navet/mal/imports.csv").contains("svar.csv"))
      let undo = try await browser.post(
        "/units/navet/import/undo", [("token", token), ("folder", "mal")])
      #expect(undo.place == "/units/navet")
      #expect(!FileManager.default.fileExists(atPath: "\(fixture.folder)/navet/mal/survey.yaml"))
      #expect(try await browser.get("/years/2026/units/navet/surveys").status == 404)
    }
  }

  @Test("a file is its owner's: nobody else sees the preview, and giving it up removes it")
  func own() async throws {
    let fixture = try WebFixture()
    Self.withKey(fixture)
    try await fixture.run { browser in
      _ = try await browser.logIn("ulla")
      let place = try #require(try await Self.send(browser, Self.forms()).place)
      let token = try await browser.token()
      #expect(
        try await browser.post(place, [("token", token), ("step", "cancel")]).place
          == "/units/navet")
      #expect(try await browser.get(place).status == 404)
    }
  }

  @Test(
    "the ending is what the bytes call for, whatever the name says",
    arguments: [
      ("a,b\n1,2\n", "csv"), ("PK\u{3}\u{4}xl", "xlsx"), ("$FL2@(#)", "sav"), ("$FL3@(#)", "zsav"),
      ("<stata_dta><header>", "dta"), ("\u{7F}ELF\u{0}", nil), ("", nil),
    ] as [(String, String?)])
  func endings(text: String, expected: String?) {
    #expect(UploadedFile.ending(of: Array(text.utf8)) == expected)
  }

  @Test(
    "names lose their folders",
    arguments: [
      ("../../etc/passwd", "passwd"), ("C:\\svar\\a.csv", "a.csv"), ("..", "fil"), ("", "fil"),
      (".dold.csv", "dold.csv"), ("å b (1).xlsx", "å b (1).xlsx"), ("a\u{0}\r\nb.csv", "a__b.csv"),
    ])
  func names(text: String, expected: String) { #expect(UploadedFile.plainName(text) == expected) }

  @Test("what is no file of ours is refused, and leaves nothing")
  func refused() async throws {
    var options = WebOptions()
    options.uploadLimit = 1000
    let fixture = try WebFixture(options: options)
    Self.withKey(fixture)
    let place = fixture.folder + "/sent"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try await UploadedFile.$place.withValue(place) {
      try await fixture.run { browser in
        _ = try await browser.logIn("ulla")
        let token = try #require(try await browser.get("/units/navet/import").token)
        func status(_ body: ByteBuffer, _ type: HTTPFields = Self.type) async throws -> Int {
          try await browser.send("/units/navet/import", .post, type, body).status
        }
        // Too large, of no type, without a token, with the file before it, broken off, no form at all.
        #expect(
          try await status(
            Self.body([
              ("token", nil, token), ("file", "a.csv", String(repeating: "x", count: 2000)),
            ])
          ) == 413)
        #expect(
          try await status(Self.body([("token", nil, token), ("file", "a.csv", "\u{0}\u{1}")]))
            == 415
        )
        #expect(try await status(Self.body([("file", "a.csv", "a,b\n1,2\n")])) == 403)
        #expect(
          try await status(Self.body([("file", "a.csv", "a,b\n"), ("token", nil, token)])) == 403)
        let whole = Self.body([("token", nil, token), ("file", "a.csv", "a,b\n1,2\n")])
        #expect(
          try await status(whole.getSlice(at: 0, length: whole.readableBytes - 12) ?? whole) == 400)
        #expect(try await status(whole, [.contentType: "text/csv"]) == 400)
        #expect(try await status(Self.body([("token", nil, token)])) == 400)
        // Fields without end, and fields that are larger than any form's.
        let (small, large) = ("x", String(repeating: "x", count: 60 << 10))
        #expect(
          try await status(Self.body(Array(repeating: ("a", nil, small), count: 101))) == 400)
        #expect(try await status(Self.body(Array(repeating: ("a", nil, large), count: 20))) == 413)
        #expect(try FileManager.default.contentsOfDirectory(atPath: place).isEmpty)
      }
    }
  }

  @Test("a form comes apart the same wherever its bytes are cut", arguments: 1...40)
  func cuts(size: Int) throws {
    let content = "a,b\r\n--gran\r\n-1,2\r\n"
    let bytes = Array(
      Self.body([("token", nil, "abc"), ("file", "a.csv", content)]).readableBytesView)
    var parser = try #require(
      MultipartParser(contentType: "multipart/form-data; boundary=\"grans\""))
    var (names, texts, current) = ([String](), [String](), [UInt8]())
    for start in stride(from: 0, to: bytes.count, by: size) {
      for event in try parser.take(bytes[start..<min(bytes.count, start + size)]) {
        switch event {
        case .part(let name, _):
          names.append(name)
          current = []
        case .bytes(let more): current += more
        case .end: texts.append(String(decoding: current, as: UTF8.self))
        }
      }
    }
    #expect(parser.isWhole && names == ["token", "file"] && texts == ["abc", content])
  }
}
