package parley.teacher.statements;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parley.language.AnalysedReport;
import parley.language.LanguageReader;
import parley.language.Name;
import parley.language.NameKind;
import parley.language.Sentence;
import parley.language.Token;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;

/** Keeps analyses on disk by language reader and report, so that experiments start at once. */
final class AnalysisCache {

  private final Path folder;
  private final LanguageReader reader;

  AnalysisCache(Path folder, LanguageReader reader) throws IOException {
    this.folder = Files.createDirectories(folder.resolve(reader.id().replaceAll("[^\\w.-]", "_")));
    this.reader = reader;
  }

  AnalysedReport analyse(Report report) throws IOException {
    Path file = folder.resolve(report.id() + "-" + report.parts().size() + ".tsv");
    if (!Files.exists(file)) {
      AnalysedReport analysed = reader.analyse(report);
      write(analysed, file);
      return analysed;
    }
    return read(report, file);
  }

  private static void write(AnalysedReport analysed, Path file) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
      for (Sentence s : analysed.sentences()) {
        Part part = s.part();
        out.write(
            "S\t" + part.role() + "\t" + part.span().begin() + "\t" + part.span().end() + "\n");
        for (Token t : s.tokens()) {
          out.write(
              t.span().begin()
                  + "\t"
                  + t.span().end()
                  + "\t"
                  + t.lemma()
                  + "\t"
                  + t.tag()
                  + "\t"
                  + t.head()
                  + "\t"
                  + t.relation()
                  + "\n");
        }
        for (Name n : s.names()) {
          out.write("N\t" + n.kind() + "\t" + n.begin() + "\t" + n.end() + "\n");
        }
      }
    }
    Files.move(temporary, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static AnalysedReport read(Report report, Path file) throws IOException {
    List<Sentence> sentences = new ArrayList<>();
    Part part = null;
    List<Token> tokens = new ArrayList<>();
    List<Name> names = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] f = line.split("\t", -1);
        if (f[0].equals("S")) {
          if (part != null) {
            sentences.add(new Sentence(part, tokens, names));
          }
          tokens.clear();
          names.clear();
          part =
              new Part(
                  PartRole.valueOf(f[1]), new Span(Integer.parseInt(f[2]), Integer.parseInt(f[3])));
        } else if (f[0].equals("N")) {
          names.add(
              new Name(NameKind.valueOf(f[1]), Integer.parseInt(f[2]), Integer.parseInt(f[3])));
        } else {
          Span span = new Span(Integer.parseInt(f[0]), Integer.parseInt(f[1]));
          tokens.add(
              new Token(
                  tokens.size(),
                  span,
                  span.of(report.text()),
                  f[2],
                  f[3],
                  Integer.parseInt(f[4]),
                  f[5]));
        }
      }
    }
    if (part != null) {
      sentences.add(new Sentence(part, tokens, names));
    }
    return new AnalysedReport(report, sentences);
  }
}
