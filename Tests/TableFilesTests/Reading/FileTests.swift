import Diagnostics
import Foundation
import TableFiles
import Tables
import Testing

@Suite("Files")
struct FileTests {
  static func temporary(_ bytes: [UInt8]) throws -> String {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("csv-\(UUID().uuidString).csv")
    try Data(bytes).write(to: url)
    return url.path
  }

  @Test("A file is read whole", arguments: [0, 1, 65_535, 65_536, 65_537, 300_000])
  func whole(size: Int) throws {
    let row = Array("1,x\n".utf8)
    let bytes = Array("a,b\n".utf8) + (0..<size / 4).flatMap { _ in row }
    let path = try Self.temporary(bytes)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try CSVReader.read(file: path, named: "data/t.csv")
    #expect(file.table.rowCount == size / 4)
    #expect(file.table.file == "data/t.csv")
  }

  @Test("A file without a size")
  func device() throws {
    let file = try CSVReader.read(file: "/dev/null")
    #expect(file.codes == ["csv-empty"])
  }

  @Test("Devices and pipes are no files, whoever asks", .timeLimit(.minutes(1)))
  func endless() throws {
    let folder = try Folder()
    let (pipe, link) = (folder.path + "/pipe.csv", folder.path + "/link.csv")
    mkfifo(pipe, 0o600)
    symlink("/dev/zero", link)
    for path in [pipe, link, "/dev/zero"] {
      for open in [{ _ = try CSVReader.read(file: path) }, { _ = try FileSource.open(path) }] {
        let error = #expect(throws: Diagnostic.self, performing: open)
        #expect(error?.message == "this is a device or a pipe, not a file")
      }
    }
  }

  @Test(
    "A file that is larger than memory is not read whole", .timeLimit(.minutes(1))
  )
  func larger() throws {
    let folder = try Folder()
    let path = try folder.write(Array("a,b\n1,2\n".utf8))
    try #require(truncate(path, 1 << 40) == 0)
    let error = #expect(throws: Diagnostic.self) { try CSVReader.read(file: path) }
    #expect(error?.message == "the file is too large to be read whole")
  }

  @Test("A file that is not there")
  func missing() {
    let error = #expect(throws: Diagnostic.self) {
      try CSVReader.read(file: "/no/such/file.csv", named: "file.csv")
    }
    #expect(
      error?.formatted() == """
        file.csv: error[csv-file]: there is no such file
          fix: check the path
        """)
  }

  @Test("A folder")
  func folder() {
    let error = #expect(throws: Diagnostic.self) {
      try CSVReader.read(file: "/", named: "data")
    }
    #expect(
      error?.formatted() == """
        data: error[csv-file]: this is a folder, not a file
          fix: name a file in it
        """)
  }

  @Test("A file that may not be read", .enabled(if: getuid() != 0, "root may read all files"))
  func permission() throws {
    let path = try Self.temporary([])
    defer { try? FileManager.default.removeItem(atPath: path) }
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let error = #expect(throws: Diagnostic.self) { try CSVReader.read(file: path) }
    #expect(error?.message == "the file may not be read")
  }
}
