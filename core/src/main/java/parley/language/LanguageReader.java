package parley.language;

import parley.text.Report;

/**
 * Finds sentences, tokens, tags, lemmas, names and dependencies.
 *
 * <p>The contract of every filling:
 *
 * <ol>
 *   <li>only parts whose role is read are analysed; a sentence never crosses a part;
 *   <li>every token's form equals the report's text at its span; tokens ascend and do not overlap;
 *   <li>every sentence has a tree: each token's head is in the sentence, no cycles, one root;
 *   <li>the same report gives an equal result; a reader may be used by many threads at once;
 *   <li>any string is analysed without an exception, in time linear in its length.
 * </ol>
 */
public interface LanguageReader {

  /** Name and version of the models, for provenance ("parley-ewt-1"). */
  String id();

  AnalysedReport analyse(Report report);
}
