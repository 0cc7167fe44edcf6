import Query
import Tables
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Names of files.
@Suite struct FileCatalogueTests {
  @Test(arguments: [
    ("visits.csv", true), ("VISITS.CSV", true), ("a/b.tsv", true), ("a.csv.gz", true),
    ("a.csv.zst", true), ("-", true), ("/dev/stdin", true), ("./x", true), ("../x", true),
    ("waves-*", true), ("wave?", true), ("x[12]", true), ("visits", false),
    ("kansli/finance", false),
    ("a.b", false),
  ]) func isPath(_ name: String, _ expected: Bool) {
    #expect(DataFiles.isPath(name) == expected)
  }

  @Test(arguments: [
    ("visits.csv", "visits"), ("visits.csv.gz", "visits"), ("a/b.TSV.zst", "a/b"), ("x", "x"),
    ("2024.1.csv", "2024.1"),
  ]) func stem(_ file: String, _ expected: String) {
    #expect(DataFiles.stem(file) == expected)
  }

  @Test func folderOfFiles() throws {
    let folder = try Folder([
      "b.csv": "x\n1\n", "a.csv": "y\n2\n", "notes.txt": "no", ".h.csv": "z\n",
    ])
    defer { folder.remove() }
    let database = Database(folder: folder.path, tables: [DatabaseTests.people])
    #expect(
      try database.query("SHOW TABLES").rows.map { $0["table"] }
        == [.text("people"), .text("a"), .text("b")])
    #expect(try database.query("SELECT * FROM b").rows[0]["x", as: Int.self] == 1)
    let path = folder.path + "/a.csv"
    #expect(try Database().query("SELECT * FROM \"\(path)\"").rows[0]["y", as: Int.self] == 2)
  }

  @Test(arguments: ["answers.cvs", "answrs.csv"])
  func namesTheNearestFile(_ typed: String) throws {
    let folder = try Folder(["answers.csv": "x\n1\n", "cases.csv": "y\n2\n"])
    defer { folder.remove() }
    #expect {
      try Database().query("SELECT * FROM \"\(folder.path)/\(typed)\"")
    } throws: { error in
      (error as? QueryError)?.hint == "did you mean \"\(folder.path)/answers.csv\"?"
    }
  }

  @Test func standardInputHoldsTheQuery() {
    let database = Database(catalogue: FileCatalogue(readsStandardInput: false))
    #expect {
      try database.query("SELECT * FROM \"-\"")
    } throws: { error in
      (error as? QueryError)?.message
        == "standard input holds the query, so it cannot hold its data too"
    }
  }
}

/// A folder for one test.
struct Folder {
  let path: String
  private let names: [String]

  init(_ files: [String: String]) throws {
    var template = Array("/tmp/nyckeltal-test-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? "/tmp"
    }
    names = Array(files.keys)
    for (name, text) in files {
      let file = fopen(path + "/" + name, "w")
      fputs(text, file)
      if let file { fclose(file) }
    }
  }

  func remove() {
    for name in names { unlink(path + "/" + name) }
    rmdir(path)
  }
}
