package io.clientele.domain.order.line;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Calculates with the lines of an order. */
public final class OrderLines {
  private OrderLines() {}

  public static List<OrderLine> returning(List<OrderLine> lines, List<LineUnits> units) {
    return changed(lines, units, OrderLine::returning);
  }

  public static List<OrderLine> cancelling(List<OrderLine> lines, List<LineUnits> units) {
    return changed(lines, units, OrderLine::cancelling);
  }

  /** Returns the lines with the shipped quantities that were counted. */
  public static List<OrderLine> counted(List<OrderLine> lines, List<LineProgress> progress) {
    var after = new ArrayList<OrderLine>();
    for (var i = 0; i < lines.size(); i++) {
      after.add(lines.get(i).shipped(progress.get(i).shipped()));
    }
    return after;
  }

  /** What is left of each line that is not cancelled as a whole. */
  public static List<LineUnits> active(List<OrderLine> lines) {
    return lines.stream()
        .filter(line -> line.active().signum() > 0)
        .map(line -> new LineUnits(line.number(), line.active()))
        .toList();
  }

  /** What is paid back for units, in minor units of the currency. */
  public static BigInteger refund(List<OrderLine> lines, List<LineUnits> units) {
    return units.stream()
        .map(part -> line(lines, part.line()).refund(part.units()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static List<OrderLine> changed(
      List<OrderLine> lines,
      List<LineUnits> units,
      BiFunction<OrderLine, BigInteger, OrderLine> change) {
    var after = new ArrayList<>(lines);
    for (var part : units) {
      after.replaceAll(
          line -> line.number() == part.line() ? change.apply(line, part.units()) : line);
    }
    return after;
  }

  private static OrderLine line(List<OrderLine> lines, int number) {
    return lines.stream()
        .filter(line -> line.number() == number)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no line " + number));
  }
}
