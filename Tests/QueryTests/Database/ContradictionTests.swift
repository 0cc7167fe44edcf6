import Query
import Synchronization
import Tables
import Testing

/// A file whose later rows contradict its first: the statement starts again with what is known now.
@Suite struct ContradictionTests {
  /// A catalogue that opens sources by a function and counts how often.
  final class Opening: Catalogue {
    let open: @Sendable (Int) -> any ChunkSource
    private let count = Mutex(0)
    init(_ open: @escaping @Sendable (Int) -> any ChunkSource) { self.open = open }
    var tableNames: [String] { ["t"] }
    var opened: Int { count.withLock { $0 } }
    func source(named name: String) -> (any ChunkSource)? {
      let number = count.withLock { count in
        count += 1
        return count
      }
      return open(number)
    }
  }

  /// Looks like numbers until it is read.
  struct Deceiver: ChunkSource {
    let truth: @Sendable () -> any ChunkSource
    var schema: Schema { Schema([Field("v", .integer)]) }
    var rowCount: Int? { nil }
    var byteCount: Int? { nil }
    func open(columns: [Int]) -> any ChunkScan { Scan(truth: truth) }

    struct Scan: ChunkScan {
      let truth: @Sendable () -> any ChunkSource
      var bytesRead: Int { 0 }
      func reader() -> any ChunkReader { Reader(truth: truth) }
    }
    struct Reader: ChunkReader {
      let truth: @Sendable () -> any ChunkSource
      mutating func next() throws -> (part: Int, chunks: [Chunk])? {
        throw TypeContradiction(source: truth)
      }
    }
  }

  static let words = TableSource(
    DatabaseTests.table("t", [("v", .text, [.text("1"), .text("x")])]))

  @Test func startsAgain() throws {
    let catalogue = Opening { _ in Deceiver { Self.words } }
    let result = try Database(catalogue: catalogue).query("SELECT * FROM t")
    #expect(result.columns == [QueryColumn("v", .text)])
    #expect(result.rows.map { $0[0] } == [.text("1"), .text("x")])
    #expect(catalogue.opened == 1)
  }

  /// The columns are told once, with the types that hold.
  @Test func tellsColumnsOnce() throws {
    let run = StatementRun(
      "SELECT * FROM t", in: Opening { _ in Deceiver { Deceiver { Self.words } } },
      options: QueryOptions())
    var told: [[QueryColumn]] = []
    try run.run(start: { told.append($0) }, handle: { _ in })
    #expect(told == [[QueryColumn("v", .text)]])
  }

  @Test func givesUp() {
    @Sendable func never() -> any ChunkSource { Deceiver { never() } }
    #expect(
      throws: QueryError(
        "the types of a file's columns keep changing while it is read",
        hint: "is another program writing to it?")
    ) { try Database(catalogue: Opening { _ in never() }).query("SELECT * FROM t") }
  }

  @Test func cancelledBeforeItStarts() {
    let run = StatementRun(
      "SELECT * FROM t", in: Opening { _ in Self.words }, options: QueryOptions())
    run.cancel()
    #expect(throws: QueryCancelled.self) { try run.run(start: { _ in }, handle: { _ in }) }
  }
}
