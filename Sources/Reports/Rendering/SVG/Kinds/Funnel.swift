internal import Labels

extension ChartData {
  /// Where a group lies in a funnel.
  enum FunnelPlace: CaseIterable {
    case within, outsideWarning, outsideControl

    var paint: ChartPaint { self == .within ? .figure : .target }
    var isHollow: Bool { self == .outsideWarning }
  }

  /// Where a row lies against the limits of its own size; `figures` are its share and the two limits.
  func funnelPlace(_ row: Row) -> FunnelPlace? {
    guard let share = row.facts[0]?.plotted else { return nil }
    func isOutside(_ column: Int) -> Bool {
      guard row.facts.count > column, let limits = row.facts[column]?.plottedInterval else {
        return false
      }
      return share < limits.lower || share > limits.upper
    }
    return isOutside(2) ? .outsideControl : isOutside(1) ? .outsideWarning : .within
  }

  /// What the signs of a funnel mean, those that occur.
  func funnelWords(_ place: FunnelPlace) -> String {
    let levels = [1, 2].map { column in
      rows.lazy.compactMap {
        $0.facts.count > column ? $0.facts[column]?.plottedInterval?.confidence : nil
      }
      .first.map(words.level) ?? words.nothing
    }
    return switch place {
    case .within: Label("inom \(levels[0])", "within \(levels[0])")[language]
    case .outsideWarning: Label("utanför \(levels[0])", "outside \(levels[0])")[language]
    case .outsideControl: Label("utanför \(levels[1])", "outside \(levels[1])")[language]
    }
  }

  /// `62 % (n = 40)`.
  func funnelEnd(_ row: Row) -> String {
    text(row.facts[0]) + (row.position.map { " (n = \(words.text($0)))" } ?? "")
  }

  /// Shares above the number of answers, between the limits of funnels through the sizes of the groups. Dots
  /// have numbers, which a list below explains, for names would lie on each other.
  func funnel(on canvas: inout ChartCanvas) {
    let points = rows.compactMap { row -> FunnelPoint? in
      guard let share = row.facts[0]?.plotted, let size = row.position?.plotted,
        let place = funnelPlace(row)
      else { return nil }
      return FunnelPoint(row: row, size: size, share: share, place: place)
    }
    let top = canvas.legend(funnelLegend(points), y: 0) + 6
    let limits = points.flatMap { $0.row.facts.dropFirst().compactMap { $0?.plottedInterval } }
    let values = points.map(\.share) + limits.flatMap { [$0.lower, $0.upper] } + targets
    let found = ChartScale.domain(values, isShare: false, fromZero: false)
    let y = top...(top + 230)
    let shares = ChartScale(
      max(found.lowerBound, 0)...min(max(found.upperBound, 0.01), 1), to: y, isReversed: true)
    let ticks = shares.ticks(5)
    let tickWords = ticks.map { words.tick($0, like: example) }
    let tickWidth =
      tickWords.map { AdvanceWidth.of($0, size: ChartCanvas.smallSize) }.max() ?? 0
    let plot = (tickWidth + 12)...(canvas.width - 8)
    for (tick, label) in zip(ticks, tickWords) {
      canvas.line(
        from: (plot.lowerBound, shares(tick)), to: (plot.upperBound, shares(tick)), paint: .grid)
      canvas.text(
        label, x: plot.lowerBound - 8, y: shares(tick) + 4, .end, size: ChartCanvas.smallSize,
        paint: .muted)
    }
    let sizes = ChartScale(0...(points.map(\.size).max() ?? 1) * 1.04, to: plot)
    canvas.sizeAxis(sizes, at: y.upperBound, words: words, language)
    if let mean = chart.target?.plotted {
      canvas.line(
        from: (plot.lowerBound, shares(mean)), to: (plot.upperBound, shares(mean)), paint: .muted,
        width: 1.5)
    }
    let bySize = points.sorted { $0.size < $1.size }
    for column in 1..<max(columns.count, 1) {
      for isLower in [true, false] {
        let curve = bySize.compactMap { point -> (x: Double, y: Double)? in
          point.row.facts[column]?.plottedInterval.map {
            (sizes(point.size), shares(isLower ? $0.lower : $0.upper))
          }
        }
        canvas.path(curve, paint: .axis, width: 1.5, isDashed: column == 1)
      }
    }
    let dots = points.map { (x: sizes($0.size), y: shares($0.share)) }
    for (point, dot) in zip(points, dots) {
      canvas.dot(
        x: dot.x, y: dot.y, radius: 5, paint: point.place.paint, isHollow: point.place.isHollow)
    }
    canvas.numbers(dots, within: plot, y)
    canvas.list(
      rows.map { row in
        let number = points.firstIndex { $0.row.key == row.key }.map { "\($0 + 1)  " } ?? ""
        return "\(number)\(row.label): \(funnelEnd(row))"
      }, y: y.upperBound + 40)
  }

  private func funnelLegend(_ points: [FunnelPoint]) -> [LegendEntry] {
    let places = FunnelPlace.allCases.filter { place in points.contains { $0.place == place } }
    var entries = places.map {
      LegendEntry(sign: $0.isHollow ? .ring : .dot, paint: $0.paint, label: funnelWords($0))
    }
    if let target = chart.target {
      entries.append(LegendEntry(sign: .rule, paint: .muted, label: targetWords(target)))
    }
    entries += columns.dropFirst().enumerated().map { place, column in
      LegendEntry(sign: place == 0 ? .line : .rule, paint: .axis, label: column.header[language])
    }
    return entries
  }
}

/// A group in a funnel.
private struct FunnelPoint {
  let row: ChartData.Row
  let size: Double
  let share: Double
  let place: ChartData.FunnelPlace
}

extension ChartCanvas {
  /// The axis of sizes, with what they are.
  fileprivate mutating func sizeAxis(
    _ scale: ChartScale, at y: Double, words: FactWords, _ language: Language
  ) {
    line(from: (scale.range.lowerBound, y), to: (scale.range.upperBound, y), paint: .axis)
    let title = Label("antal svar", "number of answers")[language]
    let room = AdvanceWidth.of(title, size: Self.smallSize)
    var last = -Double.infinity
    for tick in scale.ticks(isNarrow ? 3 : 6) where tick == tick.rounded() {
      let (x, label) = (scale(tick), words.style.text(tick, decimals: 0))
      let half = AdvanceWidth.of(label, size: Self.smallSize) / 2
      let place = min(max(x, half), width - half)
      guard place - half > last + 6 else { continue }
      text(label, x: place, y: y + 15, .middle, size: Self.smallSize, paint: .muted)
      last = place + half
    }
    text(
      title, x: scale.range.upperBound - room, y: y + 29, size: Self.smallSize, paint: .muted)
    reach(y + 33)
  }

  /// Numbers beside dots: each at the nearest place where it lies on no dot and no other number, with a line to
  /// its dot where that is some way off. One for which there is no place is left out; the list has them all.
  fileprivate mutating func numbers(
    _ dots: [(x: Double, y: Double)], within plot: ClosedRange<Double>,
    _ heights: ClosedRange<Double>
  ) {
    var taken = dots.map { (x: ($0.x - 6)...($0.x + 6), y: ($0.y - 6)...($0.y + 6)) }
    for (index, dot) in dots.enumerated() {
      let label = "\(index + 1)"
      let half = AdvanceWidth.of(label, size: Self.smallSize) / 2
      let directions = [
        (1.0, 0.0), (0, -1), (-1, 0), (0, 1), (0.7, -0.7), (-0.7, -0.7), (0.7, 0.7), (-0.7, 0.7),
      ]
      let places = [13.0, 20, 28, 38, 50, 64].flatMap { radius in
        directions.map { (dot.x + $0.0 * (radius + half - 3), dot.y + $0.1 * radius, radius) }
      }
      let free = places.first { x, y, _ in
        let box = (x: (x - half - 1)...(x + half + 1), y: (y - 6)...(y + 6))
        return plot.contains(box.x.lowerBound) && plot.contains(box.x.upperBound)
          && heights.contains(box.y.lowerBound) && heights.contains(box.y.upperBound)
          && !taken.contains { $0.x.overlaps(box.x) && $0.y.overlaps(box.y) }
      }
      guard let (x, y, radius) = free else { continue }
      if radius > 20 { line(from: dot, to: (x, y), paint: .axis) }
      rectangle(x: x - half - 1, y: y - 6, width: 2 * half + 2, height: 12, paint: .ground)
      text(label, x: x, y: y + 4, .middle, size: Self.smallSize, isBold: true)
      taken.append((x: (x - half - 1)...(x + half + 1), y: (y - 6)...(y + 6)))
    }
  }

  /// Words in columns, as many as the longest leaves room for; what is longer than a line breaks.
  fileprivate mutating func list(_ lines: [String], y top: Double) {
    let widest = lines.map { AdvanceWidth.of($0, size: Self.textSize) }.max() ?? 0
    let columns = max(1, Int((width + 16) / (min(widest, width) + 16)))
    let columnWidth = width / Double(columns)
    var y = top + 11
    for start in stride(from: 0, to: lines.count, by: columns) {
      var height = 0.0
      for (column, line) in lines[start..<min(start + columns, lines.count)].enumerated() {
        let parts = AdvanceWidth.lines(line, size: Self.textSize, width: columnWidth - 4, most: 3)
        for (place, part) in parts.enumerated() {
          text(part, x: Double(column) * columnWidth, y: y + Double(place) * Self.lineHeight)
        }
        height = max(height, Double(parts.count) * Self.lineHeight)
      }
      y += height + 2
    }
  }
}
