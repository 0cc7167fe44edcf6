/// How many cases were answered within a span of time, in working days or hours as the limit counts.
public struct AnswerTimeClass: Hashable, Sendable {
  /// They took longer than this; the first class begins at 0 and holds it.
  public var above: Double
  /// They took at most this; `nil` for any longer time.
  public var atMost: Double?
  /// Whether the span lies within the limit.
  public var isWithin: Bool
  /// How many cases.
  public var count: Int

  /// A class.
  public init(above: Double, atMost: Double?, isWithin: Bool, count: Int) {
    self.above = above
    self.atMost = atMost
    self.isWithin = isWithin
    self.count = count
  }
}

/// The classes that answer times are counted in: up to ten within the limit, so that it is the end of one,
/// as many beyond, up to twice the limit, and one for all longer times.
struct AnswerTimeClasses: Sendable {
  /// The last time of each class within the limit.
  private let ends: [Double]
  /// That of each class beyond it, but for the last, which has none.
  private let beyond: [Double]

  init(_ duration: CaseLimit.Duration) {
    let limit: Double =
      switch duration {
      case .workingDays(let days): Double(days)
      case .hours(let hours): hours
      }
    // What has to be done the same day has one class: none.
    guard limit > 0 else {
      (ends, beyond) = ([0], [1])
      return
    }
    let whole = Int(exactly: limit) ?? 0
    let count = (1...10).contains(whole) ? whole : (5...10).last { whole % $0 == 0 } ?? 10
    // Days and hours are told whole, though the classes be one wider than the other.
    let ends = (1...count).map { place in
      let end = limit * Double(place) / Double(count)
      return whole > 0 ? end.rounded() : end
    }
    (self.ends, beyond) = (ends, ends.map { limit + $0 })
  }

  /// How many classes there are.
  var count: Int { ends.count + beyond.count + 1 }

  /// The class of an answered case. Whether it kept the limit is told by its days: an answer on a day off
  /// has taken no more working days than one on the working day before it.
  func place(of time: Double, isWithin: Bool) -> Int {
    if isWithin { return ends.firstIndex { time <= $0 } ?? ends.count - 1 }
    return ends.count + (beyond.firstIndex { time <= $0 } ?? beyond.count)
  }

  /// The classes with their cases, as far as there are any beyond the limit.
  func counted(_ counts: [Int: Int]) -> [AnswerTimeClass] {
    let all = ends + beyond
    let last = max(counts.filter { $0.value > 0 }.keys.max() ?? 0, ends.count - 1)
    return (0...last).map { place in
      AnswerTimeClass(
        above: place == 0 ? 0 : all[place - 1], atMost: place < all.count ? all[place] : nil,
        isWithin: place < ends.count, count: counts[place] ?? 0)
    }
  }
}

extension [AnswerTimeClass] {
  /// The classes with neighbours put together until each holds at least so many cases; those on one side of
  /// the limit, if that side has fewer, are one class. The last class beyond the limit has no end: where the
  /// longest times end tells of the case that took longest.
  public func merged(atLeast minimum: Int) -> [AnswerTimeClass] {
    [true, false].flatMap { isWithin -> [AnswerTimeClass] in
      var merged: [AnswerTimeClass] = []
      for next in self where next.isWithin == isWithin {
        if let last = merged.last, last.count < minimum {
          merged[merged.count - 1].join(next)
        } else {
          merged.append(next)
        }
      }
      if merged.count > 1, let last = merged.last, last.count < minimum {
        merged.removeLast()
        merged[merged.count - 1].join(last)
      }
      if !isWithin, let last = merged.indices.last { merged[last].atMost = nil }
      return merged
    }
  }
}

extension AnswerTimeClass {
  /// Takes the class behind it in.
  fileprivate mutating func join(_ next: AnswerTimeClass) {
    atMost = next.atMost
    count += next.count
  }
}
