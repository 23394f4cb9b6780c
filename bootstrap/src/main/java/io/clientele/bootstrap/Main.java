package io.clientele.bootstrap;

import io.clientele.bootstrap.account.ErasureList;
import io.clientele.bootstrap.account.ErasureSource;
import io.clientele.bootstrap.account.ReapplyErasures;
import io.clientele.bootstrap.audit.RestoredAudit;
import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.config.EnvironmentVariables;
import io.clientele.bootstrap.config.InvalidConfiguration;
import io.clientele.bootstrap.config.SettingsDocument;
import io.clientele.bootstrap.embedded.EmbeddedServers;
import io.clientele.bootstrap.embedded.EmbeddedSettings;
import io.clientele.bootstrap.embedded.KeySettings;
import io.clientele.bootstrap.lifecycle.StartupFailure;
import io.clientele.bootstrap.telemetry.LogbackConfigurator;
import io.clientele.persistence.account.JdbcAccounts;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.crypto.DataKeys;
import io.clientele.persistence.jdbc.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.security.Security;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/** The entry point: runs the mode that the command line selects. */
public final class Main {
  private static final int STOPPED = 0;
  private static final int FAILED = 1;
  private static final int MISCONFIGURED = 2;

  private Main() {}

  public static void main(String[] args) {
    System.exit(run(List.of(args), System.getenv()));
  }

  private static int run(List<String> arguments, Map<String, String> variables) {
    try {
      var asked = parse(arguments, variables);
      if (asked == CommandLine.EMBEDDED) {
        LogbackConfigurator.makeReadable();
      }
      // A failover changes addresses, which the JVM would keep for 30 seconds.
      Security.setProperty("networkaddress.cache.ttl", "5");
      switch (asked) {
        case SERVE -> serve(service(variables));
        case EMBEDDED -> embedded(variables);
        case MIGRATE -> migrate(service(variables));
        case REAPPLY_ERASURES -> {
          return reapply(service(variables).schemaSettings(), arguments.get(1));
        }
        case ACCEPT_RESTORED_AUDIT ->
            System.out.println(RestoredAudit.accept(service(variables).config()));
        case REBUILD -> rebuild(service(variables), arguments.get(1));
        case NEW_KEYS -> System.out.print(KeySettings.lines(KeySettings.fresh()));
        case PRINT_CONFIG -> System.out.println(service(variables).config());
        case VERSION -> System.out.println("clientele " + version());
        case HELP -> System.out.println(help());
      }
      return STOPPED;
    } catch (InvalidConfiguration bad) {
      bad.faults().forEach(System.err::println);
      return MISCONFIGURED;
    } catch (StartupFailure why) {
      System.err.println(why.getMessage());
      return FAILED;
    } catch (Exception | LinkageError bug) {
      bug.printStackTrace();
      return FAILED;
    }
  }

  /** Returns the mode; throws all faults of the arguments and of the mode's settings. */
  private static CommandLine parse(List<String> arguments, Map<String, String> variables) {
    try {
      return CommandLine.parse(arguments);
    } catch (InvalidConfiguration bad) {
      var faults = new ArrayList<>(bad.faults());
      try {
        requireSettings(CommandLine.first(arguments), variables);
      } catch (InvalidConfiguration more) {
        faults.addAll(more.faults());
      }
      throw new InvalidConfiguration(faults);
    }
  }

  private static void requireSettings(CommandLine asked, Map<String, String> variables) {
    switch (asked) {
      case SERVE, PRINT_CONFIG, ACCEPT_RESTORED_AUDIT, REBUILD -> service(variables).config();
      case EMBEDDED -> requireEmbedded(variables);
      case MIGRATE, REAPPLY_ERASURES -> service(variables).schemaSettings();
      case NEW_KEYS, VERSION, HELP -> {}
    }
  }

  private static void requireEmbedded(Map<String, String> variables) {
    service(
            EmbeddedSettings.over(
                variables, "postgresql://unused@localhost/none", "none", KeySettings.fresh()))
        .config();
  }

  /** Creates the component. It reads no setting yet. */
  private static Service service(Map<String, String> variables) {
    return DaggerService.factory().of(new EnvironmentVariables(variables), InstantSource.system());
  }

  private static void serve(Service service) throws InterruptedException {
    new ServiceLifecycle(service, ShutdownSignals.listen()).run(() -> {});
  }

  private static void embedded(Map<String, String> variables) throws InterruptedException {
    LoggerFactory.getILoggerFactory(); // once, before several threads log
    requireEmbedded(variables); // Before anything is started.
    var signals = ShutdownSignals.listen();
    try (var servers = EmbeddedServers.start(Path.of(".clientele"))) {
      var service =
          service(
              EmbeddedSettings.over(
                  variables, servers.databaseUrl(), servers.redisUrl(), servers.keys()));
      new ServiceLifecycle(service, signals)
          .run(() -> announce(service, servers, EmbeddedSettings.makesPassword(variables)));
    }
  }

  private static void announce(Service service, EmbeddedServers servers, boolean isPasswordMade) {
    var banner =
        new StartupBanner(
            version(),
            service.config(),
            service.http(),
            servers,
            service.firstAdministrator(),
            isPasswordMade);
    servers.announce(banner.address());
    System.out.println(banner);
  }

  private static void migrate(Service service) {
    try (var database = new Database(service.schemaSettings().database())) {
      service.schema().migrate(database);
    }
    System.out.println("the database is up to date");
  }

  private static void rebuild(Service service, String name) {
    var views = service.rebuildableViews();
    var view =
        views.stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new InvalidConfiguration("no view is named " + name));
    try (var _ = service.database()) {
      view.rebuild().run();
    }
    System.out.println(name + " is rebuilt");
  }

  /** Repeats the erasures of a list. Fails if a part is unreadable, after the rest was erased. */
  private static int reapply(Config.Schema schema, String place) {
    var list = erasures(place);
    try (var database = new Database(schema.database())) {
      var changes = new ChangeStore(new DataKeys(List.of()));
      var accounts = new JdbcAccounts(database, changes, DaggerErasers.create().all());
      var done = new ReapplyErasures(accounts, InstantSource.system()).reapply(list);
      System.out.println(done);
      if (done.unreadable() > 0) {
        System.err.println(done.faults());
      }
      return done.unreadable() > 0 ? FAILED : STOPPED;
    }
  }

  private static ErasureList erasures(String place) {
    try {
      return ErasureList.read(new ErasureSource().bytes(place));
    } catch (IOException e) {
      throw new InvalidConfiguration(Objects.toString(e.getMessage()));
    }
  }

  private static String version() {
    return Objects.requireNonNullElse(
        Main.class.getPackage().getImplementationVersion(), "(not packaged)");
  }

  private static String help() {
    return """
    Clientele %s, the client account service

    java -jar clientele.jar [argument]
    %s
    Settings are environment variables (see SETTINGS.md):
    %s\
    """
        .formatted(
            version(),
            CommandLine.help(),
            SettingsDocument.terminal(service(Map.of()).settingGroups()));
  }
}
