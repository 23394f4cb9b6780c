import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Prints the cases of all public sealed types and enums in the jars of a folder, each as "type
 * case". A case that is added breaks exhaustive switches over the type.
 */
final class Cases {
  private Cases() {}

  public static void main(String... args) throws IOException {
    var lines = new TreeSet<String>();
    try (var files = Files.list(Path.of(args[0]))) {
      var jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
      var urls = new URL[jars.size()];
      for (var i = 0; i < urls.length; i++) {
        urls[i] = jars.get(i).toUri().toURL();
      }
      try (var loader = new URLClassLoader(urls)) {
        for (var jar : jars) {
          classes(jar, loader).filter(Cases::isPublic).flatMap(Cases::cases).forEach(lines::add);
        }
      }
    }
    lines.forEach(System.out::println);
  }

  private static Stream<Class<?>> classes(Path file, ClassLoader loader) throws IOException {
    try (var jar = new JarFile(file.toFile())) {
      return jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
          .toList()
          .stream()
          .flatMap(name -> load(name, loader));
    }
  }

  /** Types that extend a class of another library are not loaded. They are neither of the two. */
  private static Stream<Class<?>> load(String name, ClassLoader loader) {
    try {
      return Stream.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException | NoClassDefFoundError absent) {
      return Stream.of();
    }
  }

  private static boolean isPublic(Class<?> type) {
    var outer = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
  }

  private static Stream<String> cases(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getFields())
          .filter(Field::isEnumConstant)
          .map(constant -> type.getName() + " " + constant.getName());
    }
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses())
            .map(permitted -> type.getName() + " " + permitted.getName())
        : Stream.of();
  }
}
