import Foundation
import Labels
import Testing

@testable import Reports

/// Programs that write formats for us: those that work, fail, hang or are missing.
@Suite struct PDFRendererTests {
  /// A program that does what a script says, in a folder of its own.
  struct Script: ~Copyable {
    let folder: URL
    var program: ExternalProgram {
      ExternalProgram(path: folder.appendingPathComponent("run").path)
    }

    init(_ lines: String) throws {
      folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "nyckeltal-script-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let file = folder.appendingPathComponent("run")
      try Data(("#!/bin/sh\n" + lines + "\n").utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }

    func text(_ name: String) -> String? {
      try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
  }

  private static func renderer(_ program: ExternalProgram?, limit: Int = 20) -> PDFRenderer {
    var renderer = PDFRenderer(language: .swedish)
    renderer.chromium = { program }
    renderer.limit = limit
    return renderer
  }

  @Test("where Chromium is missing, a sentence says so in both languages, and what to do")
  func missing() {
    #expect {
      _ = try Self.renderer(nil).render(RenderedPages.hostile)
    } throws: { error in
      guard let problem = error as? RenderingProblem else { return false }
      return problem.label
        == Label(
          "PDF skrivs av Chromium, som inte finns här",
          "PDF is written by Chromium, which is not there")
        && problem.fixes.count == 3
        && problem.fixes[0].swedish.contains("apt-get install chromium")
        && problem.fixes[2].english.contains("--format html")
    }
  }

  /// Finds the file that Chromium is told to write, in the arguments of a script.
  private static let target = """
    for word in "$@"; do case $word in --print-to-pdf=*) target=${word#--print-to-pdf=};; \
    --user-data-dir=*) profile=${word#--user-data-dir=};; esac; done
    """

  @Test("what Chromium writes is the report, without the day, and nothing else stays")
  func written() throws {
    let script = try Script(
      Self.target + "\nmkdir -p \"$profile\"; echo \"$target $*\" > \"$(dirname \"$0\")/told\"\n"
        + "printf '%%PDF-1.4 /CreationDate (D:20240102030405+00)' > \"$target\"")
    let bytes = try Self.renderer(script.program).render(RenderedPages.hostile)
    #expect(
      String(decoding: bytes, as: UTF8.self) == "%PDF-1.4 /CreationDate (D:20000101000000+00)")
    let said = script.text("told")
    let told = try #require(said)
    #expect(told.contains("--headless") && told.contains("file:///"))
    // Only the superuser has to do without the sandbox.
    #expect(told.contains("--no-sandbox") == (geteuid() == 0))
    let target = try #require(told.split(separator: " ").first.map(String.init))
    #expect(!FileManager.default.fileExists(atPath: target))
    let folder = URL(fileURLWithPath: target).deletingLastPathComponent().path
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test(
    "what is no PDF is none", arguments: ["exit 3", "exit 0", "kill -9 $$", "echo x > \"$target\""])
  func failing(lines: String) throws {
    let script = try Script(Self.target + "\n" + lines)
    #expect {
      _ = try Self.renderer(script.program).render(RenderedPages.hostile)
    } throws: { error in
      (error as? RenderingProblem)?.label.english == "Chromium wrote no PDF"
    }
  }

  @Test("a Chromium that hangs is ended with all that it started") func hanging() throws {
    let script = try Script(
      Self.target + """

        echo "$target" > "$(dirname "$0")/told"
        sleep 60 & echo $! > "$(dirname "$0")/child"
        wait
        """)
    let start = ContinuousClock.now
    #expect {
      _ = try Self.renderer(script.program, limit: 1).render(RenderedPages.hostile)
    } throws: { error in
      (error as? RenderingProblem)?.label.swedish
        == "Chromium skrev ingen PDF på 1 sekunder och avslutades"
    }
    #expect(ContinuousClock.now - start < .seconds(15))
    let started = script.text("child").flatMap { Int32($0.dropLast()) }
    let child = try #require(started)
    // A process that has ended may wait for its new parent to notice.
    var isGone = false
    for _ in 0..<100 where !isGone {
      let state = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)
      isGone = kill(child, 0) != 0 || state?.contains(") Z ") == true
      if !isGone { usleep(20_000) }
    }
    #expect(isGone)
    let said = script.text("told")
    let target = try #require(said).dropLast()
    #expect(!FileManager.default.fileExists(atPath: String(target)))
  }
}
