internal import Tables

/// A text as answers are compared: trimmed and in lower case.
func folded(_ text: String) -> String { trimmed(text).lowercased() }
