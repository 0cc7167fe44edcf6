internal import Synchronization

/// Work on several things at a time.
enum InParallel {
  /// The result of each element, in order.
  static func map<Element: Sendable, Result>(
    _ elements: some Collection<Element>, threads: Int,
    _ transform: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    let elements = Array(elements)
    let results = elements.map { _ in Handover<Result?>(nil) }
    let next = Numbers()
    let work: @Sendable (Int) -> Void = { _ in
      while true {
        let number = next.taken()
        if number >= elements.count { return }
        results[number].value = transform(elements[number])
      }
    }
    let others = WorkerThreads(max(0, min(threads, elements.count) - 1)) { work($0) }
    work(0)
    others.join()
    return results.compactMap(\.value)
  }
}

/// Numbers from 0 on, each given once, to whichever thread asks.
final class Numbers: Sendable {
  private let next = Atomic<Int>(0)
  func taken() -> Int { next.add(1, ordering: .relaxed).oldValue }
}
