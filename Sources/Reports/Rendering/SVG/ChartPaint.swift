internal import Indicators

/// A colour of charts by what it means. On a page it is a variable, so that dark pages have their own;
/// a file on its own has the colour itself.
///
/// Pairs that stand beside each other differ in lightness as well as hue: blue and orange, never red
/// and green.
struct ChartPaint: Hashable, Sendable {
  /// The name of the variable, without `--c-`.
  var name: String
  /// The colour on a light ground.
  var light: String
  /// The colour on a dark ground.
  var dark: String
  /// Whether text on it is white.
  var hasWhiteText = false

  /// The colour of text on it.
  var text: ChartPaint {
    guard hasWhiteText else { return .onLight }
    return Self.series.contains(self) ? .onSeries : .onDark
  }

  static let ink = ChartPaint(name: "ink", light: "#1b2733", dark: "#e8edf2")
  static let muted = ChartPaint(name: "muted", light: "#56636f", dark: "#a9b5c0")
  static let grid = ChartPaint(name: "grid", light: "#dde3e8", dark: "#34414d")
  static let axis = ChartPaint(name: "axis", light: "#8b98a4", dark: "#7d8b98")
  static let ground = ChartPaint(name: "ground", light: "#ffffff", dark: "#17202a")
  static let figure = ChartPaint(
    name: "figure", light: "#1c6ba8", dark: "#6bb3e8", hasWhiteText: true)
  static let band = ChartPaint(name: "band", light: "#bcd7ec", dark: "#27506f")
  static let before = ChartPaint(name: "before", light: "#8b98a4", dark: "#94a2af")
  static let target = ChartPaint(name: "target", light: "#b4460f", dark: "#f39a62")
  static let onDark = ChartPaint(name: "on-dark", light: "#ffffff", dark: "#ffffff")
  /// On series, which are dark on a light ground and light on a dark one.
  static let onSeries = ChartPaint(name: "on-series", light: "#ffffff", dark: "#14202b")
  static let onLight = ChartPaint(name: "on-light", light: "#14202b", dark: "#14202b")

  /// All that a page needs variables for.
  static let all =
    [ink, muted, grid, axis, ground, figure, band, before, target, onDark, onLight, onSeries]
    + divergence + series + Verdict.allCases.map(\.paint)

  /// From the worst answer over the middle to the best. White text on the ends, dark text between.
  private static let divergence = [
    ChartPaint(name: "d1", light: "#a8470b", dark: "#bb5412", hasWhiteText: true),
    ChartPaint(name: "d2", light: "#f0a35e", dark: "#e8a063"),
    ChartPaint(name: "d3", light: "#d5dae0", dark: "#aeb8c2"),
    ChartPaint(name: "d4", light: "#8fbfe3", dark: "#8fbfe3"),
    ChartPaint(name: "d5", light: "#1c6ba8", dark: "#2a78b5", hasWhiteText: true),
  ]

  /// Of several series.
  static let series = [
    figure, ChartPaint(name: "s2", light: "#b35c14", dark: "#f0a35e", hasWhiteText: true),
    ChartPaint(name: "s3", light: "#4d7c6f", dark: "#8cc5b4", hasWhiteText: true),
    ChartPaint(name: "s4", light: "#76609c", dark: "#b9a5dc", hasWhiteText: true),
    ChartPaint(name: "s5", light: "#8b98a4", dark: "#94a2af"),
  ]

  /// The colours of so many answers, the worst first.
  static func divergence(_ count: Int) -> [ChartPaint] {
    switch count {
    case ...1: [divergence[4]]
    case 2: [divergence[0], divergence[4]]
    case 3: [divergence[0], divergence[2], divergence[4]]
    case 4: [divergence[0], divergence[1], divergence[3], divergence[4]]
    default:
      (0..<count).map { place in
        divergence[Int((Double(place) * 4 / Double(count - 1)).rounded())]
      }
    }
  }
}

extension Verdict {
  /// Its colour in charts and on marks.
  var paint: ChartPaint {
    switch self {
    case .met: ChartPaint(name: "met", light: "#0f6f66", dark: "#1a7f74", hasWhiteText: true)
    case .nearly: ChartPaint(name: "nearly", light: "#8ccfc3", dark: "#8ccfc3")
    case .notMet: ChartPaint(name: "not-met", light: "#b4460f", dark: "#be5318", hasWhiteText: true)
    case .underWay: ChartPaint(name: "under-way", light: "#f2c14e", dark: "#f2c14e")
    case .planned: ChartPaint(name: "planned", light: "#c9dcee", dark: "#b4cde4")
    case .cannotAssess: ChartPaint(name: "cannot-assess", light: "#b3bcc6", dark: "#9aa6b2")
    case .dropped: ChartPaint(name: "dropped", light: "#e1e5ea", dark: "#cfd6dd")
    case .notJudged: ChartPaint(name: "not-judged", light: "#eceff2", dark: "#dde2e7")
    }
  }
}
