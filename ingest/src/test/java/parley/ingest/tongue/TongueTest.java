package parley.ingest.tongue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TongueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The president said on Monday that the army would leave the valley, and that talks"
            + " with the movement were to go on.",
        "en | THE GOVERNMENT OF EL SALVADOR SAID ON 9 AUGUST THAT THE FRENTE FARABUNDO MARTI HAD"
            + " NOT ANSWERED ITS OFFER OF TALKS IN LA PALMA.",
        "de | Der Präsident sagte am Montag, dass die Armee das Tal verlassen werde und dass die"
            + " Gespräche mit der Bewegung weitergehen sollten.",
        "fr | Le président a déclaré lundi que l'armée quitterait la vallée et que les discussions"
            + " avec le mouvement se poursuivraient dans la capitale.",
        "es | El presidente dijo el lunes que el ejército dejaría el valle y que las conversaciones"
            + " con el movimiento seguirían en la capital.",
        "tr | Cumhurbaşkanı pazartesi günü ordunun vadiden çekileceğini ve hareket ile görüşmelerin"
            + " bu hafta da devam edeceğini söyledi, ancak bir tarih için söz vermedi.",
        "ru | Президент заявил в понедельник, что армия покинет долину.",
        "ar | قال الرئيس يوم الاثنين إن الجيش سيغادر الوادي",
        "he | הנשיא אמר ביום שני כי הצבא יעזוב את העמק",
        "ja | 大統領は月曜日、軍が谷を離れると述べた。",
        "zh | 总统星期一表示，军队将离开山谷，谈判将继续。",
        "untold | Velmar. Tomas Averin",
        "untold | 1, 2, 3: 44 % “”"
      })
  void tellsTheLanguage(String language, String text) {
    assertThat(Tongue.of(text)).isEqualTo(language.equals("untold") ? null : language);
  }

  @Test
  void lettersThatEnglishHasNotTellThatItIsNotEnglish() {
    assertThat(
            Tongue.of(
                "\u041f\u0435\u0440\u0435\u0433\u043e\u0432\u043e\u0440\u044b"
                    + " \u0437\u0430\u0448\u043b\u0438 \u0442\u0443\u043f\u0438\u043a"))
        .isEqualTo("ru");
  }

  @Test
  void aTextWithoutWordsTellsNothing() {
    assertThat(Tongue.of("")).isNull();
    assertThat(Tongue.of("\uD800\u0000\uDC00")).isNull();
    assertThat(Tongue.of("\"".repeat(1_000_000))).isNull();
  }
}
