package io.clientele.http.documents;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Merges the OpenAPI document of a front from fragments. {@code openapi/<front>.yaml} holds what
 * all contexts share; {@code openapi/<front>/<context>.yaml} holds what one context adds. The
 * fragments are merged in alphabetical order of their names.
 *
 * <p>Block mappings are merged key by key. Block sequences are appended. A value that two fragments
 * give is an error. Merging works on lines, so that the text stays as it is written, and uses the
 * JDK only: the build runs this file by {@code java OpenApiFragments.java} before it compiles.
 */
final class OpenApiFragments {
  private static final String FOLDER = "openapi/";
  private static final String EXTENSION = ".yaml";
  private static final Pattern KEY = Pattern.compile("('[^']+'|[^\\s'\"#:-][^:]*):( .*)?");

  private OpenApiFragments() {}

  /**
   * Writes the document of a front to a file.
   *
   * @param args the folder that contains {@code openapi}, the name of the front, and the file
   */
  public static void main(String... args) throws IOException {
    var folder = Path.of(args[0], FOLDER);
    var fragments = new ArrayList<String>();
    fragments.add(Files.readString(folder.resolve(args[1] + EXTENSION)));
    fragments.addAll(inFolder(folder.resolve(args[1])).values());
    var target = Path.of(args[2]).toAbsolutePath();
    Files.createDirectories(target.getParent());
    Files.writeString(target, merge(fragments));
  }

  /**
   * Reads and merges the fragments of a front from all folders and jars of the class path.
   *
   * @throws IllegalStateException if there are none, or two of one name
   */
  static String ofClassPath(ClassLoader loader, String front) throws IOException {
    var contexts = new TreeMap<String, String>();
    for (var folder : Collections.list(loader.getResources(FOLDER + front + "/"))) {
      for (var fragment : (isJar(folder) ? inJar(folder) : inFolder(folder)).entrySet()) {
        if (contexts.put(fragment.getKey(), fragment.getValue()) != null) {
          throw new IllegalStateException("two fragments are named " + fragment.getKey());
        }
      }
    }
    var shared = loader.getResource(FOLDER + front + EXTENSION);
    if (shared == null || contexts.isEmpty()) {
      throw new IllegalStateException("no fragments in " + FOLDER + front);
    }
    var fragments = new ArrayList<String>();
    try (var in = shared.openStream()) {
      fragments.add(text(in));
    }
    fragments.addAll(contexts.values());
    return merge(fragments);
  }

  /**
   * Merges fragments in their order.
   *
   * @throws IllegalStateException if two fragments give a value to one key
   */
  static String merge(Collection<String> fragments) {
    var merged = List.<String>of();
    for (var fragment : fragments) {
      var lines = fragment.lines().filter(line -> !line.startsWith("#")).toList();
      merged = merge(merged, lines, "");
    }
    return String.join("\n", merged) + "\n";
  }

  private static List<String> merge(List<String> first, List<String> second, String place) {
    var merged = new ArrayList<String>();
    if (first.isEmpty() || second.isEmpty() || isSequence(first) && isSequence(second)) {
      merged.addAll(first);
      merged.addAll(second);
      return merged;
    }
    var entries = entries(first, place);
    for (var entry : entries(second, place).entrySet()) {
      var inside = place + "/" + entry.getKey();
      entries.merge(entry.getKey(), entry.getValue(), (one, other) -> join(one, other, inside));
    }
    entries.values().forEach(merged::addAll);
    return merged;
  }

  private static List<String> join(List<String> first, List<String> second, String place) {
    var head = first.get(0);
    if (!head.endsWith(":") || !head.equals(second.get(0))) {
      throw new IllegalStateException("two fragments give a value to " + place);
    }
    var joined = new ArrayList<String>();
    joined.add(head);
    joined.addAll(merge(first.subList(1, first.size()), second.subList(1, second.size()), place));
    return joined;
  }

  /** Splits a block mapping into the lines of each key. */
  private static Map<String, List<String>> entries(List<String> lines, String place) {
    var entries = new LinkedHashMap<String, List<String>>();
    var indent = indent(lines.get(0));
    List<String> current = List.of();
    for (var line : lines) {
      if (!line.isBlank() && indent(line) <= indent) {
        var key = KEY.matcher(line.strip());
        if (indent(line) < indent || !key.matches()) {
          throw new IllegalStateException("not a key of a block mapping in " + place + ": " + line);
        }
        current = new ArrayList<>();
        if (entries.put(key.group(1), current) != null) {
          throw new IllegalStateException("a fragment has twice " + place + "/" + key.group(1));
        }
      }
      current.add(line);
    }
    return entries;
  }

  private static boolean isSequence(List<String> lines) {
    return lines.get(0).strip().startsWith("- ");
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static boolean isJar(URL folder) {
    return folder.getProtocol().equals("jar");
  }

  private static Map<String, String> inJar(URL folder) throws IOException {
    var connection = (JarURLConnection) folder.openConnection();
    connection.setUseCaches(false);
    var fragments = new TreeMap<String, String>();
    try (var jar = connection.getJarFile()) {
      for (var entry : Collections.list(jar.entries())) {
        var name = entry.getName();
        if (name.startsWith(connection.getEntryName()) && name.endsWith(EXTENSION)) {
          try (var in = jar.getInputStream(entry)) {
            fragments.put(name.substring(connection.getEntryName().length()), text(in));
          }
        }
      }
    }
    return fragments;
  }

  private static Map<String, String> inFolder(URL folder) throws IOException {
    return inFolder(Path.of(URI.create(folder.toString())));
  }

  private static Map<String, String> inFolder(Path folder) throws IOException {
    var fragments = new TreeMap<String, String>();
    try (var files = Files.newDirectoryStream(folder, "*" + EXTENSION)) {
      for (var file : files) {
        fragments.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return fragments;
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
