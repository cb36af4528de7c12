package parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /** What the launcher calls Java with, a word a line. */
  private String called(Path launcher, String... words) throws IOException, InterruptedException {
    Path java = Files.createDirectories(dir.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    List<String> command = new ArrayList<>(List.of(words));
    command.add(0, launcher.toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", dir.resolve("jdk").toString());
    Process process = builder.directory(dir.toFile()).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void compilesTheInnerLoopsThoroughlyForAnArchiveOnly() throws Exception {
    Path launcher = installed("here and there");
    Path rules = launcher.resolveSibling("tools").resolve("compilers.json");
    Files.copy(repository().resolve("tools/compilers.json"), rules);
    Path archive = Files.createDirectory(dir.resolve("an archive"));
    Files.write(archive.resolve("news.txt"), new byte[5_000_000]);
    Path page = Files.writeString(dir.resolve("page.txt"), "A truce was signed.\n");
    String quick = "-XX:TieredStopAtLevel=1\n";
    String thorough = "-XX:CompilerDirectivesFile=" + rules + "\n";
    assertThat(called(launcher, "read", "an archive", "--format", "json"))
        .contains(thorough)
        .doesNotContain(quick)
        .endsWith("read\nan archive\n--format\njson\n");
    assertThat(called(launcher, "read", page.toString())).contains(quick).doesNotContain(thorough);
    assertThat(called(launcher, "add", "--dossier", "an archive", page.toString())).contains(quick);
    assertThat(called(launcher, "find", "an archive")).contains(quick);
    assertThat(called(launcher)).contains(quick);
  }

  @Test
  void compilesAllOfAServerThoroughly() throws Exception {
    assertThat(called(installed("here"), "serve")).contains("-XX:TieredStopAtLevel=4\n");
  }
}
