/// Where results go.
enum OutputPlace: Hashable {
  case standardOutput
  case file(String)
}
