package io.clientele.application.views.simulation;

import io.clientele.application.views.Views;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One process: its counter and its jobs, each at its own pace. */
final class SimulatedInstance {
  /**
   * Jobs of which at most one is in progress. In a real process they wait for each other's locks;
   * in the simulation, where one thread runs at a time, that wait would never end.
   */
  private static final List<String> WAITING =
      List.of("views-flush", "views-direct", "views-heartbeat");

  private static final int TO_ITS_END = Integer.MAX_VALUE;
  private static final int CALLS_AT_A_TIME = 9;

  private final int number;
  private final Views views;
  private final Map<String, Runnable> jobs = new LinkedHashMap<>();
  private final Map<String, SteppedThread> underWay = new LinkedHashMap<>();

  /** The counter's own jobs, and other requests to it. */
  SimulatedInstance(int number, Views views, Runnable look, Runnable reconcile) {
    this.number = number;
    this.views = views;
    views.jobs().forEach(job -> jobs.put(job.name(), job.work()));
    jobs.put("look", look);
    jobs.put("snapshots", reconcile);
  }

  /** Runs one step of a job and records which job it is. */
  interface Turn {
    void of(SteppedThread strand, int calls);
  }

  Views views() {
    return views;
  }

  /** Starts one of its jobs, or continues it for a few calls. */
  void work(Random random, Turn turn) {
    var names = List.copyOf(jobs.keySet());
    var name = names.get(random.nextInt(names.size()));
    var slot = WAITING.contains(name) ? WAITING.get(0) : name;
    if (WAITING.contains(slot)) {
      endOthers(slot, turn);
    }
    var strand =
        underWay.computeIfAbsent(slot, any -> new SteppedThread(this + " " + name, jobs.get(name)));
    turn.of(strand, 1 + random.nextInt(CALLS_AT_A_TIME));
    underWay.values().removeIf(SteppedThread::isDone);
  }

  /** Completes the jobs in progress. */
  void endAll(Turn turn) {
    endOthers("", turn);
    underWay.values().forEach(strand -> turn.of(strand, TO_ITS_END));
    underWay.clear();
  }

  /** Runs a job from beginning to end, or until a store is unavailable. */
  void attempt(String job, Turn turn) {
    turn.of(new SteppedThread(this + " " + job, jobs.get(job)), TO_ITS_END);
  }

  /** Runs a job of this instance from beginning to end on the caller's thread. */
  void run(String job) {
    jobs.get(job).run();
  }

  List<String> jobs() {
    return List.copyOf(jobs.keySet());
  }

  void kill() {
    underWay.values().forEach(SteppedThread::cut);
    underWay.clear();
  }

  @Override
  public String toString() {
    return "instance " + number;
  }

  /** Finishes the other jobs first: they never wait, and this job may wait for their locks. */
  private void endOthers(String slot, Turn turn) {
    underWay.forEach(
        (name, strand) -> {
          if (!name.equals(slot) && !WAITING.contains(name)) {
            turn.of(strand, TO_ITS_END);
          }
        });
    underWay.values().removeIf(SteppedThread::isDone);
  }
}
