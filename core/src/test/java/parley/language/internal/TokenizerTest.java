package parley.language.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {

  private static String cut(String text) {
    Tokens tokens = Tokenizer.tokenize(text, 0, text.length());
    List<String> forms = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      forms.add(text.substring(tokens.begin(i), tokens.end(i)));
    }
    return String.join(" ", forms);
  }

  @Test
  void hyphensStandAlone() {
    assertThat(cut("U.S.-backed north-east 15-year"))
        .isEqualTo("U.S. - backed north - east 15 - year");
  }

  @Test
  void prefixesKeepTheirHyphen() {
    assertThat(cut("co-founder non-lethal anti-Assad"))
        .isEqualTo("co-founder non-lethal anti-Assad");
  }

  @Test
  void cliticsAreTokens() {
    assertThat(cut("He can't, won’t and we're the general's"))
        .isEqualTo("He ca n't , wo n’t and we 're the general 's");
    assertThat(cut("THE GENERAL'S")).isEqualTo("THE GENERAL 'S");
    assertThat(cut("O'Brien in Côte d'Ivoire")).isEqualTo("O'Brien in Côte d'Ivoire");
    assertThat(cut("the workers' pay")).isEqualTo("the workers ' pay");
    assertThat(cut("cannot")).isEqualTo("can not");
  }

  @Test
  void moneyAndUnitsAreCut() {
    assertThat(cut("$5bn (£3.8bn), 600m, 1pm, 10%, 23rd, 1980s"))
        .isEqualTo("$ 5 bn ( £ 3.8 bn ) , 600 m , 1 pm , 10 % , 23rd , 1980s");
  }

  @Test
  void abbreviationsKeepTheirStop() {
    assertThat(cut("Gen. Smith met Mr. Lee at 7 p.m. in Washington, D.C."))
        .isEqualTo("Gen. Smith met Mr. Lee at 7 p.m. in Washington , D.C.");
    assertThat(cut("He said no. No. 5 left.")).isEqualTo("He said no . No. 5 left .");
  }

  @Test
  void numbersDatesAndTelephonesStayWhole() {
    assertThat(cut("1,000 3.5 10:30 9/11 2016-09-30 713-853-3989 2016-17"))
        .isEqualTo("1,000 3.5 10:30 9/11 2016-09-30 713-853-3989 2016 - 17");
  }

  @Test
  void addressesStayWhole() {
    assertThat(cut("(see https://example.org/a?b=1). Mail a.b@c.org, @handle."))
        .isEqualTo("( see https://example.org/a?b=1 ) . Mail a.b@c.org , @handle .");
  }

  @Test
  void quotesAndDashesStandAlone() {
    assertThat(cut("“No,” she said—‘never’ -- \"ever\"..."))
        .isEqualTo("“ No , ” she said — ‘ never ’ -- \" ever \" ...");
  }

  @Test
  void forgottenSpaceEndsAWord() {
    assertThat(cut("the war.The army")).isEqualTo("the war . The army");
  }

  @Test
  void surrogatePairsStayTogether() {
    assertThat(cut("ok 😀!")).isEqualTo("ok 😀 !");
  }
}
