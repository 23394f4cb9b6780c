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
 * Measures every statement, and traces those that are done for something traced, by the semantic
 * conventions. Nothing that is bound is told: a statement's own text has parameters alone.
 */
final class StatementTelemetry {
  /** Those that the connections of this thread's work are measured by. */
  private static final ScopedValue<StatementTelemetry> CURRENT = ScopedValue.newInstance();

  /** More texts than there are: what is built of parts has a bounded number of them, too. */
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
  private final Map<String, Told> told = new ConcurrentHashMap<>();

  /** What a statement is called, and how its text is shown. */
  private record Told(QuerySummary summary, Attributes attributes, String text) {}

  /** Something that may fail as JDBC does. */
  @FunctionalInterface
  interface Call<T extends @Nullable Object> {
    T run() throws SQLException;
  }

  /** Of the database of this name. */
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

  /** Does work whose statements are measured. */
  <T extends @Nullable Object> T within(Call<T> work) throws SQLException {
    return ScopedValue.where(CURRENT, this).<T, SQLException>call(work::run);
  }

  /** Runs one statement, measured if the surrounding work is measured. */
  static <T extends @Nullable Object> T run(String sql, Call<T> statement) throws SQLException {
    return CURRENT.isBound() ? CURRENT.get().measured(sql, statement) : statement.run();
  }

  private <T extends @Nullable Object> T measured(String sql, Call<T> statement)
      throws SQLException {
    var of = told(sql);
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

  private Span begun(Told of) {
    return tracer
        .spanBuilder(of.summary().text())
        .setSpanKind(SpanKind.CLIENT)
        .setAllAttributes(of.attributes())
        .setAttribute(TEXT, of.text())
        .startSpan();
  }

  private Told told(String sql) {
    var known = told.get(sql);
    if (known == null) {
      known = read(sql);
      if (told.size() < SUMMARIES_MAX) {
        told.put(sql, known);
      }
    }
    return known;
  }

  private Told read(String sql) {
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
    return new Told(summary, attributes, sql.strip().replaceAll("\\s+", " "));
  }
}
