/// What the dashboard promises, measured on the program in a terminal.
enum DashboardBenchmarks {
  static var all: [Benchmark] {
    FirstFrame.all + KeyAnswers.all + [RenderBenchmark.row, ForeignCommit.row, PaletteFilter.row, PartnersFilter.row]
      + RunningTown.all
      + Resources.all
  }
}
