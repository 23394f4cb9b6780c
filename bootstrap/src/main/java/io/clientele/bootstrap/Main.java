package io.clientele.bootstrap;

/** The command line. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("clientele " + Main.class.getPackage().getImplementationVersion());
  }
}
