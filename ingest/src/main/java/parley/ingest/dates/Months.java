package parley.ingest.dates;

import java.util.HashMap;
import java.util.Map;

/** Names of months and their usual short forms in the languages of many outlets. */
final class Months {

  private static final Map<String, Integer> NAMES = new HashMap<>();

  static {
    for (String language :
        new String[] {
          "january february march april may june july august september october november december",
          "janeiro fevereiro mar\u00e7o abril maio junho julho agosto setembro outubro novembro dezembro",
          "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
          "janvier f\u00e9vrier mars avril mai juin juillet ao\u00fbt septembre octobre novembre d\u00e9cembre",
          "januar februar m\u00e4rz april mai juni juli august september oktober november dezember",
          "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
          "januari februari maart april mei juni juli augustus september oktober november december",
          "\u044f\u043d\u0432\u0430\u0440\u044f \u0444\u0435\u0432\u0440\u0430\u043b\u044f \u043c\u0430\u0440\u0442\u0430 \u0430\u043f\u0440\u0435\u043b\u044f \u043c\u0430\u044f \u0438\u044e\u043d\u044f \u0438\u044e\u043b\u044f \u0430\u0432\u0433\u0443\u0441\u0442\u0430"
              + " \u0441\u0435\u043d\u0442\u044f\u0431\u0440\u044f \u043e\u043a\u0442\u044f\u0431\u0440\u044f \u043d\u043e\u044f\u0431\u0440\u044f \u0434\u0435\u043a\u0430\u0431\u0440\u044f",
          "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrze\u015bnia pa\u017adziernika listopada grudnia",
          "ocak \u015fubat mart nisan may\u0131s haziran temmuz a\u011fustos eyl\u00fcl ekim kas\u0131m aral\u0131k"
        }) {
      String[] names = language.split(" ");
      for (int i = 0; i < 12; i++) {
        NAMES.putIfAbsent(names[i], i + 1);
        // Short forms: three or four letters, where no other month claims them.
        if (names[i].length() > 3) {
          NAMES.putIfAbsent(names[i].substring(0, 3), i + 1);
          NAMES.putIfAbsent(names[i].substring(0, 4), i + 1);
        }
      }
    }
    NAMES.put("sept", 9);
    NAMES.put("jun", 6);
    NAMES.put("jul", 7);
    NAMES.put("juil", 7);
    NAMES.put("mar", 3);
    NAMES.put("mai", 5);
    NAMES.put("mag", 5);
  }

  private Months() {}

  /** 1 to 12, or 0 if it is no month. */
  static int of(String lowerCase) {
    return NAMES.getOrDefault(lowerCase, 0);
  }
}
