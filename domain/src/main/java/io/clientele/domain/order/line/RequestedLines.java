package io.clientele.domain.order.line;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The lines that a request names, checked against what is left of them. */
public record RequestedLines(List<LineUnits> units, List<Integer> refused) {
  public RequestedLines {
    Objects.requireNonNull(units, "units");
    Objects.requireNonNull(refused, "refused");
  }

  /** Checks lines of a request against a limit of each line. */
  public static RequestedLines of(
      List<LineProgress> lines,
      List<LineRequest> requests,
      Function<LineProgress, BigInteger> limit) {
    var units = new ArrayList<LineUnits>();
    var refused = new ArrayList<Integer>();
    var seen = new HashSet<Integer>();
    for (var position = 0; position < requests.size(); position++) {
      var request = requests.get(position);
      var found =
          seen.add(request.line()) ? units(lines, request, limit) : Optional.<LineUnits>empty();
      if (found.isPresent()) {
        units.add(found.get());
      } else {
        refused.add(position);
      }
    }
    return new RequestedLines(List.copyOf(units), List.copyOf(refused));
  }

  /** Takes all that the limit allows of each line. */
  public static List<LineUnits> all(
      List<LineProgress> lines, Function<LineProgress, BigInteger> limit) {
    return lines.stream()
        .filter(line -> limit.apply(line).signum() > 0)
        .map(line -> new LineUnits(line.line().number(), limit.apply(line)))
        .toList();
  }

  private static Optional<LineUnits> units(
      List<LineProgress> lines, LineRequest request, Function<LineProgress, BigInteger> limit) {
    var quantity = request.quantity().stripTrailingZeros();
    return lines.stream()
        .filter(line -> line.line().number() == request.line())
        .filter(line -> quantity.scale() <= line.line().item().scale())
        .map(
            line ->
                new LineUnits(
                    request.line(), quantity.setScale(line.line().item().scale()).unscaledValue()))
        .filter(part -> part.units().compareTo(limitOf(lines, part.line(), limit)) <= 0)
        .findFirst();
  }

  private static BigInteger limitOf(
      List<LineProgress> lines, int number, Function<LineProgress, BigInteger> limit) {
    return lines.stream()
        .filter(line -> line.line().number() == number)
        .map(limit)
        .findFirst()
        .orElse(BigInteger.ZERO);
  }
}
