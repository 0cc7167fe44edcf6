@testable import Query

extension Expression {
  /// The tree with every operation in brackets, so that a test shows what belongs together.
  var shape: String {
    switch self {
    case .number(let number): "\(number)"
    case .text(let text): "'\(text)'"
    case .boolean(let boolean): boolean ? "true" : "false"
    case .null: "null"
    case .name(let name): name
    case .negated(let operand): "[- \(operand.shape)]"
    case .not(let operand): "[not \(operand.shape)]"
    case .binary(let op, let left, let right): "[\(left.shape) \(op.rawValue) \(right.shape)]"
    case .isIn(let operand, let list, let negated):
      "[\(operand.shape)\(negated ? " not" : "") in \(list.map(\.shape).joined(separator: ","))]"
    case .isNull(let operand, let negated): "[\(operand.shape) is\(negated ? " not" : "") null]"
    case .aggregate(let function, let argument, let filter):
      "\(function.rawValue)(\(argument?.shape ?? "*"))\(filter.map { " where \($0.shape)" } ?? "")"
    }
  }
}
