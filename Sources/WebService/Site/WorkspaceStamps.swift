internal import Imports
internal import Synchronization
internal import TableFiles
internal import Workspace

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The files that a workspace is read from, by what the system says of them and by what they hold.
struct WorkspaceStamps: Sendable {
  private struct Input: Sendable {
    var stamp: FileStamp?
    var hash: [UInt8]
  }

  private var inputs: [String: Input] = [:]
  private var folders: [String: FileStamp?] = [:]

  /// The stamps of now. Only files whose stamps are not known are read for their hashes.
  init(of workspace: String, known: WorkspaceStamps?) {
    for name in WorkspaceInputs.names(in: workspace) {
      let path = "\(workspace)/\(name)"
      let stamp = FileStamp(path)
      if let before = known?.inputs[name], before.stamp == stamp {
        inputs[name] = before
      } else {
        inputs[name] = Input(stamp: stamp, hash: Self.hash(path))
      }
      var folder = name
      while let slash = folder.lastIndex(of: "/") {
        folder = String(folder[..<slash])
        folders[folder] = .some(FileStamp("\(workspace)/\(folder)"))
      }
    }
    folders[""] = .some(FileStamp(workspace))
  }

  /// Whether no file has another stamp, and no folder another list of names.
  func areCurrent(in workspace: String) -> Bool {
    folders.allSatisfy { name, stamp in
      FileStamp(name.isEmpty ? workspace : "\(workspace)/\(name)") == stamp
    } && inputs.allSatisfy { name, input in FileStamp("\(workspace)/\(name)") == input.stamp }
  }

  /// Whether the files hold the same, whatever their stamps.
  func holdsSame(as other: WorkspaceStamps) -> Bool {
    inputs.count == other.inputs.count
      && inputs.allSatisfy { other.inputs[$0.key]?.hash == $0.value.hash }
  }

  private static func hash(_ path: String) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return SHA256.digest(of: Array(data))
  }
}
