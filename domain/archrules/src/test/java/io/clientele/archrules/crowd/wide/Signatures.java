package io.clientele.archrules.crowd.wide;

import java.util.Locale;
import java.util.ResourceBundle;

/** Signatures with six parameters. */
final class Signatures {
  record Box(int a, int b, int c, int d, int e) {
    Box(int a, int b, int c, int d, int e, int f) {
      this(a, b, c, d, e + f);
    }
  }

  static final class Made {
    Made(int a, int b, int c, int d, int e, int f) {}
  }

  void call(int a, int b, int c, int d, int e, int f) {}

  /** Overrides a method of the JDK that has six parameters. */
  static final class Control extends ResourceBundle.Control {
    @Override
    public boolean needsReload(
        String name,
        Locale locale,
        String format,
        ClassLoader loader,
        ResourceBundle bundle,
        long time) {
      return false;
    }
  }

  interface Own {
    void own(int a, int b, int c, int d, int e, int f);
  }

  /** Overrides a method of its own project. */
  static final class OwnToo implements Own {
    @Override
    public void own(int a, int b, int c, int d, int e, int f) {}
  }

  void calm(int a, int b, int c, int d, int e) {}
}
