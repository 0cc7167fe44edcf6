package import Tables

/// A bound scalar expression: names are resolved to columns of the input chunk, types are known,
/// implicit casts are written out. Aggregates and window functions never stand in one: they are
/// columns of the step below.
///
/// `at` is a place in the query's text: Unicode scalars from 1; 0 when unknown.
package indirect enum Expression: Hashable, Sendable {
  /// A constant. The type matters for NULL.
  case literal(Cell, ColumnType)
  /// A column of the input chunk.
  case column(Int, ColumnType)
  /// A value of the row of the query around a correlated subquery: ``EvaluationContext/parameters``.
  case parameter(Int, ColumnType)
  /// A function or operator of ``ScalarCatalogue``; arguments have exactly the signature's types.
  case call(ScalarSignature, [Expression], at: Int)
  /// Three-valued; operands are evaluated from the left, later ones only where the earlier do not
  /// decide, so that `n <> 0 AND x / n > 1` never divides by zero.
  case and([Expression])
  case or([Expression])
  case not(Expression)
  case isNull(Expression, negated: Bool)
  /// CASE: each branch is evaluated only in the rows that reach it.
  case choose([Branch], otherwise: Expression?, ColumnType)
  /// The first value that is not null, evaluated only where needed.
  case coalesce([Expression], ColumnType)
  case cast(Expression, ColumnType, CastLimit?, at: Int)
  /// `operand [NOT] IN (list)`, all of one type.
  case isIn(Expression, [Expression], negated: Bool)
  case subquery(Subquery, at: Int)
  /// What is written once and needed more than once: the operands are computed first, and the body, which
  /// is the value, reads them as ``operand``. So what is nested deep stays as small as it is written.
  case with([Expression], Expression)
  /// An operand of the innermost ``with`` around it.
  case operand(Int, ColumnType)

  package struct Branch: Hashable, Sendable {
    package var condition: Expression
    package var result: Expression
    package init(condition: Expression, result: Expression) {
      self.condition = condition
      self.result = result
    }
  }

  /// The type of the value.
  package var type: ColumnType {
    switch self {
    case .literal(_, let type), .column(_, let type), .parameter(_, let type),
      .operand(_, let type):
      type
    case .call(let signature, _, _): signature.result
    case .and, .or, .not, .isNull, .isIn: .boolean
    case .choose(_, _, let type), .coalesce(_, let type), .cast(_, let type, _, _): type
    case .subquery(let subquery, _): subquery.type
    case .with(_, let body): body.type
    }
  }
}

/// What a cast checks beyond the type.
package indirect enum CastLimit: Hashable, Sendable {
  /// `smallint`, `integer`: so many bits.
  case bits(Int)
  /// `varchar(n)`: cut after so many characters.
  case characters(Int)
  /// `char(n)`, `bpchar`: likewise, where a length is given, and without the blanks at the end, which mean
  /// nothing. Those that PostgreSQL shows are left out.
  case blankPadded(Int?)
  /// `numeric(p, s)`: rounded to so many digits after the point, refused beyond the precision.
  case digits(precision: Int, scale: Int)
  /// `timestamp(p)`, `interval(p)`: rounded to so many digits of a second.
  case fraction(Int)
  /// `try_cast`: NULL for what cannot be cast within the limit.
  case orNull(CastLimit?)
  /// `date`… from text with nothing else: no limit is `nil`.
}
