import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Checks ({@code check}) or rewrites ({@code write}) every Java source under the working directory.
 * The root POM runs it in {@code validate}: one JVM for the whole tree, all cores.
 */
void main(String[] args) throws IOException {
  var write = args.length > 0 && args[0].equals("write");
  var differing =
      sources(Path.of("")).parallelStream()
          .filter(source -> differs(source, write))
          .sorted()
          .toList();
  if (write) {
    differing.forEach(source -> IO.println("Formatted " + source));
  } else if (!differing.isEmpty()) {
    differing.forEach(source -> System.err.println("Not formatted: " + source));
    System.err.println("To format the sources: mvn -N -Pformat validate");
    System.exit(1);
  }
}

boolean differs(Path source, boolean write) {
  try {
    var text = Files.readString(source);
    var formatted = new Formatter().formatSourceAndFixImports(text);
    if (formatted.equals(text)) {
      return false;
    }
    if (write) {
      Files.writeString(source, formatted);
    }
    return true;
  } catch (FormatterException e) {
    throw new IllegalStateException(source + " does not parse: " + e.getMessage(), e);
  } catch (IOException e) {
    throw new UncheckedIOException(e);
  }
}

List<Path> sources(Path root) throws IOException {
  var skipped = Set.of("target", "node_modules", "dist");
  var sources = new ArrayList<Path>();
  Files.walkFileTree(
      root,
      new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
          var name = folder.getFileName().toString();
          return skipped.contains(name) || (name.startsWith(".") && !name.equals(".mvn"))
              ? FileVisitResult.SKIP_SUBTREE
              : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
          if (file.toString().endsWith(".java")) {
            sources.add(file);
          }
          return FileVisitResult.CONTINUE;
        }
      });
  return sources;
}
