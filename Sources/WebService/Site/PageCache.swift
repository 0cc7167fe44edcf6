internal import Labels
internal import NIOCore
internal import Synchronization

/// Pages and files that were made of a state, kept while there is room.
final class PageCache: Sendable {
  /// What is kept: markup around the place of what each reader has of her own, or a file.
  struct Entry: Sendable {
    var first: ByteBuffer
    var second: ByteBuffer

    var size: Int { first.readableBytes + second.readableBytes }
  }

  private struct State {
    var entries: [String: (entry: Entry, used: UInt64)] = [:]
    var size = 0
    var clock: UInt64 = 0
  }

  /// The most bytes that are kept.
  private let limit: Int
  private let state = Mutex(State())

  init(limit: Int = 24 << 20) { self.limit = limit }

  /// What is kept under a name.
  func entry(_ name: String) -> Entry? {
    state.withLock { state in
      guard let found = state.entries[name]?.entry else { return nil }
      state.clock += 1
      state.entries[name]?.used = state.clock
      return found
    }
  }

  /// Keeps something; what was used longest ago goes.
  func keep(_ entry: Entry, as name: String) {
    guard entry.size <= limit / 2 else { return }
    state.withLock { state in
      state.size -= state.entries[name]?.entry.size ?? 0
      state.clock += 1
      state.entries[name] = (entry, state.clock)
      state.size += entry.size
      while state.size > limit,
        let oldest = state.entries.min(by: { $0.value.used < $1.value.used })
      {
        state.size -= oldest.value.entry.size
        state.entries[oldest.key] = nil
      }
    }
  }
}
