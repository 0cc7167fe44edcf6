internal import Diagnostics
internal import TableFiles

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension DefinitionNode {
  /// The largest file of a logo, in bytes: every page holds it.
  private static let largestLogo = 60_000

  /// How pages look, as the key `appearance` says it; files are named from the workspace's folder.
  func appearance(in folder: String) -> Appearance {
    var appearance = Appearance()
    guard let node = mapping("appearance", of: ["logo", "accent", "accent_dark"]) else {
      return appearance
    }
    node.refuseWithoutValue(["logo"], advice: "name a file", such: "logo.svg")
    node.refuseWithoutValue(
      ["accent", "accent_dark"], advice: "put the colour in quotes", such: "\"#0b5a94\"")
    appearance.logo = node["logo"]?.logo(in: folder)
    guard let light = node["accent"]?.accent(.light, "light") else {
      if node["accent"] == nil, let dark = node["accent_dark"] {
        dark.wrong("an accent for light pages beside the one for dark pages")
      }
      return appearance
    }
    // Where a colour of its own is missing or refused, dark pages take the nearest that can be read.
    let dark = node["accent_dark"]?.accent(.dark, "dark")
    appearance.accent = Appearance.Accent(
      light: light, dark: dark ?? PageGround.dark.nearestAllowed(to: light))
    return appearance
  }

  /// A colour that can be read on a kind of page.
  private func accent(_ ground: PageGround, _ kind: String) -> WebColour? {
    guard let text, let colour = WebColour(text) else {
      wrong("a colour such as \"#0b5a94\", with quotation marks")
      return nil
    }
    let (worst, contrast) = ground.worst(for: colour)
    guard contrast < PageGround.leastContrast else { return colour }
    problems.add(
      Diagnostic(
        .error, "appearance-contrast", at: location,
        "the colour '\(colour.text)' cannot be read on \(kind) pages",
        because:
          "its contrast with \(worst.text) is \(Self.rounded(contrast)) to 1, and WCAG 2.2 AA "
          + "asks for 4.5 to 1",
        fixes: ["the nearest that can be read   \"\(ground.nearestAllowed(to: colour).text)\""]))
    return nil
  }

  /// A ratio with two decimals, rounded down: what is too little never looks enough.
  private static func rounded(_ ratio: Double) -> String {
    let hundredths = Int(ratio * 100)
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  // MARK: Logo

  /// The picture in a file. A drawing stands in the page as a picture, which runs no scripts and asks
  /// for no other files.
  private func logo(in folder: String) -> Appearance.Logo? {
    guard let name = text, !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
      wrong("a file in the workspace, such as logo.svg")
      return nil
    }
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try SystemCalls.contents(of: folder.appending(path: name), atMost: 64 << 20)
    } catch {
      refuse(name, because: error.message, fix: "put the picture there")
      return nil
    }
    guard bytes.count <= Self.largestLogo else {
      refuse(
        name,
        because:
          "it has \(bytes.count) bytes; every page holds it, so \(Self.largestLogo) are the most",
        fix: "make the picture smaller")
      return nil
    }
    guard let type = Self.mediaType(bytes) else {
      refuse(
        name, because: "it is neither a PNG picture nor an SVG drawing",
        fix: "save it as PNG or SVG")
      return nil
    }
    return Appearance.Logo(
      address: "data:\(type);base64," + Data(bytes).base64EncodedString())
  }

  private func refuse(_ name: String, because reason: String, fix: String) {
    problems.add(
      Diagnostic(
        .error, "appearance-logo", at: location, "the logo '\(name)' cannot be used",
        because: reason, fixes: [fix]))
  }

  /// What a picture is, by its bytes.
  private static func mediaType(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "image/png" }
    let start = String(decoding: bytes.prefix(2000), as: UTF8.self)
    let isDrawing =
      start.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.hasPrefix("<") && start.contains("<svg")
    return isDrawing ? "image/svg+xml" : nil
  }
}
