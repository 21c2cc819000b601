extension SegmentResult {
  /// Each variant against the control among people of each kind, in the order given. Many kinds show some difference by
  /// chance: the fixed p is adjusted for all of them together by Holm's procedure, and each interval is as much wider as
  /// Bonferroni asks.
  package static func all(_ segments: [ExperimentSegment], of experiment: Experiment) -> [SegmentResult] {
    let design = experiment.design
    let weights = experiment.phase?.weights ?? design.weights
    let arms = weights.indices.filter { weights[$0] > 0 && $0 < design.arms.count }
    guard let control = arms.first else { return [] }
    let cells = segments.flatMap { segment in
      arms.dropFirst().filter { $0 < segment.arms.count }.map { arm in
        let samples = [control, arm].map { MetricSample(segment.arms[$0], metric: design.metric) }
        return (segment, arm, MetricComparison(control: samples[0], variant: samples[1]))
      }
    }
    let p = cells.map { $0.2.fixedP }
    let tested = p.compactMap(\.self)
    var adjusted = Multiplicity.holm(tested).makeIterator()
    let confidence = 1 - (1 - design.confidence) / Double(max(1, tested.count))
    return zip(cells, p).map { cell, p in
      SegmentResult(
        segment: cell.0, arm: cell.1, control: cell.2.control.mean, variant: cell.2.variant.mean, lift: cell.2.lift,
        liftInterval: cell.2.fixedLiftInterval(confidence: confidence), p: p,
        pAdjusted: p == nil ? nil : adjusted.next())
    }
  }
}

extension ExperimentSheet {
  /// All of an experiment at a moment. The segments of an unhealthy one stay hidden.
  package init(
    record: ExperimentRecord, segments: [ExperimentSegment], history: [ExperimentEvent], contents: [String],
    now: Timestamp, zone: ZoneTable
  ) {
    let analysis = ExperimentAnalysis(record: record, now: now, zone: zone)
    self.init(
      analysis: analysis,
      segments: analysis.verdict.showsLift ? SegmentResult.all(segments, of: record.experiment) : [], history: history,
      contents: contents)
  }
}
