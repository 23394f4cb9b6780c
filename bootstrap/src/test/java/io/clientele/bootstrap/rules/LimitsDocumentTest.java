package io.clientele.bootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.bootstrap.config.RateLimitSettings;
import io.clientele.bootstrap.config.ServiceSetting;
import io.clientele.bootstrap.config.Setting;
import io.clientele.bootstrap.views.ViewsSettings;
import io.clientele.domain.account.AccountRateLimits;
import io.clientele.domain.identity.IdentityRateLimits;
import io.clientele.http.limits.IngressRateLimits;
import io.clientele.http.server.HttpConfig;
import io.clientele.http.server.StoreIngress;
import io.clientele.persistence.jdbc.DatabaseConfig;
import io.clientele.persistence.jdbc.DatabaseConfig.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of limits is held against the code: each name is there, with the figure of its row. */
class LimitsDocumentTest {
  private static final Path PAGE = Path.of("LIMITS.md");
  private static final Path ROOT = Path.of("..");
  private static final List<String> MODULES =
      List.of(
          "domain",
          "application",
          "adapters-http",
          "adapters-persistence",
          "adapters-cache",
          "bootstrap");

  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final Pattern NAMED = Pattern.compile("(\\w+)\\.(\\w+)");

  /** What such a constant is called, and is not a statement of SQL. */
  private static final Pattern BOUND =
      Pattern.compile(
          "(?:static final (?:int|long|float|Duration)|^ {2}int)"
              + " (\\w*(?:MAX|TIMEOUT|PATIENCE|WITHIN|ATTEMPTS|TRIES)) =",
          Pattern.MULTILINE);

  /** Faults of what is set are told at the start, and the embedded servers are for a desk. */
  private static final List<String> NOT_MEANT = List.of("bootstrap/config", "bootstrap/embedded");

  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "NANOS", ChronoUnit.NANOS,
          "MILLIS", ChronoUnit.MILLIS,
          "SECONDS", ChronoUnit.SECONDS,
          "MINUTES", ChronoUnit.MINUTES);

  private static final Map<Class<?>, Record> DEFAULTS =
      Map.of(
          HttpConfig.class,
          HttpConfig.of("", 0),
          StoreIngress.class,
          StoreIngress.SHARED,
          DatabaseConfig.class,
          DatabaseConfig.of(new Login("", null, null)));

  private static final List<Setting> SETTINGS =
      Stream.of(
              ServiceSetting.supported(),
              ViewsSettings.GROUP.settings(),
              RateLimitSettings.group(IngressRateLimits.ALL).settings(),
              RateLimitSettings.group(IdentityRateLimits.ALL).settings(),
              RateLimitSettings.group(AccountRateLimits.ALL).settings())
          .<Setting>flatMap(List::stream)
          .toList();

  /** A row of the page. */
  private record Limit(String bound, String names) {}

  @Test
  void everySettingHasTheDefaultOfItsRow() throws IOException {
    var told = 0;
    for (var limit : limits()) {
      for (var setting : SETTINGS) {
        if (limit.names().contains("`" + setting.name() + "`")) {
          assertThat(limit.bound()).contains("`" + setting.fallback().orElseThrow() + "`");
          told++;
        }
      }
    }
    assertThat(told).isGreaterThan(5);
  }

  @Test
  void everyNameOfTheCodeIsThereWithAFigureOfItsRow() throws Exception {
    var faults = new ArrayList<String>();
    var held = 0;
    for (var limit : limits()) {
      for (var name : names(limit)) {
        var found = values(name);
        held += found.size();
        found.stream()
            .filter(value -> !tells(limit.bound(), texts(value)))
            .forEach(value -> faults.add(name + " is " + value + ", not " + limit.bound()));
        if (found.isEmpty()) {
          faults.add(name + " is not there");
        }
      }
    }
    assertThat(faults).isEmpty();
    assertThat(held).isGreaterThan(80);
  }

  @Test
  void everyBoundOfTheCodeHasARow() throws IOException {
    var page = Files.readString(PAGE);
    var missing = new ArrayList<String>();
    for (var source : sources()) {
      var type = source.getFileName().toString().replace(".java", "");
      BOUND
          .matcher(Files.readString(source))
          .results()
          .map(found -> type + "." + found.group(1))
          .filter(name -> !page.contains("`" + name + "`"))
          .forEach(missing::add);
    }
    assertThat(missing).isEmpty();
  }

  private static List<Limit> limits() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(
            line -> line.startsWith("| ") && !line.startsWith("| what") && !line.contains("---"))
        .map(line -> line.split("\\|"))
        .map(cells -> new Limit(cells[2].strip(), cells[3].strip()))
        .toList();
  }

  private static List<String> names(Limit limit) {
    return QUOTED
        .matcher(limit.names())
        .results()
        .map(found -> found.group(1))
        .filter(name -> NAMED.matcher(name).matches())
        .toList();
  }

  /** Of each type of that name that has it; as it is where it can be no figure. */
  private static List<Object> values(String name) throws Exception {
    var parts = NAMED.matcher(name);
    assertThat(parts.matches()).isTrue();
    var values = new ArrayList<>();
    for (var source : sources()) {
      if (source.endsWith(parts.group(1) + ".java")) {
        value(type(source), parts.group(2)).ifPresent(values::add);
      }
    }
    return values;
  }

  private static Optional<Object> value(Class<?> type, String member) throws Exception {
    if (DEFAULTS.containsKey(type)) {
      return Optional.of(named(member, type.getMethod(member).invoke(DEFAULTS.get(type))));
    }
    for (var nested : type.getDeclaredClasses()) {
      var found =
          nested.getSimpleName().equals(member) ? Optional.of(nested) : value(nested, member);
      if (found.isPresent()) {
        return Optional.of(found.get());
      }
    }
    for (var field : type.getDeclaredFields()) {
      if (field.getName().equals(member)) {
        field.setAccessible(true);
        return Optional.of(named(member, field.get(null)));
      }
    }
    return Optional.empty();
  }

  /** A figure whose name has its unit last. */
  private static Object named(String name, Object value) {
    if (!(value instanceof Number number)) {
      return value;
    }
    var figure = number.longValue();
    var unit = UNITS.keySet().stream().filter(name.toUpperCase(Locale.ROOT)::contains).findFirst();
    return unit.isPresent() ? Duration.of(figure, UNITS.get(unit.get())) : (Object) figure;
  }

  /** How a page may say it. */
  private static List<String> texts(Object value) {
    return switch (value) {
      case Duration time ->
          List.of(
              time.toMillis() + " ms",
              time.toSeconds() + " s",
              time.toMinutes() + " min",
              time.toHours() + " h",
              time.toDays() + " day");
      case Long figure ->
          List.of(
              String.format(Locale.ROOT, "%,d", figure),
              figure % 1024 == 0 ? figure / 1024 + " KiB" : "no",
              figure % (1024 * 1024) == 0 ? figure / 1024 / 1024 + " MiB" : "no");
      default -> List.of();
    };
  }

  private static boolean tells(String bound, List<String> figures) {
    return figures.isEmpty()
        || figures.stream()
            .filter(figure -> !figure.startsWith("0 "))
            .map(figure -> Pattern.compile("(?<![\\d,])" + figure + "(?!,?\\d)"))
            .anyMatch(figure -> figure.matcher(bound).find());
  }

  private static Class<?> type(Path source) throws ClassNotFoundException {
    var path = source.toString().replace('\\', '/');
    var name = path.substring(path.indexOf("/java/") + "/java/".length(), path.length() - 5);
    return Class.forName(name.replace('/', '.'));
  }

  private static List<Path> sources() {
    return MODULES.stream().flatMap(LimitsDocumentTest::sources).toList();
  }

  private static Stream<Path> sources(String module) {
    try (var files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(
              file -> NOT_MEANT.stream().noneMatch(file.toString().replace('\\', '/')::contains))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
