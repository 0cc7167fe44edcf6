import Dispatch
import Query
import Synchronization
import Testing

@Suite struct OnceValueTests {
  private struct Refusal: Error, Equatable {}

  @Test("many ask, one computes") func once() {
    let value = OnceValue<Int, Never>()
    let values = OnceValues<Int, Int, Never>()
    let computed = Atomic(0)
    let found = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 64) { index in
      let one = value.value {
        computed.add(1, ordering: .relaxed)
        return 7
      }
      let keyed = values.value(index % 4) {
        computed.add(1, ordering: .relaxed)
        return index % 4
      }
      found.add(one + keyed, ordering: .relaxed)
    }
    // One value, and one for each of four keys.
    #expect(computed.load(ordering: .relaxed) == 1 + 4)
    #expect(found.load(ordering: .relaxed) == 64 * 7 + 16 * (0 + 1 + 2 + 3))
  }

  @Test("an error is kept like a value") func errors() {
    let value = OnceValue<Int, Refusal>()
    #expect(throws: Refusal()) {
      try value.value { () throws(Refusal) in throw Refusal() }
    }
    #expect(throws: Refusal()) { try value.value { () throws(Refusal) in 1 } }
  }

  @Test("what was let go of is computed anew") func release() {
    let values = OnceValues<String, Int, Never>()
    #expect(values.value("a") { 1 } == 1)
    #expect(values.value("a") { 2 } == 1)
    values.release()
    #expect(values.value("a") { 2 } == 2)
  }
}
