package io.clientele.bootstrap.config;

import java.util.List;
import java.util.Optional;

/** The settings that serve all contexts, and those that no context contributes. */
public enum ServiceSetting implements Setting {
  PORT(Kind.PLAIN, "8080", "Port of the API; 0 takes a free one"),
  MANAGEMENT_PORT(Kind.PLAIN, "9090", "Port of `/metrics`"),
  BIND(
      Kind.PLAIN,
      "0.0.0.0",
      "Address that both ports listen on; `--embedded` takes `127.0.0.1` where nothing is set"),
  DATABASE_URL(
      Kind.SECRET,
      "",
      "PostgreSQL 15 or newer: `postgresql://user:password@host:5432/database?sslmode=require`,"
          + " percent-encoded, or the `jdbc:` form. Required"),
  MIGRATION_URL(
      Kind.SECRET,
      "",
      "The same database as its owner, for migrations; `DATABASE_URL` where nothing is set"),
  DATABASE_REPLICA_URL(
      Kind.SECRET,
      "",
      "A streaming replica of the same database, for lists, figures and exports; the primary"
          + " answers what the replica does not have yet"),
  DATABASE_POOLER(
      Kind.PLAIN, "none", "`transaction` behind a PgBouncer in transaction mode, else `none`"),
  REDIS_URL(
      Kind.SECRET,
      "",
      "Redis 7.0 or newer: `redis://user:password@host:6379`, `rediss://` for TLS, several hosts"
          + " for a cluster, `redis-sentinel://host:26379,host:26379/0#name`, or `none`: views are"
          + " counted without Redis. Required"),
  SHUTDOWN_DELAY(
      Kind.PLAIN,
      "PT5S",
      "How long after SIGTERM it still takes connections while it says that it is not ready, so"
          + " that balancers turn away first: none to five minutes. What runs then has 25 seconds"),
  VIEWS_SHARDS(
      Kind.PLAIN, "16", "1 to 256, fixed by the first migration: another value later is a fault"),
  ADMIN_EMAIL(
      Kind.PLAIN, "", "Who is let in as the first administrator, required while there is none"),
  ADMIN_PASSWORD(
      Kind.SECRET,
      "",
      "The first administrator's password, 12 to 200 characters, ignored once there is one"),
  TOKEN_KEYS(
      Kind.SECRET,
      "",
      "Keys of access tokens, as `--new-keys` prints them: a JWK set with private keys, of which"
          + " the first signs and all verify; `--embedded` makes its own. Required"),
  DATA_KEYS(
      Kind.SECRET,
      "",
      "Keys of personal data, as `--new-keys` prints them: base64 of 32 bytes each, separated by"
          + " commas, of which the first wraps and all unwrap; `--embedded` makes its own."
          + " Required"),
  OIDC_ISSUERS(
      Kind.PLAIN,
      "",
      "Outside issuers whose tokens are accepted too, separated by commas, each as"
          + " `https://issuer\\|audience[\\|roles[\\|max-age]]`. Roles are joined by `+`; without"
          + " them `operator+auditor+customer`, never `admin`; other roles of a token are ignored."
          + " The maximum age counts from `iat`, as ISO 8601 writes spans; without it `PT24H`. A"
          + " token without `iat` may end no further ahead than that"),
  OIDC_REFUSED(
      Kind.PLAIN,
      "",
      "Subjects of outside issuers whose tokens are refused, as `https://issuer\\|sub`, separated"
          + " by commas"),
  TRUSTED_PROXIES(
      Kind.PLAIN,
      "",
      "Proxies that are believed in `X-Forwarded-For` and `X-Forwarded-Proto`: addresses or ranges"
          + " such as `10.0.0.0/8`, separated by commas"),
  CORS_ORIGINS(
      Kind.PLAIN,
      "",
      "Other origins whose pages may call, as `https://dashboard.example.com`, separated by"
          + " commas"),
  RATE_LIMITS(Kind.PLAIN, "on", "`on` or `off`"),
  CONNECTIONS_PER_ADDRESS(
      Kind.PLAIN,
      "512",
      "Open connections of one address (of IPv6: of one /64), 1 to 100000; more are closed at once."
          + " Not for `TRUSTED_PROXIES`, and not with `RATE_LIMITS=off`"),
  OTEL_SDK_DISABLED(Kind.PLAIN, "false", "`true`: nothing is measured, there is no `/metrics`"),
  OTEL_SERVICE_NAME(Kind.PLAIN, "clientele", "What traces and metrics call this service"),
  OTEL_RESOURCE_ATTRIBUTES(
      Kind.PLAIN,
      "",
      "More about it, as `deployment.environment.name=prod,service.namespace=accounts`"),
  OTEL_EXPORTER_OTLP_ENDPOINT(
      Kind.PLAIN,
      "",
      "Where traces and metrics are sent, as `http://collector:4318`; where nothing is set, none"
          + " are, and no trace is made"),
  OTEL_EXPORTER_OTLP_PROTOCOL(Kind.PLAIN, "http/protobuf", "The one that is spoken"),
  OTEL_EXPORTER_OTLP_HEADERS(
      Kind.SECRET, "", "What the receiver wants besides, as `api-key=secret`, percent-encoded"),
  OTEL_EXPORTER_OTLP_TIMEOUT(Kind.PLAIN, "10000", "Milliseconds that one export may take"),
  OTEL_METRIC_EXPORT_INTERVAL(Kind.PLAIN, "60000", "Milliseconds between exports of metrics"),
  OTEL_TRACES_SAMPLER(
      Kind.PLAIN,
      "parentbased_traceidratio",
      "Which requests are traced: `always_on`, `always_off`, `traceidratio`, or each with"
          + " `parentbased_` before it, which leaves it to a caller who sends `traceparent`"),
  OTEL_TRACES_SAMPLER_ARG(Kind.PLAIN, "0.01", "The part of requests, 0 to 1, for a ratio");

  private final Kind kind;
  private final String fallback;
  private final String meaning;

  ServiceSetting(Kind kind, String fallback, String meaning) {
    this.kind = kind;
    this.fallback = fallback;
    this.meaning = meaning;
  }

  /** In the order in which people read of them. */
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
