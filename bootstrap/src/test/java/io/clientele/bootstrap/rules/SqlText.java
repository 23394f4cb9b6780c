package io.clientele.bootstrap.rules;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A text that may be SQL: a whole SQL file, or a string of a Java file with what is concatenated to
 * it.
 *
 * @param user the folder of migrations, or the package below {@code io.clientele.persistence}
 */
record SqlText(String user, Path file, String text) {
  private static final Pattern MIGRATION =
      Pattern.compile(".*/src/main/resources/db/migration/([a-z]+)/.*\\.sql");
  private static final Pattern PERSISTENCE =
      Pattern.compile("io\\.clientele\\.persistence\\.([a-z]+)(\\..*)?");

  /** Returns the SQL files of all contexts. */
  static List<SqlText> ofMigrations() {
    return SourceTree.files(file -> MIGRATION.matcher("/" + file).matches()).stream()
        .map(file -> new SqlText(folder(file), file, read(file)))
        .toList();
  }

  /** Returns the strings of all classes of the persistence adapter. */
  static List<SqlText> ofClasses() {
    var files =
        SourceTree.main().stream()
            .filter(source -> PERSISTENCE.matcher(source.packageName()).matches())
            .map(SourceFile::file)
            .toList();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var units = manager.getJavaFileObjectsFromPaths(files);
      var task = (JavacTask) compiler.getTask(null, manager, null, null, null, units);
      var texts = new ArrayList<SqlText>();
      task.parse().forEach(unit -> strings(unit).map(text -> of(unit, text)).forEach(texts::add));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SqlText of(CompilationUnitTree unit, String text) {
    var name = PERSISTENCE.matcher(unit.getPackageName().toString());
    return new SqlText(name.replaceFirst("$1"), Path.of(unit.getSourceFile().toUri()), text);
  }

  private static String folder(Path file) {
    return MIGRATION.matcher(file.toString()).replaceFirst("$1");
  }

  private static Stream<String> strings(CompilationUnitTree unit) {
    var strings = new ArrayList<String>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitBinary(BinaryTree tree, Void nothing) {
        if (tree.getKind() == Tree.Kind.PLUS) {
          strings.add(concatenated(tree));
          return null;
        }
        return super.visitBinary(tree, nothing);
      }

      @Override
      public Void visitLiteral(LiteralTree tree, Void nothing) {
        strings.add(concatenated(tree));
        return null;
      }
    }.scan(unit, null);
    return strings.stream();
  }

  /** What is no string stands as a dollar sign. */
  private static String concatenated(Tree tree) {
    return switch (tree) {
      case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS ->
          concatenated(sum.getLeftOperand()) + concatenated(sum.getRightOperand());
      case ParenthesizedTree inner -> concatenated(inner.getExpression());
      case LiteralTree literal when literal.getValue() instanceof String text -> text;
      default -> " $ ";
    };
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
