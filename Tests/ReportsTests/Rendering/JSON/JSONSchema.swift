import Foundation

/// As much of JSON Schema (draft 2020-12) as `schemas/` uses. A word that it does not know is a problem,
/// so that no rule of a schema is passed over in silence.
struct JSONSchema {
  let root: [String: Any]

  init(_ data: Data) throws {
    root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// What in a value breaks the schema, with the place.
  func problems(_ value: Any) -> [String] { problems(value, root, "$") }

  private func problems(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    var found: [String] = []
    for (word, rule) in schema {
      found += problems(value, word, rule, schema, place)
    }
    return found
  }

  private func problems(
    _ value: Any, _ word: String, _ rule: Any, _ schema: [String: Any], _ place: String
  ) -> [String] {
    let object = value as? [String: Any]
    let array = value as? [Any]
    switch (word, rule) {
    case ("$schema", _), ("title", _), ("description", _), ("$defs", _): return []
    case ("$ref", let name as String):
      let definitions = root["$defs"] as? [String: Any]
      guard let target = definitions?[String(name.dropFirst(8))] as? [String: Any] else {
        return ["\(place): no \(name)"]
      }
      return problems(value, target, place)
    case ("type", _):
      let types = rule as? [String] ?? [rule as? String ?? ""]
      return types.contains { Self.is(value, $0) } ? [] : ["\(place): not \(types): \(value)"]
    case ("const", _), ("enum", _):
      let allowed = rule as? [Any] ?? [rule]
      return allowed.contains { ($0 as? NSObject) == (value as? NSObject) }
        ? [] : ["\(place): \(value) is not among \(allowed)"]
    case ("required", let names as [String]):
      return names.filter { object?[$0] == nil }.map { "\(place): no \($0)" }
    case ("properties", let members as [String: [String: Any]]):
      return members.flatMap { name, member in
        (object?[name]).map { problems($0, member, "\(place).\(name)") } ?? []
      }
    case ("additionalProperties", let isAllowed as Bool):
      let known = schema["properties"] as? [String: Any] ?? [:]
      let others = (object ?? [:]).keys.filter { known[$0] == nil }
      return isAllowed ? [] : others.map { "\(place): \($0) is unknown" }
    case ("items", let item as [String: Any]):
      return (array ?? []).enumerated().flatMap { problems($1, item, "\(place)[\($0)]") }
    case ("oneOf", let choices as [[String: Any]]):
      let fitting = choices.count { problems(value, $0, place).isEmpty }
      return fitting == 1 ? [] : ["\(place): fits \(fitting) of \(choices.count) kinds"]
    case ("minItems", let least as Int):
      return (array?.count ?? least) < least ? ["\(place): short"] : []
    case ("minProperties", let least as Int):
      return (object?.count ?? least) < least ? ["\(place): empty"] : []
    case ("minimum", let least as Int):
      return ((value as? NSNumber)?.doubleValue ?? Double(least)) < Double(least)
        ? ["\(place): below \(least)"] : []
    default: return ["the schema says '\(word)', which this validator does not know"]
    }
  }

  private static func `is`(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "boolean": isFlag(value)
    case "number": value is NSNumber && !isFlag(value)
    case "integer":
      (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } == true
        && !isFlag(value)
    default: false
    }
  }

  /// Foundation keeps truth values as numbers of their own type.
  private static func isFlag(_ value: Any) -> Bool {
    (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
  }
}
