package io.clientele.application.published;

import io.clientele.application.account.ViewAccount;
import io.clientele.domain.account.Account;
import io.clientele.inmemory.account.InMemoryAccounts;
import io.clientele.testkit.account.AccountsContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The public classes of the domain, the use cases, the ports in memory and the test kit. */
final class PublishedClasses {
  private static final List<Class<?>> ONE_OF_EACH_JAR =
      List.of(Account.class, ViewAccount.class, InMemoryAccounts.class, AccountsContract.class);

  private PublishedClasses() {}

  /** Returns all of them, nested classes included. */
  static List<Class<?>> all() {
    return ONE_OF_EACH_JAR.stream()
        .flatMap(member -> classes(member).stream())
        .filter(PublishedClasses::isPublic)
        .toList();
  }

  private static List<Class<?>> classes(Class<?> member) {
    try {
      var place = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(place)) {
        return classes(member, place);
      }
      try (var jar = FileSystems.newFileSystem(place)) {
        return classes(member, jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Class<?>> classes(Class<?> member, Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .sorted()
          .<Class<?>>map(name -> load(name, member))
          .toList();
    }
  }

  private static Class<?> load(String name, Class<?> member) {
    try {
      return Class.forName(name, false, member.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isPublic(Class<?> type) {
    return Stream.<Class<?>>iterate(type, outer -> outer != null, Class::getEnclosingClass)
        .allMatch(outer -> Modifier.isPublic(outer.getModifiers()));
  }
}
