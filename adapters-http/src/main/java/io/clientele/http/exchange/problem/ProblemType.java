package io.clientele.http.exchange.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A problem type that the service answers with, as its page explains it. {@code problem-types.txt}
 * lists all.
 *
 * @param uriName the last part of the type's URI
 * @param status the HTTP status of answers with this type
 * @param meaning what the type means
 * @param remedy what a client can do about it
 */
public record ProblemType(String uriName, String status, String meaning, String remedy) {
  private static final String FILE = "/problem-types.txt";
  private static final Pattern SEPARATOR = Pattern.compile(" \\| ");
  private static final Map<String, ProblemType> ALL = read();

  /** The type whose URI ends with this. */
  public static Optional<ProblemType> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  private static Map<String, ProblemType> read() {
    try (var file = Objects.requireNonNull(ProblemType.class.getResourceAsStream(FILE))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> SEPARATOR.split(line, 4))
          .map(parts -> new ProblemType(parts[0], parts[1], parts[2], parts[3]))
          .collect(Collectors.toUnmodifiableMap(ProblemType::uriName, type -> type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
