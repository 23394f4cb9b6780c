package io.clientele.bootstrap;

import io.clientele.bootstrap.config.BadConfiguration;
import java.util.List;

/** What the command line asks for: one thing, or the service itself. */
enum Arguments {
  SERVE("", "runs the service on DATABASE_URL and REDIS_URL"),
  EMBEDDED("--embedded", "runs it with a PostgreSQL and a Redis of its own, under .clientele/"),
  MIGRATE("--migrate", "brings the database up to date, as MIGRATION_URL, and ends"),
  NEW_KEYS("--new-keys", "prints fresh TOKEN_KEYS= and DATA_KEYS= lines"),
  PRINT_CONFIG("--print-config", "shows the settings that hold, secrets masked"),
  VERSION("--version", "shows the version"),
  HELP("--help", "shows this");

  private final String spelling;
  private final String meaning;

  Arguments(String spelling, String meaning) {
    this.spelling = spelling;
    this.meaning = meaning;
  }

  /** Throws {@link BadConfiguration} if it is not exactly one that we know. */
  static Arguments parse(List<String> given) {
    if (given.isEmpty()) {
      return SERVE;
    }
    if (given.size() > 1) {
      throw new BadConfiguration("one argument at most, not " + given.size() + ": see --help");
    }
    for (var argument : values()) {
      if (argument != SERVE && argument.spelling.equals(given.getFirst())) {
        return argument;
      }
    }
    throw new BadConfiguration("unknown argument " + given.getFirst() + ": see --help");
  }

  /** One line each. */
  static String help() {
    var lines = new StringBuilder();
    for (var argument : values()) {
      lines.append(
          "  %-15s %s%n"
              .formatted(argument == SERVE ? "(none)" : argument.spelling, argument.meaning));
    }
    return lines.toString();
  }
}
