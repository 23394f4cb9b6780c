package io.clientele.http.exchange.problem;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.http.exchange.json.JsonPointers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * An error as clients see it (RFC 9457). Says what to do about it; never shows a trace, a class, a
 * statement or a value.
 *
 * @param type the last part of {@code /problems/…}; null where the HTTP status says it all
 * @param errors what is wrong with the request, for 400
 * @param dependencies which of them are up, where that is what the problem is about
 * @param members of this type of problem: numbers, texts, lists of texts and JSON by their names
 * @param headers to send along
 */
public record Problem(
    int status,
    @Nullable String type,
    String title,
    String detail,
    List<Fault> errors,
    Map<String, Boolean> dependencies,
    Map<String, Object> members,
    Map<String, String> headers) {
  private static final int RETRY_AFTER_SECONDS = 1;

  /**
   * One fault of a request.
   *
   * @param in {@code pointer}, {@code parameter} or {@code header}
   * @param at which one: a JSON pointer as a URI fragment, or a name
   */
  public record Fault(String in, String at, String detail) {}

  /** A problem with a type of its own. */
  public static Problem of(int status, String type, String title, String detail) {
    return new Problem(status, type, title, detail, List.of(), Map.of(), Map.of(), Map.of());
  }

  /** A problem that its HTTP status describes. */
  public static Problem plain(int status, String detail) {
    return new Problem(
        status, null, ReasonPhrases.of(status), detail, List.of(), Map.of(), Map.of(), Map.of());
  }

  /** A request with these faults. */
  public static Problem invalid(List<Fault> errors) {
    return new Problem(
        400,
        "invalid-request",
        "Invalid request",
        "The request breaks the rules listed in errors.",
        errors,
        Map.of(),
        Map.of(),
        Map.of());
  }

  /** A request whose body breaks rules of the domain. */
  public static Problem invalid(InvalidValue broken) {
    return invalid(
        broken.faults().stream()
            .map(fault -> new Fault("pointer", JsonPointers.ofField(fault.field()), fault.rule()))
            .toList());
  }

  /** A dependency is unavailable. */
  public static Problem unavailable() {
    return of(
            503,
            "unavailable",
            "Unavailable",
            "The service cannot process this now. Try again later.")
        .with("Retry-After", String.valueOf(RETRY_AFTER_SECONDS));
  }

  /**
   * The problem of a status that the server sets before a route runs. Quotes nothing of the
   * request.
   */
  public static Problem ofStatus(int status) {
    return switch (status) {
      case HttpStatus.BAD_REQUEST_400 ->
          plain(400, "The request is not valid HTTP/1.1 (RFC 9112), or its path is malformed.");
      case HttpStatus.REQUEST_TIMEOUT_408 -> plain(408, "The request arrived too slowly.");
      case HttpStatus.PAYLOAD_TOO_LARGE_413 -> plain(413, "The body is too large.");
      case HttpStatus.URI_TOO_LONG_414 -> plain(414, "The request line is too long.");
      case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
          plain(431, "The headers are too large.");
      case HttpStatus.SERVICE_UNAVAILABLE_503 -> unavailable();
      case HttpStatus.NOT_IMPLEMENTED_501, HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 ->
          plain(status, "Only HTTP/1.1 is supported.");
      default ->
          status >= 400 && status < 500
              ? plain(status, "The request cannot be processed.")
              : plain(500, "The service failed because of an internal error.");
    };
  }

  /** A caller who exceeds a rate limit, and may retry after this time. */
  public static Problem rateLimited(long retryAfterSeconds) {
    return of(
            429,
            "rate-limited",
            "Rate limited",
            "Too many requests. Wait for the time in Retry-After.")
        .with("Retry-After", String.valueOf(retryAfterSeconds));
  }

  /**
   * The version that a request expects is not the stored one.
   *
   * @param detail which thing is at another version, as a sentence
   */
  public static Problem versionMismatch(String detail) {
    return of(412, "version-mismatch", "Version mismatch", detail);
  }

  /** No account of this id that the caller may see. */
  public static Problem noSuchAccount() {
    return of(404, "no-such-account", "No such account", "There is no account with this id.");
  }

  /** A caller that is known, but may not do this. */
  public static Problem notAllowed() {
    return of(403, "not-allowed", "Not allowed", "Your roles do not allow this.");
  }

  /** No resource of this id or name that the caller may see. */
  public static Problem noSuchThing(String detail) {
    return of(404, "no-such-thing", "No such thing", detail);
  }

  /** A path that no route has. */
  public static Problem nothingHere() {
    return noSuchThing("There is no resource at this path.");
  }

  /** Returns a copy with one more header. */
  public Problem with(String name, String value) {
    var more = new TreeMap<>(headers);
    more.put(name, value);
    return new Problem(status, type, title, detail, errors, dependencies, members, more);
  }

  /** Returns a copy with the state of each dependency. */
  public Problem withDependencies(Map<String, Boolean> known) {
    return new Problem(status, type, title, detail, errors, known, members, headers);
  }

  /** Returns a copy with one more member: a number, a text, a list of texts, or JSON. */
  public Problem withMember(String name, Object value) {
    var more = new TreeMap<>(members);
    more.put(name, value);
    return new Problem(status, type, title, detail, errors, dependencies, more, headers);
  }
}
