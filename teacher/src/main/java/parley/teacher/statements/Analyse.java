package parley.teacher.statements;

import java.nio.file.Path;
import parley.teacher.CoreNlpReader;

class Analyse {
  public static void main(String[] a) throws Exception {
    AnalysisCache c = new AnalysisCache(Path.of("/work/scratch/stmt/cache"), CoreNlpReader.whole());
    for (String f : a)
      for (PolnearCorpus.Article x : PolnearCorpus.read(Path.of(f))) c.analyse(x.report());
  }
}
