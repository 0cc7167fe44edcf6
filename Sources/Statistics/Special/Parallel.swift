internal import Dispatch

/// Work cut into numbered blocks, done by all cores.
enum Parallel {
  /// The results of all blocks, in the order of their numbers.
  ///
  /// The number of blocks must not depend on the number of cores where the result depends on the
  /// cut, for instance in a sum.
  ///
  /// - Throws: what the first block in order threw.
  static func map<Result: Sendable>(
    blocks: Int, _ work: @Sendable (Int) throws(StatisticsError) -> Result
  ) throws(StatisticsError) -> [Result] {
    let results = Slots<Result>(count: blocks)
    DispatchQueue.concurrentPerform(iterations: blocks) { block in
      do throws(StatisticsError) {
        results[block] = .success(try work(block))
      } catch {
        results[block] = .failure(error)
      }
    }
    return try results.collected()
  }

  /// One place per block. Safe although unchecked: each place is written by one block only, and
  /// read after all blocks are done.
  private final class Slots<Value>: @unchecked Sendable {
    private let places: UnsafeMutableBufferPointer<Result<Value, StatisticsError>?>

    init(count: Int) {
      places = .allocate(capacity: count)
      places.initialize(repeating: nil)
    }

    deinit {
      places.deinitialize()
      places.deallocate()
    }

    subscript(block: Int) -> Result<Value, StatisticsError>? {
      get { places[block] }
      set { places[block] = newValue }
    }

    func collected() throws(StatisticsError) -> [Value] {
      var values: [Value] = []
      values.reserveCapacity(places.count)
      for place in places {
        switch place {
        case .success(let value): values.append(value)
        case .failure(let error): throw error
        case nil: preconditionFailure("every block writes its place")
        }
      }
      return values
    }
  }
}
