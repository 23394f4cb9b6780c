import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Builds ({@code build}) or checks ({@code test}) both pages with the machine's own Node.js, and
 * only if something changed since. A machine without Node.js is told so, and goes on without the
 * pages.
 */
Path target = Path.of("../target");

Path resources = Path.of("../src/main/resources");

Set<String> made = Set.of("node_modules");

void main(String[] args) throws Exception {
  if (List.of(args).contains("skipTests=true")) {
    return;
  }
  var isTest = args[0].equals("test");
  var stamp = target.resolve(isTest ? "dashboard-tested" : "dashboard-built");
  var digest = digest(sources());
  if (Files.exists(stamp) && Files.readString(stamp).equals(digest)) {
    return;
  }
  if (!isNodeThere()) {
    remove(target.resolve("dashboard"));
    remove(target.resolve("classes/public"));
    IO.println(
        "Node.js 20.19 or newer is not on the PATH: the service is built WITHOUT its dashboard.");
    return;
  }
  install();
  if (isTest) {
    run("npm", "run", "--silent", "check");
    run("npm", "test", "--silent");
  } else {
    remove(target.resolve("classes/public"));
    mergeDocument("operations");
    mergeDocument("store");
    run("npm", "run", "--silent", "build");
  }
  Files.writeString(stamp, digest);
}

/**
 * Merges the fragments of a front's OpenAPI document, which the types of its calls are generated
 * from.
 */
void mergeDocument(String front) throws Exception {
  var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  // A copy: beside the module's descriptor, the launcher would want every library of the module.
  var program = Path.of("io/clientele/http/documents/OpenApiFragments.java");
  var merge = Path.of("../target/openapi/program").resolve(program);
  Files.createDirectories(merge.getParent());
  Files.copy(
      Path.of("../src/main/java").resolve(program), merge, StandardCopyOption.REPLACE_EXISTING);
  run(java, merge.toString(), resources.toString(), front, "../target/openapi/" + front + ".yaml");
}

/** What the lock file names, once for each lock file. */
void install() throws Exception {
  var stamp = Path.of("node_modules/.installed");
  var digest = digest(List.of(Path.of("package-lock.json")));
  if (!Files.exists(stamp) || !Files.readString(stamp).equals(digest)) {
    run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
    Files.writeString(stamp, digest);
  }
}

boolean isNodeThere() throws InterruptedException {
  try {
    var node = new ProcessBuilder("node", "--version").start();
    var version = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    var parts = version.substring(1).split("[.]");
    var number = 1000 * Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]);
    return node.waitFor() == 0 && number >= 20_019;
  } catch (IOException absent) {
    return false;
  }
}

void run(String... command) throws Exception {
  if (command[0].equals("npm") && System.getProperty("os.name").startsWith("Windows")) {
    command[0] += ".cmd";
  }
  var code = new ProcessBuilder(command).inheritIO().start().waitFor();
  if (code != 0) {
    System.err.println(String.join(" ", command) + " failed with " + code);
    System.exit(1);
  }
}

List<Path> sources() throws IOException {
  try (var files = Files.walk(Path.of(""));
      var fragments = Files.walk(resources.resolve("openapi"))) {
    return Stream.concat(files.filter(file -> !made.contains(file.getName(0) + "")), fragments)
        .filter(Files::isRegularFile)
        .sorted()
        .toList();
  }
}

String digest(List<Path> files) throws Exception {
  var sha256 = MessageDigest.getInstance("SHA-256");
  for (var file : files) {
    sha256.update(file.toString().getBytes(StandardCharsets.UTF_8));
    sha256.update(Files.readAllBytes(file));
  }
  return HexFormat.of().formatHex(sha256.digest());
}

void remove(Path folder) throws IOException {
  if (Files.exists(folder)) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
