import Testing

@testable import Query

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Threads with a large stack")
struct LargeStackTests {
  @Test("more statements than a process has keys for threads leave keys for others")
  func keys() throws {
    for number in 0..<1100 {
      _ = try LargeStack.run { try Parser.parse("SELECT \(number)") }
    }
    var key = pthread_key_t()
    #expect(pthread_key_create(&key, nil) == 0)
    pthread_key_delete(key)
  }

  @Test("work inside work has a stack of its own, and errors come back")
  func nested() throws {
    let sum = try LargeStack.run { try 1 + LargeStack.run { 2 } }
    #expect(sum == 3)
    #expect(throws: QueryError.self) {
      try LargeStack.run { throw QueryError("no") }
    }
  }
}
