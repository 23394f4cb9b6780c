package io.clientele.bootstrap.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/**
 * One Java source file, as the compiler parses it.
 *
 * @param types the names of its top-level types
 * @param nested the names of the types nested in them
 * @param names the simple names that its code uses
 * @param imports the full names that it imports, members of static imports included
 */
record SourceFile(
    Path file,
    String packageName,
    List<String> types,
    Set<String> nested,
    Set<String> names,
    Set<String> imports,
    List<Method> methods) {

  /**
   * A method or constructor.
   *
   * @param lines without Javadoc
   * @param free whether its own class decides on its parameters: it overrides no other method and
   *     is no canonical constructor of a record
   */
  record Method(Path file, String name, int lines, int parameters, boolean free) {}

  /** Parses files. They need not compile. */
  static List<SourceFile> parse(Collection<Path> files) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var units = manager.getJavaFileObjectsFromPaths(files);
      var task = (JavacTask) compiler.getTask(null, manager, null, null, null, units);
      var positions = Trees.instance(task).getSourcePositions();
      var sources = new ArrayList<SourceFile>();
      for (var unit : task.parse()) {
        sources.add(of(unit, positions));
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of the file. */
  List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the file declares a type: not {@code package-info} or {@code module-info}. */
  boolean declaresTypes() {
    return !types.isEmpty();
  }

  private static SourceFile of(CompilationUnitTree unit, SourcePositions positions) {
    var source =
        new SourceFile(
            Path.of(unit.getSourceFile().toUri()),
            unit.getPackageName() == null ? "" : unit.getPackageName().toString(),
            new ArrayList<>(),
            new HashSet<>(),
            new HashSet<>(),
            new HashSet<>(),
            new ArrayList<>());
    new Reader(unit, positions, source).scan(unit, null);
    return source;
  }

  private static final class Reader extends TreeScanner<Void, Void> {
    private static final List<String> NONE = List.of("");

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final SourceFile source;
    private List<String> components = NONE;
    private int depth;

    Reader(CompilationUnitTree unit, SourcePositions positions, SourceFile source) {
      this.unit = unit;
      this.positions = positions;
      this.source = source;
    }

    @Override
    public Void visitImport(ImportTree tree, Void nothing) {
      source.imports.add(tree.getQualifiedIdentifier().toString());
      return null;
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
      (depth == 0 ? source.types : source.nested).add(tree.getSimpleName().toString());
      depth++;
      var outer = components;
      components = tree.getKind() == Tree.Kind.RECORD ? components(tree) : NONE;
      super.visitClass(tree, nothing);
      components = outer;
      depth--;
      return null;
    }

    private static List<String> components(ClassTree tree) {
      return tree.getMembers().stream()
          .filter(VariableTree.class::isInstance)
          .map(VariableTree.class::cast)
          .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
          .map(field -> field.getType().toString())
          .toList();
    }

    private boolean isCanonical(MethodTree tree) {
      return tree.getName().contentEquals("<init>")
          && tree.getParameters().stream()
              .map(parameter -> parameter.getType().toString())
              .toList()
              .equals(components);
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void nothing) {
      source.names.add(tree.getName().toString());
      return null;
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
      var free =
          !isCanonical(tree)
              && tree.getModifiers().getAnnotations().stream()
                  .noneMatch(
                      annotation -> annotation.getAnnotationType().toString().equals("Override"));
      source.methods.add(
          new Method(
              source.file,
              tree.getName().toString(),
              line(positions.getEndPosition(unit, tree))
                  - line(positions.getStartPosition(unit, tree))
                  + 1,
              tree.getParameters().size(),
              free));
      return super.visitMethod(tree, nothing);
    }

    private int line(long position) {
      return (int) unit.getLineMap().getLineNumber(position);
    }
  }
}
