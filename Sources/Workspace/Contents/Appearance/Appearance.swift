/// How an organisation's pages look: its sign and its colour.
public struct Appearance: Hashable, Sendable {
  /// The sign at the top of a page.
  public var logo: Logo?
  /// The colour of links and of the line at the top.
  public var accent: Accent?

  /// Nothing of its own.
  public init() {}

  /// A picture in a file of the workspace.
  public struct Logo: Hashable, Sendable {
    /// The picture itself, as `data:image/png;base64,…`: a page needs no other file.
    public var address: String

    /// A picture.
    public init(address: String) { self.address = address }
  }

  /// A colour for light pages and one for dark ones.
  public struct Accent: Hashable, Sendable {
    /// On light pages.
    public var light: WebColour
    /// On dark pages.
    public var dark: WebColour

    /// A pair of colours.
    public init(light: WebColour, dark: WebColour) {
      self.light = light
      self.dark = dark
    }
  }
}

/// What text stands on: the grounds of a kind of page, from the page itself to a marked row.
public struct PageGround: Hashable, Sendable {
  /// The page around everything.
  public var page: WebColour
  /// What tables and charts stand on.
  public var sheet: WebColour
  /// A row under the pointer.
  public var soft: WebColour
  /// Where a colour that cannot be read goes, to be told from all this.
  private var away: WebColour

  /// Light pages.
  public static let light = PageGround(
    page: WebColour(red: 0xF5, green: 0xF6, blue: 0xF4), sheet: .white,
    soft: WebColour(red: 0xF0, green: 0xF3, blue: 0xF5), away: .black)
  /// Dark pages.
  public static let dark = PageGround(
    page: WebColour(red: 0x10, green: 0x16, blue: 0x1C),
    sheet: WebColour(red: 0x17, green: 0x20, blue: 0x2A),
    soft: WebColour(red: 0x1D, green: 0x28, blue: 0x32), away: .white)

  /// What WCAG 2.2 AA asks of text (1.4.3).
  public static let leastContrast = 4.5

  /// The ground that a colour is told from the least, and how well.
  public func worst(for colour: WebColour) -> (ground: WebColour, contrast: Double) {
    let grounds = [page, sheet, soft].map { ($0, $0.contrast(with: colour)) }
    return grounds.min { $0.1 < $1.1 } ?? (page, page.contrast(with: colour))
  }

  /// Whether text in a colour can be read on all of it.
  public func allows(_ colour: WebColour) -> Bool {
    worst(for: colour).contrast >= Self.leastContrast
  }

  /// The colour itself, or as little darker or lighter as it takes to be read.
  public func nearestAllowed(to colour: WebColour) -> WebColour {
    for step in 0...255 {
      let mixed = colour.mixed(with: away, share: Double(step) / 255)
      if allows(mixed) { return mixed }
    }
    return away
  }
}
