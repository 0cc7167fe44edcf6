import Diagnostics
import Foundation
import TableFiles
import Testing

/// Files that are made once.
@Suite struct NewFileTests {
  @Test("of many who write a new file at once one does, and all others know") func once()
    async throws
  {
    let folder = NSTemporaryDirectory() + "nyckeltal-new-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/report-1.json"
    let written = try await withThrowingTaskGroup(of: Int?.self) { group in
      for number in 0..<16 {
        group.addTask {
          try WholeFile.writeNew(Array("\(number)".utf8), to: path) ? number : nil
        }
      }
      return try await group.reduce(into: [Int]()) { if let number = $1 { $0.append(number) } }
    }
    #expect(written.count == 1)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text == written.first.map { String($0) })
    // Nothing of the others is left.
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["report-1.json"])
    #expect(throws: Diagnostic.self) { try WholeFile.writeNew([], to: folder + "/no/such/file") }
  }
}
