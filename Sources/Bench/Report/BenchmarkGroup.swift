/// The rooms whose promises are measured, in the order of the table.
enum BenchmarkGroup: String, CaseIterable {
  case engine, dashboard, store, partners, experiments, campaigns, deals, processes, counter

  /// Their lines.
  var benchmarks: [Benchmark] {
    switch self {
    case .engine: EngineBenchmarks.all
    case .dashboard: DashboardBenchmarks.all
    case .store: StoreBenchmarks.all
    case .partners: PartnerBenchmarks.all
    case .experiments: ExperimentBenchmarks.all
    case .campaigns: CampaignBenchmarks.all
    case .deals: DealBenchmarks.all
    case .processes: AcceptBenchmarks.all
    case .counter: CounterBenchmarks.all
    }
  }
}
