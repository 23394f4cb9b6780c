package io.clientele.archrules.crowd.full;

/** Has 21 types. */
final class A1 {}

final class A2 {}

final class A3 {}

final class A4 {}

final class A5 {}

final class A6 {}

final class A7 {}

final class A8 {}

final class A9 {}

final class A10 {}

final class A11 {}

final class A12 {}

final class A13 {}

final class A14 {}

final class A15 {}

final class A16 {}

final class A17 {}

final class A18 {}

final class A19 {}

final class A20 {}

final class A21 {}
