/// How a notebook is run.
package struct RunSettings: Sendable {
  /// The folder that its names of files start from.
  package var folder: NotebookFolder
  /// Whether cells are run whose outputs are fresh, and outputs overwritten that were edited.
  package var isForced: Bool
  /// Whether what cells publish of persons is put on the workspace's record.
  package var isRecorded: Bool
  /// How many cells run at once; as many as there are processors if `nil`.
  package var threads: Int?
  /// The engine's version of meaning; another one only in tests.
  var meaning = EngineMeaning.version
  /// Hashes, lists, opens and reads files; others only in tests, which count.
  var hashing: @Sendable (String) -> ContentHash? = InputFiles.hash(ofFile:)
  var listing: @Sendable (InputFiles.Place) -> [String] = InputFiles.names(of:)
  var opening: NotebookTables.Opening = NotebookTables.file
  var reading: @Sendable (String) -> [UInt8]? = NotebookFile.read

  /// Settings; the folder is that of the notebook.
  package init(
    folder: NotebookFolder, isForced: Bool = false, isRecorded: Bool = false, threads: Int? = nil
  ) {
    self.folder = folder
    self.isForced = isForced
    self.isRecorded = isRecorded
    self.threads = threads
  }
}
