package io.clientele.bootstrap;

import io.clientele.bootstrap.config.InvalidConfiguration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The modes of the command line: one task, or the service. */
enum CommandLine {
  SERVE("", "runs the service with DATABASE_URL and REDIS_URL"),
  EMBEDDED("--embedded", "runs the service with embedded PostgreSQL and Redis, under .clientele/"),
  MIGRATE("--migrate", "migrates the database as MIGRATION_URL and exits"),
  REAPPLY_ERASURES(
      "--reapply-erasures",
      "FILE",
      "erases again the ids in FILE (- for standard input, or an https URL): a list, CSV or the"
          + " log; after a restore"),
  ACCEPT_RESTORED_AUDIT(
      "--accept-restored-audit",
      "forgets the newest audit head in Redis, and prints it; after a restore of the database"),
  REBUILD(
      "--rebuild",
      "VIEW",
      "writes a stored view anew from its source, beside a running service: order-summary"),
  NEW_KEYS("--new-keys", "prints new TOKEN_KEYS= and DATA_KEYS= lines"),
  PRINT_CONFIG("--print-config", "prints the effective settings, secrets masked"),
  VERSION("--version", "prints the version"),
  HELP("--help", "prints this help");

  private final String spelling;
  private final String operand;
  private final String meaning;

  CommandLine(String spelling, String meaning) {
    this(spelling, "", meaning);
  }

  CommandLine(String spelling, String operand, String meaning) {
    this.spelling = spelling;
    this.operand = operand;
    this.meaning = meaning;
  }

  /**
   * Parses the arguments.
   *
   * @throws InvalidConfiguration with every fault: unknown arguments, and too many or too few
   */
  static CommandLine parse(List<String> given) {
    var asked = first(given);
    var faults = new ArrayList<String>();
    for (var i = 0; i < given.size(); i++) {
      var isOperand = i == 1 && !asked.operand.isEmpty();
      if (!isOperand && named(given.get(i)).isEmpty()) {
        faults.add("unknown argument " + given.get(i) + ": see --help");
      }
    }
    var wanted = asked == SERVE ? 0 : asked.operand.isEmpty() ? 1 : 2;
    if (faults.isEmpty() && given.size() != wanted) {
      var usage = (asked.spelling + " " + asked.operand).strip();
      faults.add(usage + " alone, not " + given.size() + " arguments: see --help");
    }
    if (!faults.isEmpty()) {
      throw new InvalidConfiguration(faults);
    }
    return asked;
  }

  /** The mode that the first argument names; SERVE without one, or with an unknown one. */
  static CommandLine first(List<String> given) {
    return given.isEmpty() ? SERVE : named(given.getFirst()).orElse(SERVE);
  }

  private static Optional<CommandLine> named(String spelling) {
    return Arrays.stream(values())
        .filter(argument -> argument != SERVE && argument.spelling.equals(spelling))
        .findFirst();
  }

  /** Returns the help text, with one line for each mode. */
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
