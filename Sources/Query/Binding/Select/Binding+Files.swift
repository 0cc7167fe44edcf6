internal import Diagnostics
internal import TableFiles
internal import Tables

extension Binding {
  /// `read_csv('file.csv', header := false, delimiter := ';')`: a file of which the query says how it is
  /// written. What it does not say is found out from the file.
  func file(_ call: SyntaxNode, _ node: SyntaxNode, _ surroundings: Surroundings) throws
    -> FromItem
  {
    let level = Level(surroundings, from: .nothing)
    let arguments = call.list("args")
    // As it stands in the text: whoever asks what a statement reads has to see it.
    guard let first = arguments.first, let path = first.node("sval")?.text("sval") else {
      throw error(
        "read_csv takes the path of a file in quotes first", call,
        hint: "write read_csv('file.csv', header := false)")
    }
    var text = TextOptions()
    for argument in arguments.dropFirst() { try set(argument, of: &text, in: level) }
    do {
      let source = try catalogue.source(ofFile: path, written: text)
      let fields = source.schema.fields
      let plan = Plan.scan(Scan(name: path, source: source, columns: Array(fields.indices)))
      return try aliased(
        plan, Self.columns(of: source), node.node("alias"), standard: path, node)
    } catch var error as QueryError {
      if error.position == nil { error.position = at(first) }
      throw error
    }
  }

  private func set(_ argument: SyntaxNode, of text: inout TextOptions, in level: Level) throws {
    let known = TextOptions.Name.allCases.map(\.rawValue)
    guard argument.kind == "NamedArgExpr", let value = argument.node("arg") else {
      throw error(
        "the options of read_csv have names", argument, hint: "write them as header := false")
    }
    let given = argument.text("name") ?? ""
    let name = given == OptionNames.replacement ? OptionNames.word : given
    guard let option = TextOptions.Name(rawValue: name) else {
      throw error(
        "read_csv has no option \"\(name)\"", argument,
        hint: suggestion(for: name, among: known) ?? "known: " + known.joined(separator: ", "))
    }
    do {
      try text.set(option, to: fileArgument(value, in: level).fileText)
    } catch let fault as TextOptions.Fault {
      throw error("option \(fault.message)", value)
    }
  }

  private func fileArgument(_ node: SyntaxNode, in level: Level) throws -> Cell {
    let bound = try expression(node, in: level)
    return try value(bound.expression, at: bound.at, of: "an argument of read_csv")
  }
}

extension Cell {
  /// The value as an option is written.
  fileprivate var fileText: String {
    switch self {
    case .boolean(let value): value ? "true" : "false"
    case .text(let value): value
    case .integer(let value): String(value)
    default: ""
    }
  }
}
