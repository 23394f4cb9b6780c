package io.clientele.bootstrap;

import io.clientele.bootstrap.config.BadConfiguration;
import java.util.List;

/** What the command line asks for: one thing, or the service itself. */
enum Arguments {
  SERVE("", "runs the service on DATABASE_URL and REDIS_URL"),
  EMBEDDED("--embedded", "runs it with a PostgreSQL and a Redis of its own, under .clientele/"),
  MIGRATE("--migrate", "brings the database up to date, as MIGRATION_URL, and ends"),
  REAPPLY_ERASURES(
      "--reapply-erasures",
      "FILE",
      "erases again whom FILE names: one id a line, or lines of the log; after a restore"),
  NEW_KEYS("--new-keys", "prints fresh TOKEN_KEYS= and DATA_KEYS= lines"),
  PRINT_CONFIG("--print-config", "shows the settings that hold, secrets masked"),
  VERSION("--version", "shows the version"),
  HELP("--help", "shows this");

  private final String spelling;
  private final String operand;
  private final String meaning;

  Arguments(String spelling, String meaning) {
    this(spelling, "", meaning);
  }

  Arguments(String spelling, String operand, String meaning) {
    this.spelling = spelling;
    this.operand = operand;
    this.meaning = meaning;
  }

  /** Throws {@link BadConfiguration} if it is not exactly one that we know. */
  static Arguments parse(List<String> given) {
    if (given.isEmpty()) {
      return SERVE;
    }
    for (var argument : values()) {
      if (argument != SERVE && argument.spelling.equals(given.getFirst())) {
        argument.require(given.size());
        return argument;
      }
    }
    throw new BadConfiguration("unknown argument " + given.getFirst() + ": see --help");
  }

  private void require(int given) {
    var wanted = operand.isEmpty() ? 1 : 2;
    if (given != wanted) {
      var usage = (spelling + " " + operand).strip();
      throw new BadConfiguration(usage + " alone, not " + given + " arguments: see --help");
    }
  }

  /** One line each. */
  static String help() {
    var lines = new StringBuilder();
    for (var argument : values()) {
      lines.append(
          "  %-23s %s%n"
              .formatted(
                  argument == SERVE ? "(none)" : argument.spelling + " " + argument.operand,
                  argument.meaning));
    }
    return lines.toString();
  }
}
