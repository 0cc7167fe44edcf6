import ArgumentParser
import Reports
import Testing

@testable import nyckeltal

/// What text on standard output may look like.
@Suite struct TerminalStyleTests {
  /// As https://no-color.org has it: set and not empty.
  @Test(
    arguments: [
      (nil, "xterm-256color", false), ("", "xterm", false), ("1", "xterm", true),
      ("0", "xterm", true), (nil, "dumb", true), (nil, nil, false),
    ] as [(String?, String?, Bool)])
  func plain(_ noColor: String?, _ terminal: String?, _ isPlain: Bool) {
    #expect(Terminal.isPlain(noColor: noColor, terminal: terminal) == isPlain)
  }

  @Test func filesArePlain() throws {
    for arguments in [["--output", "x.txt"], ["--format", "text", "--output", "x"]] {
      let writing = try WritingOptions.parse(arguments)
      #expect(writing.text.style == TextStyle.plain)
      #expect((writing.renderer(.text) as? TextRenderer)?.style == .plain)
    }
  }
}
