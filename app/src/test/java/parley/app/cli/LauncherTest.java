package parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with a stand-in for the build. */
class LauncherTest {

  @TempDir private Path dir;

  static Path repository() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("parley"))) {
      here = Objects.requireNonNull(here.getParent(), "no repository above");
    }
    return here;
  }

  private Path installed(String place) throws IOException {
    Path root = Files.createDirectories(dir.resolve(place));
    Path tools = Files.createDirectory(root.resolve("tools"));
    Path classpath =
        Files.writeString(
            tools.resolve("classpath"),
            "#!/bin/sh\nprintf '%s' '" + System.getProperty("java.class.path") + "'\n");
    assertThat(classpath.toFile().setExecutable(true)).isTrue();
    Path launcher = Files.copy(repository().resolve("parley"), root.resolve("parley"));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    return launcher;
  }

  private String version(Path launcher, Path from) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(List.of(launcher.toString(), "--version"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.directory(from.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }

  @Test
  void runsFromAnywhereAndWithBlanksInItsPath() throws Exception {
    Path launcher = installed("a place with 'blanks' in it");
    assertThat(version(launcher, Path.of("/"))).startsWith("parley ");
  }

  @Test
  void runsThroughSymbolicLinks() throws Exception {
    Path launcher = installed("installed here");
    Path bin = Files.createDirectory(dir.resolve("bin"));
    Path one = Files.createSymbolicLink(bin.resolve("one"), launcher);
    Path two = Files.createSymbolicLink(bin.resolve("two"), Path.of("one"));
    assertThat(version(one, dir)).startsWith("parley ");
    assertThat(version(two, bin)).startsWith("parley ");
  }
}
