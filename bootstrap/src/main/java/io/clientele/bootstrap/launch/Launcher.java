package io.clientele.bootstrap.launch;

import io.clientele.bootstrap.Main;

/** Starts {@link Main} where Java is new enough; elsewhere one line says what is missing. */
public final class Launcher {
  private static final int NEEDED = 25;

  private Launcher() {}

  public static void main(String[] args) throws Exception {
    int running = Runtime.version().feature();
    if (running < NEEDED) {
      System.err.println("Clientele needs Java " + NEEDED + " or newer; this is Java " + running);
      System.exit(2);
    }
    Main.main(args);
  }
}
