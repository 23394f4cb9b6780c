package io.clientele.bootstrap.rules;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The packages of a module, and those of them that its descriptor exports. */
record ModuleExports(Set<String> all, Set<String> exported) {
  private static final Pattern EXPORTS = Pattern.compile("\\s*exports ([a-z0-9.]+);");

  /** Reads the descriptor among these sources of a module. Empty if there is none. */
  static Optional<ModuleExports> of(SourceMeasures module) {
    var all =
        module.sources().stream()
            .map(SourceFile::packageName)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    return module.sources().stream()
        .filter(source -> source.file().endsWith("module-info.java"))
        .findFirst()
        .map(descriptor -> new ModuleExports(all, exportsOf(descriptor)));
  }

  String[] packages() {
    return all.toArray(String[]::new);
  }

  String[] hidden() {
    return all.stream().filter(name -> !exported.contains(name)).toArray(String[]::new);
  }

  private static Set<String> exportsOf(SourceFile descriptor) {
    return descriptor.lines().stream()
        .map(EXPORTS::matcher)
        .filter(line -> line.matches())
        .map(line -> line.group(1))
        .collect(Collectors.toSet());
  }
}
