import Glibc

// Prints what DESIGN promises beside what this machine measures: `bench`, or `bench WORD…` for the lines with a word.
// Each room has a file of its own with its lines; a new file is named here.
let benchmarks = EngineBenchmarks.all
let words = CommandLine.arguments.dropFirst()
var report = Report()
report.printHeader()
for benchmark in benchmarks where words.isEmpty || words.contains(where: benchmark.what.contains) {
  report.run(benchmark)
}
exit(report.failures == 0 ? 0 : 1)
