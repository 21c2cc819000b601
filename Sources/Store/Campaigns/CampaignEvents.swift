import Core

extension Store {
  /// What was done to campaigns, the latest first. Plan: index `command_log_subject`.
  /// - Parameters:
  ///   - id: nil is every campaign.
  ///   - since: leaves out what was done up to then.
  package func campaignEvents(
    of id: Campaign.ID? = nil, since: Timestamp? = nil, limit: Int = 200
  ) throws(StoreError) -> [CampaignEvent] {
    try connection.rows(
      """
      SELECT command_log.subject_id, ifnull(campaign.name, 'campaign ' || command_log.subject_id), command_log.at,
             command_log.actor, command_log.verb, ifnull(command_log.note, '')
        FROM command_log
        LEFT JOIN campaign ON campaign.id = command_log.subject_id
       WHERE command_log.subject_kind = 'campaign'
         AND command_log.subject_id BETWEEN :first AND :last
         AND command_log.at > :since
       ORDER BY command_log.id DESC
       LIMIT :limit
      """,
      [
        ":first": .integer(id?.value ?? 0), ":last": .integer(id?.value ?? .max),
        ":since": .integer(since?.milliseconds ?? .min), ":limit": .count(limit),
      ]
    ) { row throws(StoreError) in
      CampaignEvent(
        campaign: row.id(0), campaignName: row.text(1), at: row.instant(2), author: row.text(3),
        what: Self.words(for: row.text(4), note: row.text(5)))
    }
  }

  private static func words(for verb: String, note: String) -> String {
    let detail = note.isEmpty ? "" : ": \(note)"
    return switch verb {
    case "campaign create": "created"
    case "campaign edit": "edited\(detail)"
    case "campaign pause": "paused"
    case "campaign resume": "resumed"
    case "campaign end": "ended"
    case "undo": "taken back\(detail)"
    case "redo": "made again\(detail)"
    default: verb + detail
    }
  }
}
