package parley.teacher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import parley.language.AnalysedReport;
import parley.language.Name;
import parley.language.Sentence;
import parley.language.Token;

/** Prints CoreNLP's reading of text files, to look at: a token a line, names below a sentence. */
public final class ShowReading {

  private ShowReading() {}

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    CoreNlpReader reader = CoreNlpReader.whole();
    for (String file : args) {
      String text = Files.readString(Path.of(file));
      AnalysedReport read = reader.analyse(Paragraphs.report(text));
      for (Sentence sentence : read.sentences()) {
        for (Token token : sentence.tokens()) {
          out.printf(
              "%d\t%s\t%s\t%s\t%d\t%s%n",
              token.index(),
              token.form(),
              token.lemma(),
              token.tag(),
              token.head(),
              token.relation());
        }
        for (Name name : sentence.names()) {
          out.println(name.kind() + ": " + sentence.span(name.begin(), name.end()).of(text));
        }
        out.println();
      }
    }
    out.flush();
  }
}
