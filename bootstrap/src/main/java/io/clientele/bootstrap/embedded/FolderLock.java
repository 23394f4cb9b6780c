package io.clientele.bootstrap.embedded;

import io.clientele.bootstrap.lifecycle.StartupFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Locks a folder for one process. The operating system releases the lock when the process ends in
 * any way.
 */
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;
  private final Path holder;

  private FolderLock(FileChannel channel, Path holder) {
    this.channel = channel;
    this.holder = holder;
  }

  static FolderLock take(Path folder) {
    var holder = folder.resolve("running");
    try {
      Files.createDirectories(folder);
      keepToOneself(folder);
      var channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isTaken(channel)) {
        channel.close();
        throw new StartupFailure(taken(folder, holder));
      }
      Files.writeString(holder, "process " + ProcessHandle.current().pid());
      return new FolderLock(channel, holder);
    } catch (IOException e) {
      throw new StartupFailure("cannot write to the folder " + folder, e);
    }
  }

  void announce(String address) {
    try {
      Files.writeString(holder, "process " + ProcessHandle.current().pid() + ", " + address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(holder);
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the folder accessible to its owner only: it holds data and executable programs. */
  private static void keepToOneself(Path folder) throws IOException {
    if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  private static String taken(Path folder, Path holder) throws IOException {
    var who = Files.exists(holder) ? Files.readString(holder) : "another process";
    return "Clientele is already running in "
        + folder
        + " ("
        + who
        + "): stop that process, or start in another folder";
  }
}
