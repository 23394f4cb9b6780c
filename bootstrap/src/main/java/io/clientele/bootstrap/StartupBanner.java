package io.clientele.bootstrap;

import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.embedded.EmbeddedServers;
import io.clientele.bootstrap.identity.FirstAdmin;
import io.clientele.bootstrap.identity.FirstAdministrator;
import io.clientele.http.server.HttpServer;
import java.util.Optional;

/**
 * The lines that the terminal shows once the embedded service runs.
 *
 * @param isPasswordMade whether this start generated the password; a new administrator's password
 *     is shown only here
 */
record StartupBanner(
    String version,
    Config config,
    HttpServer http,
    EmbeddedServers servers,
    FirstAdministrator administrator,
    boolean isPasswordMade) {
  String address() {
    return address(http.port());
  }

  private String address(int port) {
    return "http://" + config.http().bind() + ":" + port;
  }

  /** Returns the line of the store's page; empty if the service does not serve it. */
  private String store() {
    var address = address(http.storePort().orElse(http.port()));
    return config.fronts().hasStore() ? "\n  Store    " + address + "/store/" : "";
  }

  private Optional<FirstAdmin> admin() {
    return administrator.named();
  }

  private String entrance(FirstAdmin admin) {
    if (!administrator.isNew()) {
      return "as shown when the first administrator was created";
    }
    return admin.email().value()
        + (isPasswordMade
            ? ", password " + admin.password() + " (shown this once)"
            : ", with ADMIN_PASSWORD");
  }

  /** Returns the password line; a chosen password is not shown. */
  private String password(FirstAdmin admin) {
    return administrator.isNew() && isPasswordMade ? admin.password() : "...";
  }

  @Override
  public String toString() {
    return """

    Clientele %1$s is ready, with embedded servers

      API      %2$s%11$s
      Metrics  http://%3$s:%4$d/metrics
      Data     %5$s
               %6$s
               %7$s
      Sign in  %8$s
      Stop     Ctrl-C; the data stay

      Try      TOKEN=$(curl -s %2$s/v1/sessions -H 'Content-Type: application/json' \\
                 -d '{"email": "%9$s", "password": "%10$s"}' \\
                 | sed 's/.*"accessToken":"\\([^"]*\\).*/\\1/')
               curl -i %2$s/v1/accounts -H "Authorization: Bearer $TOKEN" \\
                 -H 'Content-Type: application/json' \\
                 -d '{"name": "Ada Lovelace", "email": "ada@example.com"}'
               curl "%2$s/v1/accounts?include=views" -H "Authorization: Bearer $TOKEN"
    """
        .formatted(
            version,
            address(),
            config.http().bind(),
            config.managementPort(),
            servers.folder(),
            servers.databaseAddress(),
            config.redis().isPresent()
                ? servers.redisAddress()
                : "no Redis, because none starts here: views are counted directly in"
                    + " PostgreSQL",
            admin().map(this::entrance).orElse(""),
            admin().map(admin -> admin.email().value()).orElse(""),
            admin().map(this::password).orElse("..."),
            store());
  }
}
