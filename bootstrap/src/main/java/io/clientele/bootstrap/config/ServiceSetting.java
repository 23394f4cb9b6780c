package io.clientele.bootstrap.config;

import java.util.List;
import java.util.Optional;

/** The settings that serve all contexts, and those that no context contributes. */
public enum ServiceSetting implements Setting {
  PORT(Kind.PLAIN, "8080", "Port of the API; 0 selects a free one"),
  MANAGEMENT_PORT(Kind.PLAIN, "9090", "Port of `/metrics`"),
  FRONTS(
      Kind.PLAIN,
      "operations,store",
      "Fronts that this instance serves, separated by commas: `operations`, `store`. Every instance"
          + " runs the jobs"),
  STORE_PORT(
      Kind.PLAIN,
      "",
      "Port of the store alone, which `PORT` then does not serve; 0 selects a free one. Both ports"
          + " answer `/health`"),
  BIND(
      Kind.PLAIN,
      "0.0.0.0",
      "Address that all ports bind to; with `--embedded` the default is `127.0.0.1`"),
  DATABASE_URL(
      Kind.SECRET,
      "",
      "PostgreSQL 15 or newer: `postgresql://user:password@host:5432/database?sslmode=require`,"
          + " percent-encoded, or the `jdbc:` form. Required"),
  MIGRATION_URL(
      Kind.SECRET, "", "The same database as its owner, for migrations; default: `DATABASE_URL`"),
  DATABASE_REPLICA_URL(
      Kind.SECRET,
      "",
      "A streaming replica of the same database, for lists, statistics and exports; the"
          + " primary answers what the replica has not replayed yet"),
  DATABASE_POOLER(
      Kind.PLAIN, "none", "`transaction` behind a PgBouncer in transaction mode, otherwise `none`"),
  REDIS_URL(
      Kind.SECRET,
      "",
      "Redis 7.0 or newer: `redis://user:password@host:6379`, `rediss://` for TLS,"
          + " several hosts for a cluster, `redis-sentinel://host:26379,host:26379/0#name`,"
          + " or `none` to count views without Redis. Required"),
  SHUTDOWN_DELAY(
      Kind.PLAIN,
      "PT5S",
      "Time after SIGTERM in which the service accepts connections but is not ready, so"
          + " that load balancers stop sending requests: `PT0S` to `PT5M`. Then work in"
          + " progress has 25 seconds"),
  TOKEN_KEYS(
      Kind.SECRET,
      "",
      "Keys of access tokens, as `--new-keys` prints them: a JWK set with private keys,"
          + " of which the first signs and all verify; `--embedded` creates its own. Required"),
  DATA_KEYS(
      Kind.SECRET,
      "",
      "Keys of personal data, as `--new-keys` prints them: base64 of 32 bytes each,"
          + " separated by commas, of which the first wraps and all unwrap; `--embedded`"
          + " creates its own. Required"),
  TRUSTED_PROXIES(
      Kind.PLAIN,
      "",
      "Proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are trusted: addresses"
          + " or ranges such as `10.0.0.0/8`, separated by commas"),
  CORS_ORIGINS(
      Kind.PLAIN,
      "",
      "Other origins whose pages may call the API, as `https://dashboard.example.com`,"
          + " separated by commas"),
  STORE_CORS_ORIGINS(
      Kind.PLAIN,
      "",
      "Other origins whose pages may call the store, without cookies, as"
          + " `https://shop.example.com`, separated by commas"),
  RATE_LIMITS(Kind.PLAIN, "on", "Rate limits: `on` or `off`"),
  CONNECTIONS_PER_ADDRESS(
      Kind.PLAIN,
      "512",
      "Open connections of one address (of IPv6: of one /64), 1 to 100000; more are closed at once."
          + " Not for `TRUSTED_PROXIES`, and not with `RATE_LIMITS=off`"),
  OTEL_SDK_DISABLED(Kind.PLAIN, "false", "`true`: no telemetry, and no `/metrics`"),
  OTEL_SERVICE_NAME(Kind.PLAIN, "clientele", "Name of this service in traces and metrics"),
  OTEL_RESOURCE_ATTRIBUTES(
      Kind.PLAIN,
      "",
      "More attributes of this service, as"
          + " `deployment.environment.name=prod,service.namespace=accounts`"),
  OTEL_EXPORTER_OTLP_ENDPOINT(
      Kind.PLAIN,
      "",
      "Receiver of traces and metrics, as `http://collector:4318`; without it none are"
          + " sent, and nothing is traced"),
  OTEL_EXPORTER_OTLP_PROTOCOL(
      Kind.PLAIN, "http/protobuf", "Protocol of the export; only `http/protobuf` is supported"),
  OTEL_EXPORTER_OTLP_HEADERS(
      Kind.SECRET, "", "Headers that the receiver requires, as `api-key=secret`, percent-encoded"),
  OTEL_EXPORTER_OTLP_TIMEOUT(Kind.PLAIN, "10000", "Time limit of one export in milliseconds"),
  OTEL_METRIC_EXPORT_INTERVAL(
      Kind.PLAIN, "60000", "Time between exports of metrics in milliseconds"),
  OTEL_TRACES_SAMPLER(
      Kind.PLAIN,
      "parentbased_traceidratio",
      "Sampler of requests: `always_on`, `always_off`, `traceidratio`, or each with the"
          + " prefix `parentbased_`, which adopts the decision of a caller that sends"
          + " `traceparent`"),
  OTEL_TRACES_SAMPLER_ARG(
      Kind.PLAIN, "0.01", "Part of the requests to sample, 0 to 1, for a ratio");

  private final Kind kind;
  private final String fallback;
  private final String meaning;

  ServiceSetting(Kind kind, String fallback, String meaning) {
    this.kind = kind;
    this.fallback = fallback;
    this.meaning = meaning;
  }

  /** In the order of the documentation. */
  public static List<ServiceSetting> supported() {
    return List.of(values());
  }

  @Override
  public boolean isSecret() {
    return kind == Kind.SECRET;
  }

  @Override
  public Optional<String> fallback() {
    return Optional.of(fallback).filter(text -> !text.isEmpty());
  }

  @Override
  public String meaning() {
    return meaning;
  }

  private enum Kind {
    PLAIN,
    SECRET
  }
}
