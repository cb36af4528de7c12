package parley.teacher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import parley.world.Gazetteer;

/**
 * Packs a GeoNames dump into the gazetteer's compact form: {@code teacher/run
 * parley.teacher.MakeGazetteer DUMP OUT}. docs/decisions/0041 says where the shipped dump came
 * from.
 */
public final class MakeGazetteer {

  private MakeGazetteer() {}

  public static void main(String[] args) throws IOException {
    try (BufferedReader dump = Files.newBufferedReader(Path.of(args[0]), StandardCharsets.UTF_8)) {
      Gazetteer gazetteer = Gazetteer.ofGeoNames(dump);
      try (OutputStream out = Files.newOutputStream(Path.of(args[1]))) {
        gazetteer.write(out);
      }
      new PrintStream(System.out, true, StandardCharsets.UTF_8)
          .println(gazetteer.size() + " names, " + Files.size(Path.of(args[1])) + " bytes");
    }
  }
}
