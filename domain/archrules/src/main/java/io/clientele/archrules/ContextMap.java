package io.clientele.archrules;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A context map: which bounded context may use which other contexts. Immutable. It is read from a
 * properties file:
 *
 * {@snippet file="io/clientele/archrules/context-map.properties" :
 * # context = the contexts that it may use
 * client =
 * order = client, stock
 * stock =
 * # shared package, by full name = the contexts that it may use; * for all
 * com.acme.bootstrap = *
 * }
 *
 * <p>A key with a dot is a shared package; any other key is a context. Uses are not transitive:
 * {@code order} may use {@code client} only if its own line says so. The contexts have no cycle.
 */
public final class ContextMap {
  private static final String ALL = "*";

  private final String origin;
  private final Map<String, Set<String>> contexts = new LinkedHashMap<>();
  private final Map<String, Set<String>> shared = new LinkedHashMap<>();

  private ContextMap(String origin, Lines lines) {
    this.origin = origin;
    lines.values.forEach((key, used) -> (isPackage(key) ? shared : contexts).put(key, used));
    var faults = new ArrayList<>(lines.repeated);
    lines.values.forEach((key, used) -> addFaults(key, used, faults));
    graph().described().forEach(faults::add);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(origin + " is no context map:\n" + join("\n", faults));
    }
  }

  /**
   * Reads a properties file in UTF-8.
   *
   * @throws IllegalArgumentException with all faults: a context that no line declares, a context
   *     that names itself, a repeated key, a cycle
   * @throws UncheckedIOException if the file cannot be read
   */
  public static ContextMap read(Path file) {
    try (var reader = Files.newBufferedReader(file)) {
      return new ContextMap(String.valueOf(file.getFileName()), new Lines(reader));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the text of a properties file.
   *
   * @throws IllegalArgumentException as {@link #read} does
   */
  public static ContextMap parse(String text) {
    try {
      return new ContextMap("the text", new Lines(new StringReader(text)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the map as a Mermaid flow chart: arrows lead from a context to those that it may use.
   */
  public String mermaid() {
    var lines = new ArrayList<>(List.of("flowchart TD"));
    contexts.forEach(
        (name, used) ->
            lines.add(
                "  " + name + (used.isEmpty() ? "" : "-->" + join(" & ", List.copyOf(used)))));
    return join("\n", lines) + "\n";
  }

  /** The source of the map, for messages. */
  String origin() {
    return origin;
  }

  Set<String> contexts() {
    return contexts.keySet();
  }

  /** The full names of the shared packages that the map names. */
  Set<String> sharedPackages() {
    return shared.keySet();
  }

  boolean isContext(String name) {
    return contexts.containsKey(name);
  }

  /** Whether a context or a shared package may use a context. A context may use itself. */
  boolean allows(String user, String context) {
    var used = contexts.getOrDefault(user, shared.getOrDefault(user, Set.of()));
    return user.equals(context) || used.contains(context) || used.contains(ALL);
  }

  /**
   * Whether a new line of the map, by which {@code user} may use {@code context}, would close a
   * cycle.
   */
  boolean wouldCycle(String user, String context) {
    return graph().reaches(context, user);
  }

  private void addFaults(String key, Set<String> used, List<String> faults) {
    used.stream()
        .filter(name -> !contexts.containsKey(name))
        .filter(name -> !isPackage(key) || !name.equals(ALL))
        .forEach(name -> faults.add(key + " names " + name + ", which no line declares"));
    if (used.contains(ALL) && used.size() > 1) {
      faults.add(key + " names * and single contexts");
    }
    if (used.contains(key)) {
      faults.add(key + " names itself");
    }
  }

  private Cycles graph() {
    var graph = new Cycles();
    contexts.forEach(
        (name, used) ->
            used.stream()
                .filter(other -> !other.equals(name))
                .forEach(other -> graph.add(name, other, "")));
    return graph;
  }

  private static boolean isPackage(String key) {
    return key.indexOf('.') >= 0;
  }

  private static String join(String separator, List<String> parts) {
    return String.join(separator, parts);
  }

  /** The lines of a properties file in order, and the repeated keys. */
  private static final class Lines {
    final Map<String, Set<String>> values = new LinkedHashMap<>();
    final List<String> repeated = new ArrayList<>();

    Lines(Reader reader) throws IOException {
      new Properties() {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Object put(Object key, Object value) {
          if (values.put(key.toString(), names(value.toString())) != null) {
            repeated.add(key + " has two lines");
          }
          return super.put(key, value);
        }
      }.load(reader);
    }

    private static Set<String> names(String value) {
      return Stream.of(value.split(","))
          .map(String::strip)
          .filter(name -> !name.isEmpty())
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }
}
