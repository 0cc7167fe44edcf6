internal import Tables

extension Chunk {
  /// The same rows with 0.0 for -0.0, which is a sign that no reader of a figure can use.
  var withoutMinusZero: Chunk {
    var chunk = self
    for (column, vector) in columns.enumerated() {
      guard case .real(let values) = vector.storage,
        values.contains(where: { $0 == 0 && $0.sign == .minus })
      else { continue }
      chunk.columns[column] = Vector(.real(values.map { $0 + 0 }), nulls: vector.nulls)
    }
    return chunk
  }
}
