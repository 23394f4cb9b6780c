package io.clientele.bootstrap.rules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.tools.ToolProvider;

/** The methods and constructors of source files, as the compiler reads them. */
final class SourceMethods {
  /** One of them; {@code lines} without its Javadoc. */
  record Method(String file, String name, long lines) {}

  private SourceMethods() {}

  static List<Method> of(Collection<Path> files) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var units = manager.getJavaFileObjectsFromPaths(files);
      var task = (JavacTask) compiler.getTask(null, manager, null, null, null, units);
      var found = new ArrayList<Method>();
      for (var unit : task.parse()) {
        unit.accept(new Finder(unit, Trees.instance(task), found), null);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Finder extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final Trees trees;
    private final List<Method> found;

    Finder(CompilationUnitTree unit, Trees trees, List<Method> found) {
      this.unit = unit;
      this.trees = trees;
      this.found = found;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      var positions = trees.getSourcePositions();
      var lines = unit.getLineMap();
      var first = lines.getLineNumber(positions.getStartPosition(unit, method));
      var last = lines.getLineNumber(positions.getEndPosition(unit, method));
      var file = unit.getSourceFile().getName();
      found.add(new Method(file, method.getName().toString(), last - first + 1));
      return super.visitMethod(method, nothing);
    }
  }
}
