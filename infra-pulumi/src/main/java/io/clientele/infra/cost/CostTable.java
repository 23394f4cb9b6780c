package io.clientele.infra.cost;

import io.clientele.infra.config.EnvironmentPlan;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the page {@code COSTS.md}, which compares the estimates of several environments. */
public final class CostTable {
  private static final String PAGE =
      """
      # Costs

      The cost of one month of an idle environment, in US dollars, by list prices of us-east-1 collected in 2025: the
      minimum number of tasks, no traffic, requests, logs or traces, and no backups beyond the size of the database.
      `CostTable` generates this page from the typed plans. `CostTableTest` fails when the page is out of date and
      prints the command that updates it.

      """;

  private static final String END =
      """

      Each further task adds the cost of one task, up to `tasksMax`. `hasGateways`, for webhooks, mails or external token
      issuers, adds NAT gateways. `databaseReplica` adds a server and its storage.
      """;

  private CostTable() {}

  /** Returns the whole page. */
  public static String of(List<EnvironmentPlan> environments) {
    return PAGE + table(environments) + END;
  }

  private static String table(List<EnvironmentPlan> environments) {
    var bills = environments.stream().map(CostEstimate::of).toList();
    var table = new StringBuilder();
    table.append(row("item", environments.stream().map(each -> each.stage().id()).toList()));
    table.append(row("---", environments.stream().map(each -> "---:").toList()));
    var items = bills.get(0).lines();
    IntStream.range(0, items.size())
        .forEach(
            i ->
                table.append(
                    row(
                        items.get(i).item(),
                        bills.stream().map(bill -> cell(bill.lines().get(i))).toList())));
    table.append(
        row("**total**", bills.stream().map(bill -> "**" + money(bill.month()) + "**").toList()));
    return table.toString();
  }

  private static String cell(CostEstimate.Line line) {
    return line.count() == 0 ? "–" : line.count() + ": " + money(line.month());
  }

  private static String money(double dollars) {
    return String.format(Locale.ROOT, "%.2f", dollars);
  }

  private static String row(String first, List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| " + first + " | ", " |\n"));
  }
}
