package io.clientele.archrules.crowd.calm;

/** Clean: nested types and their type use each other; five parameters, and records of more. */
public sealed interface Shape {
  record Circle(Shape inner) implements Shape {}

  record Box(int a, int b, int c, int d, int e, Shape inner) implements Shape {}

  enum Kind {
    ROUND(1, 2, 3, 4, 5);

    final int sum;

    Kind(int a, int b, int c, int d, int e) {
      sum = a + b + c + d + e;
    }
  }

  final class Drawing {
    final class Line {
      Line(int a, int b, int c, int d, int e) {}
    }

    Runnable line(int a, int b, int c, int d, int e) {
      var line = new Line(a, b, c, d, e);
      return () ->
          new Runnable() {
            @Override
            public void run() {
              System.out.println(a + b + c + d + e + line.hashCode());
            }
          }.run();
    }
  }
}
