package io.clientele.persistence.jdbc;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Measures every statement and traces those of sampled work, by the semantic conventions of
 * OpenTelemetry. Bound values are not recorded: the recorded text holds parameter markers only.
 */
final class StatementTelemetry {
  /** The telemetry of the work that this thread runs. */
  private static final ScopedValue<StatementTelemetry> CURRENT = ScopedValue.newInstance();

  /**
   * The maximum number of cached statements, above the number of statements that the service has.
   */
  private static final int SUMMARIES_MAX = 2_000;

  private static final String NAME = "clientele.persistence";
  private static final double NANOS_A_SECOND = 1e9;
  private static final AttributeKey<String> TEXT = AttributeKey.stringKey("db.query.text");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
  private static final AttributeKey<String> STATE =
      AttributeKey.stringKey("db.response.status_code");

  private final Tracer tracer;
  private final DoubleHistogram durations;
  private final String database;
  private final Map<String, StatementInfo> infos = new ConcurrentHashMap<>();

  /** The span name, the attributes and the text of a statement. */
  private record StatementInfo(QuerySummary summary, Attributes attributes, String text) {}

  /** A call that may throw an {@link SQLException}. */
  @FunctionalInterface
  interface Call<T extends @Nullable Object> {
    T run() throws SQLException;
  }

  /** Creates telemetry for the database of this name. */
  StatementTelemetry(OpenTelemetry telemetry, String database) {
    this.tracer = telemetry.getTracer(NAME);
    this.database = database;
    this.durations =
        telemetry
            .getMeter(NAME)
            .histogramBuilder("db.client.operation.duration")
            .setUnit("s")
            .setDescription("Duration of database client operations")
            .build();
  }

  /** Runs work whose statements are measured. */
  <T extends @Nullable Object> T within(Call<T> work) throws SQLException {
    return ScopedValue.where(CURRENT, this).<T, SQLException>call(work::run);
  }

  /** Runs one statement, measured if the surrounding work is measured. */
  static <T extends @Nullable Object> T run(String sql, Call<T> statement) throws SQLException {
    return CURRENT.isBound() ? CURRENT.get().measured(sql, statement) : statement.run();
  }

  private <T extends @Nullable Object> T measured(String sql, Call<T> statement)
      throws SQLException {
    var of = infoOf(sql);
    var span = Span.current().isRecording() ? begun(of) : Span.getInvalid();
    var began = System.nanoTime();
    var attributes = of.attributes();
    try {
      return statement.run();
    } catch (SQLException failed) {
      var state = Objects.requireNonNullElse(failed.getSQLState(), "none");
      attributes = attributes.toBuilder().put(ERROR, state).put(STATE, state).build();
      span.setStatus(StatusCode.ERROR).setAttribute(ERROR, state).setAttribute(STATE, state);
      throw failed;
    } finally {
      durations.record((System.nanoTime() - began) / NANOS_A_SECOND, attributes);
      span.end();
    }
  }

  private Span begun(StatementInfo of) {
    return tracer
        .spanBuilder(of.summary().text())
        .setSpanKind(SpanKind.CLIENT)
        .setAllAttributes(of.attributes())
        .setAttribute(TEXT, of.text())
        .startSpan();
  }

  private StatementInfo infoOf(String sql) {
    var known = infos.get(sql);
    if (known == null) {
      known = read(sql);
      if (infos.size() < SUMMARIES_MAX) {
        infos.put(sql, known);
      }
    }
    return known;
  }

  private StatementInfo read(String sql) {
    var summary = QuerySummary.of(sql);
    var attributes =
        Attributes.of(
            AttributeKey.stringKey("db.system.name"),
            "postgresql",
            AttributeKey.stringKey("db.namespace"),
            database,
            AttributeKey.stringKey("db.operation.name"),
            summary.operation(),
            AttributeKey.stringKey("db.query.summary"),
            summary.text());
    return new StatementInfo(summary, attributes, sql.strip().replaceAll("\\s+", " "));
  }
}
