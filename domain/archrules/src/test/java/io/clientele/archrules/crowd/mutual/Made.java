package io.clientele.archrules.crowd.mutual;

/** Stands for the annotation of a code generator. */
@interface MadeGenerated {}

@MadeGenerated
record Made(Chicken chicken) {
  static Object of(int a, int b, int c, int d, int e, int f) {
    return new Made(null);
  }
}
