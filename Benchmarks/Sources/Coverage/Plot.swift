import Foundation

/// Two panels of lines as a scalable picture.
struct Plot {
  struct Line {
    let name: String
    let colour: String
    let isDashed: Bool
    let points: [(x: Double, y: Double)]
  }

  struct Panel {
    let title: String
    let across: String
    let up: String
    let x: ClosedRange<Double>
    let y: ClosedRange<Double>
    let xMarks: [Double]
    let yMarks: [Double]
    let yDecimals: Int
    let level: Double?
    let lines: [Line]
  }

  let panels: [Panel]

  private static let width = 470.0
  private static let height = 330.0
  private static let margin = (left: 62.0, top: 46.0, right: 18.0, bottom: 50.0)

  func svg() -> String {
    let legend = panels.first?.lines ?? []
    let all = (
      width: Self.width * Double(panels.count),
      height: Self.height + 26 * ceil(Double(legend.count) / 2) + 10
    )
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(all.width)) \(Int(all.height))" \
      width="\(Int(all.width))" height="\(Int(all.height))" font-family="sans-serif" font-size="12">
      <rect width="100%" height="100%" fill="white"/>

      """
    for (i, panel) in panels.enumerated() {
      text += "<g transform=\"translate(\(number(Double(i) * Self.width)) 0)\">\n"
      text += draw(panel) + "</g>\n"
    }
    for (i, line) in legend.enumerated() {
      let x = 40 + Double(i % 2) * all.width / 2
      let y = Self.height + 16 + 26 * Double(i / 2)
      text += stroke(line, "M \(number(x)) \(number(y)) h 34")
      text += label(line.name, x + 44, y + 4, anchor: "start")
    }
    return text + "</svg>\n"
  }

  private func draw(_ panel: Panel) -> String {
    let (margin, width, height) = (Self.margin, Self.width, Self.height)
    let across = { (x: Double) in
      margin.left + (x - panel.x.lowerBound) / (panel.x.upperBound - panel.x.lowerBound)
        * (width - margin.left - margin.right)
    }
    let up = { (y: Double) in
      height - margin.bottom - (y - panel.y.lowerBound)
        / (panel.y.upperBound - panel.y.lowerBound) * (height - margin.top - margin.bottom)
    }
    var text = label(panel.title, width / 2 + 20, 24, anchor: "middle", weight: "bold")
    for mark in panel.yMarks {
      let y = up(mark)
      text += rule(margin.left, y, width - margin.right, y, colour: "#e3e3e3")
      text += label(
        String(format: "%.\(panel.yDecimals)f", mark), margin.left - 8, y + 4, anchor: "end")
    }
    for mark in panel.xMarks {
      let x = across(mark)
      let bottom = height - margin.bottom
      text += rule(x, bottom, x, bottom + 5, colour: "#555")
      text += label(String(format: "%.0f", mark), x, bottom + 19, anchor: "middle")
    }
    if let level = panel.level {
      text += rule(margin.left, up(level), width - margin.right, up(level), colour: "black")
    }
    for line in panel.lines {
      // Values below the panel are drawn at its edge.
      let path = line.points.enumerated().map { i, point in
        let y = up(min(max(point.y, panel.y.lowerBound), panel.y.upperBound))
        return "\(i == 0 ? "M" : "L") \(number(across(point.x))) \(number(y))"
      }
      text += stroke(line, path.joined(separator: " "))
    }
    text += rule(
      margin.left, height - margin.bottom, width - margin.right, height - margin.bottom,
      colour: "#555")
    text += label(panel.across, width / 2 + 20, height - 12, anchor: "middle")
    let middle = (margin.top + height - margin.bottom) / 2
    return text
      + "<text x=\"16\" y=\"\(number(middle))\" text-anchor=\"middle\" "
      + "transform=\"rotate(-90 16 \(number(middle)))\">\(panel.up)</text>\n"
  }

  private func stroke(_ line: Line, _ path: String) -> String {
    "<path d=\"\(path)\" fill=\"none\" stroke=\"\(line.colour)\" stroke-width=\"2\" "
      + "stroke-linejoin=\"round\"\(line.isDashed ? " stroke-dasharray=\"6 4\"" : "")/>\n"
  }

  private func rule(
    _ x: Double, _ y: Double, _ toX: Double, _ toY: Double, colour: String
  ) -> String {
    "<line x1=\"\(number(x))\" y1=\"\(number(y))\" x2=\"\(number(toX))\" y2=\"\(number(toY))\" "
      + "stroke=\"\(colour)\"/>\n"
  }

  private func label(
    _ words: String, _ x: Double, _ y: Double, anchor: String, weight: String = "normal"
  ) -> String {
    "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\" "
      + "font-weight=\"\(weight)\">\(words)</text>\n"
  }

  private func number(_ value: Double) -> String {
    String(format: "%.1f", value)
  }
}
