package io.clientele.bootstrap.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The files of the repository, without what is built, downloaded or kept by servers. */
final class SourceTree {
  private static final Set<String> FOREIGN =
      Set.of("target", "node_modules", "dist", ".git", ".clientele");

  /** The folder above the modules. */
  static final Path ROOT = root(Path.of("").toAbsolutePath());

  private static final List<SourceFile> JAVA =
      SourceFile.parse(files(file -> file.toString().endsWith(".java")));

  private SourceTree() {}

  /** All Java files. */
  static List<SourceFile> java() {
    return JAVA;
  }

  /** The Java files under {@code src/main}. */
  static List<SourceFile> main() {
    return JAVA.stream().filter(SourceTree::isMain).toList();
  }

  /** The other Java files: tests, and programs of one file. */
  static List<SourceFile> tests() {
    return JAVA.stream().filter(source -> !isMain(source)).toList();
  }

  /** The Java files under {@code src/main} of each module, by the module's path. */
  static Map<String, SourceMeasures> modules() {
    var modules = new TreeMap<String, SourceMeasures>();
    main().stream()
        .map(SourceTree::module)
        .distinct()
        .forEach(
            name ->
                modules.put(
                    name,
                    new SourceMeasures(
                        main().stream().filter(source -> module(source).equals(name)).toList())));
    return modules;
  }

  /** The {@code package-info} of a file's package, in the main or test sources of its module. */
  static Optional<SourceFile> packageInfo(SourceFile source) {
    return JAVA.stream()
        .filter(other -> other.file().endsWith("package-info.java"))
        .filter(other -> other.packageName().equals(source.packageName()))
        .findFirst();
  }

  /** The files whose path below the root matches, in order. */
  static List<Path> files(Predicate<Path> matching) {
    var found = new TreeSet<Path>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return FOREIGN.contains(folder.getFileName().toString()) && !folder.equals(ROOT)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && matching.test(ROOT.relativize(file))) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(found);
  }

  private static boolean isMain(SourceFile source) {
    return below(source).contains("src/main/java/");
  }

  private static String module(SourceFile source) {
    return below(source).substring(0, below(source).indexOf("/src/main/"));
  }

  private static String below(SourceFile source) {
    return ROOT.relativize(source.file()).toString().replace('\\', '/');
  }

  private static Path root(Path start) {
    for (var folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("domain/pom.xml"))) {
        return folder;
      }
    }
    throw new AssertionError("no repository around " + start);
  }
}
