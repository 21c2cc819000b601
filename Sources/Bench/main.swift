import Glibc

// Prints what DESIGN promises beside what this machine measures: `bench [--only GROUP] [WORD…]`, where a word leaves
// only the lines that hold it. Each group has a folder of its own; a new one is named in BenchmarkGroup.
var words = Array(CommandLine.arguments.dropFirst())
if words.first == AcceptWorker.flag {
  try AcceptWorker.main(Array(words.dropFirst()))
  exit(0)
}
if words.first == RedeemWorker.flag {
  try RedeemWorker.main(Array(words.dropFirst()))
  exit(0)
}
var groups = BenchmarkGroup.allCases
if words.first == "--only" {
  groups = groups.filter { words.count > 1 && $0.rawValue == words[1] }
  words = Array(words.dropFirst(2))
  if groups.isEmpty {
    let names = BenchmarkGroup.allCases.map(\.rawValue).joined(separator: ", ")
    Complaints.write("--only needs one of \(names)")
    exit(2)
  }
}
WorkingCopy.removeLeft()
var report = Report()
report.printHeader()
for benchmark in groups.flatMap(\.benchmarks) where words.isEmpty || words.contains(where: benchmark.what.contains) {
  report.run(benchmark)
}
WorkingCopy.removeOwn()
exit(report.failures == 0 ? 0 : 1)
