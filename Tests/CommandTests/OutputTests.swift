import Diagnostics
import Testing
import WorkspaceQuery

@testable import nyckeltal

/// A file that appears whole or not at all.
@Suite struct OutputTests {
  @Test func appearsAtTheEnd() throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let path = folder.path + "/x.csv"
    let output = try ResultOutput(.file(path))
    try output.append("abc")
    #expect(!folder.names.contains("x.csv"))
    try output.finish()
    #expect(folder.names == ["x.csv"])
    #expect(folder.bytes(of: "x.csv") == Array("abc".utf8))
  }

  @Test func leavesNoHalfFile() throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    do {
      let output = try ResultOutput(.file(folder.path + "/x.csv"))
      try output.append(String(repeating: "x", count: 100_000))
      #expect(folder.names.count == 1)
    }
    #expect(folder.names == [])
  }

  @Test func whatAKilledProcessLeftStandsInNobodysWay() throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let path = folder.path + "/x.csv"
    let left = try ResultOutput(.file(path))
    let output = try ResultOutput(.file(path))
    try output.append("abc")
    try output.finish()
    #expect(folder.names.count == 2)
    #expect(folder.bytes(of: "x.csv") == Array("abc".utf8))
    withExtendedLifetime(left) {}
  }

  @Test func aFolder() throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let path = folder.path
    #expect {
      _ = try ResultOutput(.file(path))
    } throws: { error in
      (error as? Diagnostic)?.formatted() == """
        \(path): error[output]: this is a folder, not a file
          fix: name a file in it with --output
        """
    }
  }

  @Test func noFolder() {
    let path = "/no/such/folder/x.csv"
    #expect {
      _ = try ResultOutput(.file(path))
    } throws: { error in
      (error as? Diagnostic)?.formatted() == """
        /no/such/folder/x.csv: error[output]: there is no folder '/no/such/folder'
          fix: create it   mkdir -p '/no/such/folder'
        """
    }
  }
}
