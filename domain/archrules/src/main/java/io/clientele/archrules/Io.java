package io.clientele.archrules;

import static io.clientele.archrules.Conditions.isIn;
import static io.clientele.archrules.Conditions.target;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds input and output: files, sockets, name look-ups, HTTP clients and servers, JDBC, processes.
 */
final class Io {
  private static final List<String> PACKAGES =
      List.of(
          "com.sun.net.httpserver",
          "java.sql",
          "javax.sql",
          "java.net.http",
          "javax.net",
          "java.nio.file",
          "java.nio.channels",
          "java.rmi",
          "feign",
          "io.netty",
          "jakarta.ws.rs.client",
          "javax.ws.rs.client",
          "kong.unirest",
          "okhttp3",
          "org.apache.hc",
          "org.apache.http",
          "org.asynchttpclient",
          "org.eclipse.jetty.client",
          "org.springframework.web.client",
          "org.springframework.web.reactive",
          "retrofit2");

  private static final List<String> TYPES =
      List.of(
          "java.io.File",
          "java.io.FileInputStream",
          "java.io.FileOutputStream",
          "java.io.FileReader",
          "java.io.FileWriter",
          "java.io.RandomAccessFile",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.net.DatagramSocket",
          "java.net.NetworkInterface",
          "java.net.ServerSocket",
          "java.net.Socket",
          "java.net.URLConnection");

  private static final Set<String> URL_CALLS = Set.of("getContent", "openConnection", "openStream");
  private static final Set<String> ADDRESS_CALLS =
      Set.of("getAllByName", "getByName", "getLocalHost", "isReachable");

  private Io() {}

  /** The dependencies of a class on types that do input and output. */
  static Stream<String> seenBy(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .filter(dependency -> isIo(target(dependency)))
        .map(Dependency::getDescription);
  }

  /** The calls of a class that do input and output on types that otherwise are values. */
  static Stream<String> calledBy(JavaClass type) {
    return type.getAccessesFromSelf().stream().filter(Io::isIo).map(JavaAccess::getDescription);
  }

  private static boolean isIo(JavaClass type) {
    return isIn(type, PACKAGES) || TYPES.stream().anyMatch(type::isAssignableTo);
  }

  private static boolean isIo(JavaAccess<?> access) {
    var calls =
        switch (access.getTargetOwner().getName()) {
          case "java.net.URL" -> URL_CALLS;
          case "java.net.InetAddress" -> ADDRESS_CALLS;
          default -> Set.of();
        };
    return calls.contains(access.getName());
  }
}
