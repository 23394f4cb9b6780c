package io.clientele.persistence.ledger.proof;

/** The statements of {@link JdbcLedgerProof}. */
final class ProofSql {
  /** Sums the legs of booked transfers of a time span, by transfer and pocket. */
  private static final String MOVED =
      """
      moved AS (
        SELECT transfer.id AS transfer, side.pocket, sum(side.delta) AS delta
        FROM transfer
        CROSS JOIN unnest(leg_from, leg_to, leg_amount) AS leg (payer, payee, amount)
        CROSS JOIN LATERAL (VALUES (leg.payer, - leg.amount), (leg.payee, leg.amount)) AS side (pocket, delta)
        WHERE %s AND refusal IS NULL AND kind IN ('posted', 'capture', 'reversal')
        GROUP BY transfer.id, side.pocket
      )
      """;

  private static final String MISMATCHES =
      """
      SELECT count(*) FROM moved FULL JOIN entered USING (transfer, pocket)
      WHERE coalesce(moved.delta, 0) <> coalesce(entered.delta, 0)\
      """;

  /** Binds: begin three times, the first day that is not proved. */
  static final String RECONCILE =
      "WITH "
          + MOVED.formatted("booked_at >= ?")
          + """
          , entered AS (
            SELECT transfer, pocket, sum(delta) AS delta
            FROM (
              SELECT transfer, pocket, delta FROM entry WHERE booked_at >= ?
              UNION ALL
              SELECT transfer, pocket, delta FROM house_delta
            ) AS made
            GROUP BY transfer, pocket
          ), fresh AS (
            SELECT pocket, count(*) AS entries, max(seq) AS last, sum(delta) AS delta, sum(held_delta) AS held_delta
            FROM entry WHERE booked_at >= ?
            GROUP BY pocket
          ), unfolded AS (
            SELECT pocket, sum(delta) AS delta FROM house_delta GROUP BY pocket
          ), reserved AS (
            SELECT pocket, sum(rest) AS rest FROM hold WHERE ended IS NULL GROUP BY pocket
          ), state AS (
            SELECT pocket.asset, pocket.floor, balance.held, balance.seq,
              balance.posted + coalesce(unfolded.delta, 0) AS posted,
              balance.posted = coalesce(day.posted, 0) + coalesce(fresh.delta, 0)
                AND balance.held = coalesce(day.held, 0) + coalesce(fresh.held_delta, 0) AS is_explained,
              balance.seq = coalesce(day.seq, 0) + coalesce(fresh.entries, 0)
                AND balance.seq = coalesce(fresh.last, day.seq, 0) AS is_numbered,
              balance.held = coalesce(reserved.rest, 0) AS is_reserved
            FROM balance
            JOIN pocket ON pocket.id = balance.pocket
            LEFT JOIN fresh ON fresh.pocket = balance.pocket
            LEFT JOIN unfolded ON unfolded.pocket = balance.pocket
            LEFT JOIN reserved ON reserved.pocket = balance.pocket
            LEFT JOIN LATERAL (
              SELECT posted, held, seq FROM pocket_day
              WHERE pocket_day.pocket = balance.pocket AND pocket_day.day < ?
              ORDER BY pocket_day.day DESC
              LIMIT 1
            ) AS day ON true
          )
          SELECT NULL, asset.code, asset.scale, asset.kind, summed.posted
          FROM (SELECT asset, sum(posted) AS posted FROM state GROUP BY asset) AS summed
          JOIN asset ON asset.code = summed.asset
          UNION ALL
          SELECT 'BALANCES', NULL, NULL, NULL, count(*) FROM state WHERE NOT is_explained
          UNION ALL
          SELECT 'NUMBERS', NULL, NULL, NULL, count(*) FROM state WHERE NOT is_numbered
          UNION ALL
          SELECT 'HOLDS', NULL, NULL, NULL, count(*) FROM state WHERE NOT is_reserved
          UNION ALL
          SELECT 'FLOORS', NULL, NULL, NULL, count(*) FROM state WHERE posted - held < floor
          UNION ALL
          SELECT 'LEGS', NULL, NULL, NULL, (
          """
          + MISMATCHES
          + ") ORDER BY 2";

  static final String ALONE =
      "SELECT pg_try_advisory_xact_lock(hashtext('clientele ledger proof'))";

  static final String NEXT_DAY =
      """
      SELECT coalesce(
        (SELECT max(day) + 1 FROM ledger_proof),
        (SELECT (min(booked_at) AT TIME ZONE 'UTC')::date FROM transfer)
      )
      """;

  /** A posting takes seconds at most, so a day is complete one minute after its end. */
  static final String IS_OVER =
      """
      SELECT ?::timestamptz + interval '1 minute' < clock_timestamp()
        AND NOT EXISTS (SELECT FROM house_delta WHERE booked_at < ?)
      """;

  /** Binds: day, then begin and end three times. */
  static final String FAULTS_OF_DAY =
      """
      WITH chained AS (
        SELECT entry.posted_after, entry.held_after, entry.seq,
          coalesce(before.posted, 0) + sum(entry.delta) OVER in_order AS posted,
          coalesce(before.held, 0) + sum(entry.held_delta) OVER in_order AS held,
          coalesce(before.seq, 0) + row_number() OVER in_order AS number
        FROM entry
        LEFT JOIN LATERAL (
          SELECT posted, held, seq FROM pocket_day
          WHERE pocket_day.pocket = entry.pocket AND pocket_day.day < ?
          ORDER BY pocket_day.day DESC
          LIMIT 1
        ) AS before ON true
        WHERE entry.booked_at >= ? AND entry.booked_at < ?
        WINDOW in_order AS (PARTITION BY entry.pocket ORDER BY entry.seq)
      ),
      """
          + MOVED.formatted("booked_at >= ? AND booked_at < ?")
          + """
          , entered AS (
            SELECT transfer, pocket, sum(delta) AS delta FROM entry
            WHERE booked_at >= ? AND booked_at < ?
            GROUP BY transfer, pocket
          )
          SELECT (
            SELECT count(*) FROM chained WHERE posted_after <> posted OR held_after <> held OR seq <> number
          ) + (
          """
          + MISMATCHES
          + ")";

  /** Binds: day, begin, end. */
  static final String SNAPSHOT =
      """
      INSERT INTO pocket_day (pocket, day, posted, held, seq)
      SELECT DISTINCT ON (pocket) pocket, ?::date, posted_after, held_after, seq FROM entry
      WHERE booked_at >= ? AND booked_at < ?
      ORDER BY pocket, seq DESC
      """;

  static final String NOTE = "INSERT INTO ledger_proof (day) VALUES (?)";

  private ProofSql() {}
}
