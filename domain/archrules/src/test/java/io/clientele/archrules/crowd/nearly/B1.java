package io.clientele.archrules.crowd.nearly;

/** Has 20 types, one with a nested type. */
final class B1 {
  static final class Nested {}
}

final class B2 {}

final class B3 {}

final class B4 {}

final class B5 {}

final class B6 {}

final class B7 {}

final class B8 {}

final class B9 {}

final class B10 {}

final class B11 {}

final class B12 {}

final class B13 {}

final class B14 {}

final class B15 {}

final class B16 {}

final class B17 {}

final class B18 {}

final class B19 {}

final class B20 {}
