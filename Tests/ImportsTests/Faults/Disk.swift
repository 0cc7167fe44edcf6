internal import Foundation

/// A disk as a file system keeps it: what was synced is there after a power cut, and of the rest what the system
/// happened to write.
///
/// Files and folders are numbers, as on disk. A folder keeps which names it holds when it is synced, a file its bytes.
/// What of the names was not synced is there up to some point in the order of the changes, as a journal has it; bytes
/// that were not synced are lost.
struct Disk {
  private struct Node {
    /// The bytes that were synced, and those that were written; `nil` for a folder.
    var synced: [UInt8]?
    var written: [UInt8]?
    var isFolder: Bool { written == nil }
  }

  /// Names that a change sets or takes away, all at once.
  private struct Names {
    var changes: [(folder: Int, name: String, node: Int?)]
  }

  private let root: String
  private var nodes: [Node] = [Node()]
  /// Which names the folders held before, all of them synced.
  private var before: [[String: Int]] = [[:]]
  /// Which they hold now.
  private var now: [[String: Int]] = [[:]]
  private var names: [Names] = []
  /// How many changes of names were made when a folder was synced last.
  private var syncedNames: [Int: Int] = [:]

  /// The disk with what is in a folder.
  init(_ root: String) throws {
    self.root = root
    try read("", into: 0)
    now = before
  }

  private mutating func read(_ path: String, into folder: Int) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: root + path) {
      var isFolder: ObjCBool = false
      let place = "\(root)\(path)/\(name)"
      _ = FileManager.default.fileExists(atPath: place, isDirectory: &isFolder)
      let bytes =
        isFolder.boolValue ? nil : Array(try Data(contentsOf: URL(fileURLWithPath: place)))
      let node = add(Node(synced: bytes, written: bytes))
      before[folder][name] = node
      if isFolder.boolValue { try read("\(path)/\(name)", into: node) }
    }
  }

  private mutating func add(_ node: Node) -> Int {
    nodes.append(node)
    before.append([:])
    now.append([:])
    return nodes.count - 1
  }

  // MARK: Changes

  /// Where a path stands: its folder, its name, and what bears it now.
  private func place(_ path: String) -> (folder: Int, name: String, node: Int?)? {
    guard path.hasPrefix(root + "/") else { return nil }
    var folder = 0
    let parts = path.dropFirst(root.count + 1).split(separator: "/").map(String.init)
    for part in parts.dropLast() {
      guard let next = now[folder][part] else { return nil }
      folder = next
    }
    return parts.last.map { (folder, $0, now[folder][$0]) }
  }

  private mutating func set(_ changes: [(folder: Int, name: String, node: Int?)]) {
    for change in changes { now[change.folder][change.name] = change.node }
    names.append(Names(changes: changes))
  }

  /// Makes a change that the system has made.
  mutating func make(_ change: RecordedChange) {
    switch change {
    case .create(let path):
      guard let place = place(path) else { return }
      set([(place.folder, place.name, add(Node(synced: [], written: [])))])
    case .makeFolder(let path):
      guard let place = place(path) else { return }
      set([(place.folder, place.name, add(Node()))])
    case .write(let path, let bytes):
      guard let node = place(path)?.node else { return }
      nodes[node].written? += bytes
    case .sync(let path):
      guard let node = place(path)?.node else { return }
      nodes[node].synced = nodes[node].written
    case .syncFolder(let path):
      guard let node = path == root ? 0 : place(path)?.node else { return }
      syncedNames[node] = names.count
    case .link(let old, let new):
      guard let node = place(old)?.node, let place = place(new) else { return }
      set([(place.folder, place.name, node)])
    case .rename(let old, let new):
      guard let from = place(old), let to = place(new) else { return }
      set([(from.folder, from.name, nil), (to.folder, to.name, from.node)])
    case .exchange(let old, let new):
      guard let first = place(old), let second = place(new) else { return }
      set([(first.folder, first.name, second.node), (second.folder, second.name, first.node)])
    case .removeFile(let path), .removeFolder(let path):
      guard let place = place(path) else { return }
      set([(place.folder, place.name, nil)])
    case .setMode: break
    }
  }

  // MARK: After a power cut

  /// How many changes of names were made.
  var changeCount: Int { names.count }

  /// Up to which change of names everything is kept, whatever the system wrote of itself.
  var keptCount: Int { names.indices.first { !isKept($0) } ?? names.count }

  private func isKept(_ place: Int) -> Bool {
    names[place].changes.allSatisfy { syncedNames[$0.folder, default: 0] > place }
  }

  /// Writes what is there after a power cut into a folder; `count` is how many changes of names the system
  /// wrote of itself, before their folders were synced.
  func restore(to folder: String, names count: Int) throws {
    var entries = before
    for (place, change) in names.enumerated() where place < count || isKept(place) {
      for change in change.changes { entries[change.folder][change.name] = change.node }
    }
    try write(0, entries, to: folder)
  }

  private func write(_ node: Int, _ entries: [[String: Int]], to path: String) throws {
    guard nodes[node].isFolder else {
      try Data(nodes[node].synced ?? []).write(to: URL(fileURLWithPath: path))
      return
    }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, child) in entries[node] { try write(child, entries, to: "\(path)/\(name)") }
  }
}
