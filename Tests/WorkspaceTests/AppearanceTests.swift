import Diagnostics
import Foundation
import Testing

@testable import Workspace

/// Colours that can be read, and pictures that a page can hold.
@Suite("Appearance of pages") struct AppearanceTests {
  /// By the formula of WCAG 2.2 ("relative luminance" and "contrast ratio"), computed apart from this:
  /// black on white is 21, the grey #767676 is the lightest that passes on white (4.542) and #777777 fails
  /// (4.478, which W3C's Understanding SC 1.4.3 rounds down to 4.47); red on white is 3.998 and blue 8.592.
  @Test(
    "contrasts are those of WCAG",
    arguments: [
      ("#000000", "#ffffff", 21.0), ("#767676", "#ffffff", 4.542), ("#777777", "#ffffff", 4.478),
      ("#ff0000", "#ffffff", 3.998), ("#0000ff", "#ffffff", 8.592), ("#123456", "#123456", 1),
    ])
  func contrast(first: String, second: String, ratio: Double) throws {
    let (a, b) = (try #require(WebColour(first)), try #require(WebColour(second)))
    #expect(abs(a.contrast(with: b) - ratio) < 0.0006)
    #expect(a.contrast(with: b) == b.contrast(with: a))
    #expect(a.text == first)
  }

  @Test(
    "what is no colour is none", arguments: ["", "#12345", "#1234567", "123456", "#12345g", "red"])
  func none(text: String) { #expect(WebColour(text) == nil) }

  @Test("the nearest allowed colour is allowed, and an allowed one is its own nearest")
  func nearest() {
    for red in stride(from: 0, through: 255, by: 51) {
      for green in stride(from: 0, through: 255, by: 51) {
        for blue in stride(from: 0, through: 255, by: 51) {
          let colour = WebColour(red: red, green: green, blue: blue)
          for ground in [PageGround.light, .dark] {
            let nearest = ground.nearestAllowed(to: colour)
            #expect(ground.allows(nearest))
            if ground.allows(colour) { #expect(nearest == colour) }
          }
        }
      }
    }
  }

  private static func load(_ appearance: String, _ files: [String: Data] = [:]) throws
    -> LoadedWorkspace
  {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var texts = WorkspaceFolder.cases.mapValues { Data($0.utf8) }
    texts["nyckeltal.yaml"]?.append(Data("\nappearance: \(appearance)\n".utf8))
    for (name, data) in texts.merging(files, uniquingKeysWith: { $1 }) {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file)
    }
    return try WorkspaceLoader.load(folder: folder.path)
  }

  @Test("a colour for light pages gives one for dark pages") func accent() throws {
    let workspace = try Self.load("{accent: '#7a1fa2'}")
    #expect(workspace.diagnostics.isEmpty)
    let accent = try #require(workspace.appearance.accent)
    #expect(accent.light.text == "#7a1fa2")
    #expect(PageGround.dark.allows(accent.dark))
    let both = try Self.load("{accent: '#7a1fa2', accent_dark: '#d9a6f0'}")
    #expect(both.appearance.accent?.dark.text == "#d9a6f0")
  }

  @Test("a colour that cannot be read is refused with its contrast and the nearest that can")
  func refused() throws {
    let workspace = try Self.load("{accent: '#ffcc00'}")
    let problem = try #require(workspace.diagnostics.first)
    #expect(workspace.appearance.accent == nil)
    #expect(problem.message == "the colour '#ffcc00' cannot be read on light pages")
    // By the formula of WCAG 2.2, computed apart from this: 1.357, rounded down.
    #expect(
      problem.reason
        == "its contrast with #f0f3f5 is 1.35 to 1, and WCAG 2.2 AA asks for 4.5 to 1")
    let fix = try #require(problem.fixes.first)
    let suggested = try #require(WebColour(String(fix.split(separator: "\"").last ?? "")))
    #expect(PageGround.light.allows(suggested))
    let again = try Self.load("{accent: '\(suggested.text)'}")
    #expect(again.diagnostics.isEmpty)
  }

  @Test(
    "a value that is no colour says what one is",
    arguments: ["{accent: red}", "{accent: '#12'}", "{accent_dark: '#ffffff'}"])
  func noColour(appearance: String) throws {
    let workspace = try Self.load(appearance)
    #expect(workspace.diagnostics.map(\.code) == ["definition-value"])
    #expect(workspace.appearance.accent == nil)
  }

  private static let png = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0])
  private static let svg = Data("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)

  @Test("a picture stands in the page itself") func logo() throws {
    let png = try Self.load("{logo: logo.png}", ["logo.png": Self.png])
    #expect(
      png.appearance.logo?.address == "data:image/png;base64," + Self.png.base64EncodedString())
    let svg = try Self.load("{logo: pictures/sign.svg}", ["pictures/sign.svg": Self.svg])
    #expect(
      svg.appearance.logo?.address == "data:image/svg+xml;base64," + Self.svg.base64EncodedString())
    #expect(png.diagnostics.isEmpty && svg.diagnostics.isEmpty)
  }

  @Test(
    "a picture that no page can hold is refused",
    arguments: [
      ("logo.png", Data(repeating: 0, count: 60_001), "appearance-logo"),
      ("logo.gif", Data("GIF89a".utf8), "appearance-logo"),
      ("missing.png", Data(), "appearance-logo"), ("../logo.png", Data(), "definition-value"),
      ("/etc/logo.png", Data(), "definition-value"),
    ])
  func refusedLogo(name: String, bytes: Data, code: String) throws {
    let workspace = try Self.load("{logo: '\(name)'}", bytes.isEmpty ? [:] : [name: bytes])
    #expect(workspace.diagnostics.map(\.code) == [code])
    #expect(workspace.appearance.logo == nil)
  }
}
