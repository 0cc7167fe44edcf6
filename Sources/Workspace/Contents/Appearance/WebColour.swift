#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A colour of a page, as `#1c6ba8` says it.
public struct WebColour: Hashable, Sendable {
  /// Red, green and blue, from 0 to 255.
  public var red: Int
  /// Green.
  public var green: Int
  /// Blue.
  public var blue: Int

  /// A colour of its parts, each from 0 to 255.
  public init(red: Int, green: Int, blue: Int) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A colour of six hexadecimal digits behind `#`; `nil` for any other text.
  public init?(_ text: String) {
    let digits = text.dropFirst()
    guard text.hasPrefix("#"), digits.utf8.count == 6,
      digits.allSatisfy({ $0.isASCII && $0.isHexDigit }), let value = Int(digits, radix: 16)
    else { return nil }
    self.init(red: value >> 16, green: value >> 8 & 0xFF, blue: value & 0xFF)
  }

  /// `#1c6ba8`
  public var text: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(part, radix: 16)
        return digits.utf8.count == 1 ? "0" + digits : digits
      }.joined()
  }

  /// How light it is, from 0 (black) to 1 (white): the relative luminance of WCAG 2.2, which is
  /// 0.2126 R + 0.7152 G + 0.0722 B of linear sRGB.
  public var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// How well it is told from another, from 1 (the same) to 21 (black and white): the contrast ratio of
  /// WCAG 2.2, (L₁ + 0.05) / (L₂ + 0.05) with the lighter first.
  public func contrast(with other: WebColour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The colour mixed with another: 0 is itself, 1 the other.
  public func mixed(with other: WebColour, share: Double) -> WebColour {
    func mix(_ a: Int, _ b: Int) -> Int {
      Int((Double(a) + (Double(b) - Double(a)) * share).rounded())
    }
    return WebColour(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }

  /// Black.
  public static let black = WebColour(red: 0, green: 0, blue: 0)
  /// White.
  public static let white = WebColour(red: 255, green: 255, blue: 255)

  /// A part of sRGB as light.
  private static func linear(_ part: Int) -> Double {
    let value = Double(min(max(part, 0), 255)) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}
