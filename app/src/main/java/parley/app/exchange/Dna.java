package parley.app.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.app.dossier.Dossier;
import parley.app.dossier.DossierException;
import parley.app.dossier.Filter;

/**
 * A database of Discourse Network Analyzer 3 (a SQLite file). What DNA demands and is not written
 * in its manual:
 *
 * <ul>
 *   <li>settings with a version that begins with 3.0; a coder number 1 with a password ("parley");
 *   <li>for every statement a row for every variable of its type, the empty entity where there is
 *       no value; for every entity a value for every attribute;
 *   <li>text with line feeds only and no character outside the basic plane, since DNA counts such
 *       ones in two ways: each is written as U+FFFD, carriage returns are taken out;
 *   <li>values of at most 190 characters, unique within their variable.
 * </ul>
 */
final class Dna {

  static final String PASSWORD = "parley";

  /** SHA-256 rounds of jasypt's strong password encryptor. */
  private static final int ROUNDS = 100_000;

  private static final int SALT = 16;
  private static final int LONGEST = 190;

  /** Statement type of positions, with DNA's own variables and ours. */
  private static final int POSITION_TYPE = 4;

  private static final int DNA_TYPE = 1;

  private final Connection db;
  private final Map<String, Integer> entities = new HashMap<>();
  private final Map<Integer, Set<String>> values = new HashMap<>();
  private int statements;

  private Dna(Connection db) {
    this.db = db;
  }

  static void write(Dossier dossier, Filter filter, OutputStream out) throws IOException {
    Path file = Files.createTempFile("parley", ".dna");
    try {
      try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file)) {
        db.setAutoCommit(false);
        new Dna(db).all(dossier, filter);
        db.commit();
      } catch (SQLException e) {
        throw new DossierException("the DNA file cannot be written: " + e.getMessage());
      }
      Files.copy(file, out);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void all(Dossier dossier, Filter filter) throws SQLException, IOException {
    try (Statement sql = db.createStatement()) {
      for (String line : SCHEMA.strip().split(";\\n")) {
        sql.execute(line);
      }
    }
    insert("INSERT INTO SETTINGS VALUES(?, ?)", "version", "3.0.11");
    insert("INSERT INTO SETTINGS VALUES(?, ?)", "date", dossier.today().toString());
    insert(
        "INSERT INTO CODERS(ID, Name, Red, Green, Blue, Password) VALUES(1, 'Admin', 239, 208, 51, ?)",
        password(PASSWORD));
    types();
    int document = 0;
    for (String id : dossier.reportIds()) {
      if (filter.report() == null || filter.report().equals(id)) {
        document++;
        report(document, dossier.report(id));
      }
    }
  }

  private void types() throws SQLException {
    insert("INSERT INTO STATEMENTTYPES VALUES(1, 'DNA Statement', 239, 208, 51)");
    insert("INSERT INTO STATEMENTTYPES VALUES(2, 'NPF Story Element', 0, 179, 179)");
    insert("INSERT INTO STATEMENTTYPES VALUES(3, 'Annotation', 200, 200, 200)");
    insert("INSERT INTO STATEMENTTYPES VALUES(4, 'Parley position', 120, 160, 220)");
    Object[][] variables = {
      {1, "person", "short text", 1},
      {2, "organization", "short text", 1},
      {3, "concept", "short text", 1},
      {4, "agreement", "boolean", 1},
      {5, "note", "long text", 3},
      {11, "person", "short text", POSITION_TYPE},
      {12, "organization", "short text", POSITION_TYPE},
      {13, "concept", "short text", POSITION_TYPE},
      {14, "agreement", "boolean", POSITION_TYPE},
      {15, "stance", "short text", POSITION_TYPE},
      {16, "condition", "long text", POSITION_TYPE},
      {17, "confidence", "integer", POSITION_TYPE},
      {18, "status", "short text", POSITION_TYPE}
    };
    int attribute = 0;
    for (Object[] variable : variables) {
      insert("INSERT INTO VARIABLES VALUES(?, ?, ?, ?)", variable);
      if (variable[2].equals("short text")) {
        int n = (int) variable[0];
        for (String name : new String[] {"Type", "Alias", "Notes"}) {
          insert("INSERT INTO ATTRIBUTEVARIABLES VALUES(?, ?, ?)", ++attribute, n, name);
        }
        entity(n, "");
      }
    }
  }

  private void report(int document, ObjectNode record) throws SQLException {
    JsonNode report = record.path("report");
    Text text = new Text(report.path("text").asText());
    insert(
        "INSERT INTO DOCUMENTS VALUES(?, ?, ?, 1, ?, ?, ?, ?, '', ?)",
        document,
        cut(report.path("title").asText("Report " + report.path("id").asText())),
        text.written,
        cut(join(report.path("authors"))),
        cut(report.path("source").asText()),
        cut(report.path("section").asText()),
        plain(report.path("url").asText()),
        seconds(report.path("published").asText()));
    Map<String, JsonNode> actors = new HashMap<>();
    record.path("actors").forEach(a -> actors.put(a.path("id").asText(), a));
    Map<String, JsonNode> said = new HashMap<>();
    record.path("statements").forEach(s -> said.put(s.path("id").asText(), s));
    for (JsonNode position : record.path("positions")) {
      if (!"rejected".equals(position.path("review").path("status").asText())) {
        position(document, text, position, actors);
        said.remove(position.path("statement").asText());
      }
    }
    for (JsonNode statement : said.values().stream().sorted(Dna::byPlace).toList()) {
      boolean rejected = "rejected".equals(statement.path("review").path("status").asText());
      if (!rejected) {
        statement(document, text, statement, actors);
      }
    }
  }

  private static int byPlace(JsonNode a, JsonNode b) {
    return Integer.compare(
        a.path("content").path(0).path("begin").asInt(),
        b.path("content").path(0).path("begin").asInt());
  }

  private void position(int document, Text text, JsonNode p, Map<String, JsonNode> actors)
      throws SQLException {
    int n = span(document, text, p.path("content"), POSITION_TYPE);
    if (n < 0) {
      return;
    }
    String stance = p.path("stance").asText();
    shortText(n, 11, name(actors, p.path("expressedBy").asText()));
    shortText(n, 12, name(actors, p.path("party").asText()));
    shortText(n, 13, p.path("issue").asText());
    // DNA knows yes and no only: a threat is neither, and is written as yes with its stance beside.
    insert(
        "INSERT INTO DATABOOLEAN(StatementId, VariableId, Value) VALUES(?, 14, ?)",
        n,
        stance.equals("REJECT") ? 0 : 1);
    shortText(n, 15, stance);
    insert(
        "INSERT INTO DATALONGTEXT(StatementId, VariableId, Value) VALUES(?, 16, ?)",
        n,
        plain(Rows.words(p.path("condition"))));
    insert(
        "INSERT INTO DATAINTEGER(StatementId, VariableId, Value) VALUES(?, 17, ?)",
        n,
        Math.round(p.path("confidence").asDouble() * 100));
    shortText(n, 18, p.path("review").path("status").asText("machine"));
  }

  /** A statement that carries no position has a speaker and no concept. */
  private void statement(int document, Text text, JsonNode s, Map<String, JsonNode> actors)
      throws SQLException {
    int n = span(document, text, s.path("content"), DNA_TYPE);
    if (n < 0) {
      return;
    }
    String speaker = s.path("speaker").asText();
    JsonNode actor = actors.get(speaker);
    shortText(n, 1, name(actors, speaker));
    shortText(n, 2, actor == null ? "" : name(actors, actor.path("side").asText()));
    shortText(n, 3, "");
    insert("INSERT INTO DATABOOLEAN(StatementId, VariableId, Value) VALUES(?, 4, 1)", n);
  }

  /** From the first to the last character of the spans: a DNA statement is one stretch. */
  private int span(int document, Text text, JsonNode spans, int type) throws SQLException {
    int begin = Integer.MAX_VALUE;
    int end = 0;
    for (JsonNode span : spans) {
      begin = Math.min(begin, text.at(span.path("begin").asInt()));
      end = Math.max(end, text.at(span.path("end").asInt()));
    }
    if (begin >= end) {
      return -1;
    }
    insert(
        "INSERT INTO STATEMENTS VALUES(?, ?, ?, ?, ?, 1)",
        ++statements,
        type,
        document,
        begin,
        end);
    return statements;
  }

  private void shortText(int statement, int variable, String value) throws SQLException {
    insert(
        "INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) VALUES(?, ?, ?)",
        statement,
        variable,
        entity(variable, value));
  }

  private int entity(int variable, String value) throws SQLException {
    String key = variable + " " + value;
    Integer known = entities.get(key);
    if (known != null) {
      return known;
    }
    Set<String> taken = values.computeIfAbsent(variable, v -> new HashSet<>());
    String base = cut(value);
    String unique = base;
    for (int i = 2; !taken.add(unique); i++) {
      String suffix = "#" + i;
      unique = base.substring(0, Math.min(base.length(), LONGEST - suffix.length())) + suffix;
    }
    int n = entities.size() + 1;
    entities.put(key, n);
    insert("INSERT INTO ENTITIES VALUES(?, ?, ?, 0, 0, 0, NULL)", n, variable, unique);
    insert(
        "INSERT INTO ATTRIBUTEVALUES(EntityId, AttributeVariableId, AttributeValue) SELECT ?, ID, ''"
            + " FROM ATTRIBUTEVARIABLES WHERE VariableId = ?",
        n,
        variable);
    return n;
  }

  private void insert(String sql, @Nullable Object... arguments) throws SQLException {
    try (PreparedStatement statement = db.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      statement.executeUpdate();
    }
  }

  private static String name(Map<String, JsonNode> actors, String id) {
    JsonNode actor = actors.get(id);
    return actor == null ? "" : plain(actor.path("name").asText());
  }

  private static String join(JsonNode names) {
    List<String> all = new ArrayList<>();
    names.forEach(name -> all.add(name.asText()));
    return String.join(", ", all);
  }

  private static long seconds(String published) {
    String day = published.length() >= 10 ? published.substring(0, 10) : "1970-01-01";
    long midnight = LocalDate.parse(day).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    if (published.length() >= 16) {
      return midnight
          + Integer.parseInt(published.substring(11, 13)) * 3600L
          + Integer.parseInt(published.substring(14, 16)) * 60L;
    }
    return midnight;
  }

  private static String plain(String text) {
    return new Text(text).written;
  }

  static String cut(String text) {
    String plain = plain(text);
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
  }

  /** A text as DNA can hold it: one UTF-16 unit a character, no carriage returns. */
  static final class Text {
    final String written;

    /** For each code point of the text, its place in what is written. */
    private final int[] places;

    Text(String text) {
      StringBuilder out = new StringBuilder(text.length());
      int[] codePoints = text.codePoints().toArray();
      places = new int[codePoints.length + 1];
      for (int i = 0; i < codePoints.length; i++) {
        places[i] = out.length();
        int c = codePoints[i];
        if (c == '\r') {
          boolean alone = i + 1 == codePoints.length || codePoints[i + 1] != '\n';
          if (alone) {
            out.append('\n');
          }
        } else if (c == 0) {
          out.append(' ');
        } else {
          boolean single = c <= 0xFFFF && !Character.isSurrogate((char) c);
          out.append(single ? (char) c : '\uFFFD');
        }
      }
      places[codePoints.length] = out.length();
      written = out.toString();
    }

    int at(int codePoint) {
      return places[Math.min(codePoint, places.length - 1)];
    }
  }

  /** As jasypt's StrongPasswordEncryptor does: Base64 of salt and iterated SHA-256. */
  static String password(String password) {
    byte[] salt = new byte[SALT];
    new SecureRandom().nextBytes(salt);
    return hash(password, salt);
  }

  static String hash(String password, byte[] salt) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      byte[] hash =
          digest.digest(
              Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8));
      for (int i = 1; i < ROUNDS; i++) {
        hash = digest.digest(hash);
      }
      byte[] both = new byte[salt.length + hash.length];
      System.arraycopy(salt, 0, both, 0, salt.length);
      System.arraycopy(hash, 0, both, salt.length, hash.length);
      return Base64.getEncoder().encodeToString(both);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static final String FLAGS =
      List.of(
              "AddDocuments",
              "EditDocuments",
              "DeleteDocuments",
              "ImportDocuments",
              "AddStatements",
              "EditStatements",
              "DeleteStatements",
              "EditAttributes",
              "EditRegex",
              "EditStatementTypes",
              "EditCoders",
              "EditCoderRelations",
              "ViewOthersDocuments",
              "EditOthersDocuments",
              "ViewOthersStatements",
              "EditOthersStatements")
          .stream()
          .map(
              flag ->
                  String.format(
                      Locale.ROOT,
                      ", Permission%1$s INTEGER CHECK(Permission%1$s BETWEEN 0 AND 1) NOT NULL DEFAULT 1",
                      flag))
          .reduce("", String::concat);

  private static final String SCHEMA =
      """
      CREATE TABLE SETTINGS(Property TEXT PRIMARY KEY, Value TEXT);
      CREATE TABLE CODERS(ID INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL CHECK(LENGTH(Name) < 191), Red INTEGER CHECK (Red BETWEEN 0 AND 255), Green INTEGER CHECK (Green BETWEEN 0 AND 255), Blue INTEGER CHECK (Blue BETWEEN 0 AND 255), Refresh INTEGER NOT NULL CHECK(Refresh BETWEEN 0 AND 9999) DEFAULT 0, FontSize INTEGER NOT NULL CHECK(FontSize BETWEEN 1 AND 99) DEFAULT 14, Password TEXT NOT NULL CHECK(LENGTH(Password) < 191), PopupWidth INTEGER CHECK(PopupWidth BETWEEN 100 AND 9999) DEFAULT 300, ColorByCoder INTEGER CHECK(ColorByCoder BETWEEN 0 AND 1) NOT NULL DEFAULT 0, PopupDecoration INTEGER CHECK(PopupDecoration BETWEEN 0 AND 1) NOT NULL DEFAULT 0, PopupAutoComplete INTEGER CHECK(PopupAutoComplete BETWEEN 0 AND 1) NOT NULL DEFAULT 1%FLAGS%);
      CREATE TABLE DOCUMENTS(ID INTEGER NOT NULL PRIMARY KEY, Title TEXT NOT NULL CHECK(LENGTH(Title) < 191), Text TEXT NOT NULL, Coder INTEGER CHECK(Coder > 0), Author TEXT CHECK(LENGTH(Author) < 191) DEFAULT '', Source TEXT CHECK(LENGTH(Source) < 191) DEFAULT '', Section TEXT CHECK(LENGTH(Section) < 191) DEFAULT '', Notes TEXT DEFAULT '', Type TEXT CHECK(LENGTH(Type) < 191) DEFAULT '', Date INTEGER NOT NULL, FOREIGN KEY(Coder) REFERENCES CODERS(ID) ON DELETE CASCADE);
      CREATE TABLE STATEMENTTYPES(ID INTEGER NOT NULL PRIMARY KEY, Label TEXT NOT NULL CHECK(LENGTH(Label) < 191), Red INTEGER CHECK(Red BETWEEN 0 AND 255), Green INTEGER CHECK(Green BETWEEN 0 AND 255), Blue INTEGER CHECK(Blue BETWEEN 0 AND 255));
      CREATE TABLE VARIABLES(ID INTEGER NOT NULL PRIMARY KEY, Variable TEXT NOT NULL CHECK(LENGTH(Variable) < 191), DataType TEXT NOT NULL CHECK(DataType = 'boolean' OR DataType = 'integer' OR DataType = 'long text' OR DataType = 'short text') DEFAULT 'short text', StatementTypeId INTEGER NOT NULL, FOREIGN KEY(StatementTypeId) REFERENCES STATEMENTTYPES(ID) ON DELETE CASCADE, UNIQUE (Variable, StatementTypeId));
      CREATE TABLE VARIABLELINKS(ID INTEGER NOT NULL PRIMARY KEY, SourceVariableId INTEGER NOT NULL, TargetVariableId INTEGER NOT NULL, FOREIGN KEY(SourceVariableId) REFERENCES VARIABLES(ID) ON DELETE CASCADE, FOREIGN KEY(TargetVariableId) REFERENCES VARIABLES(ID) ON DELETE CASCADE);
      CREATE TABLE REGEXES(Label TEXT PRIMARY KEY CHECK(LENGTH(Label) < 191), Red INTEGER CHECK(Red BETWEEN 0 AND 255), Green INTEGER CHECK(Green BETWEEN 0 AND 255), Blue INTEGER CHECK(Blue BETWEEN 0 AND 255));
      CREATE TABLE CODERRELATIONS(ID INTEGER PRIMARY KEY NOT NULL, Coder INTEGER NOT NULL CHECK(Coder > 0), OtherCoder INTEGER NOT NULL CHECK(OtherCoder > 0), viewStatements INTEGER NOT NULL CHECK(viewStatements BETWEEN 0 AND 1) DEFAULT 1, editStatements INTEGER NOT NULL CHECK(editStatements BETWEEN 0 AND 1) DEFAULT 1, viewDocuments INTEGER NOT NULL CHECK(viewDocuments BETWEEN 0 AND 1) DEFAULT 1, editDocuments INTEGER NOT NULL CHECK(editDocuments BETWEEN 0 AND 1) DEFAULT 1, FOREIGN KEY(Coder) REFERENCES CODERS(ID) ON DELETE CASCADE, FOREIGN KEY(OtherCoder) REFERENCES CODERS(ID) ON DELETE CASCADE);
      CREATE TABLE STATEMENTS(ID INTEGER NOT NULL PRIMARY KEY, StatementTypeId INTEGER NOT NULL, DocumentId INTEGER NOT NULL, Start INTEGER NOT NULL CHECK(Start >= 0), Stop INTEGER NOT NULL CHECK(Stop > Start), Coder INTEGER NOT NULL CHECK(Coder > 0), FOREIGN KEY(StatementTypeId) REFERENCES STATEMENTTYPES(ID) ON DELETE CASCADE, FOREIGN KEY(DocumentId) REFERENCES DOCUMENTS(ID) ON DELETE CASCADE, FOREIGN KEY(Coder) REFERENCES CODERS(ID) ON DELETE CASCADE);
      CREATE TABLE ENTITIES(ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL, Value TEXT NOT NULL DEFAULT '' CHECK(LENGTH(Value) < 191), Red INTEGER CHECK(Red BETWEEN 0 AND 255) DEFAULT 0, Green INTEGER CHECK(Green BETWEEN 0 AND 255) DEFAULT 0, Blue INTEGER CHECK(Blue BETWEEN 0 AND 255) DEFAULT 0, ChildOf INTEGER CHECK(ChildOf > 0), UNIQUE (VariableId, Value), FOREIGN KEY(ChildOf) REFERENCES ENTITIES(ID) ON DELETE CASCADE, FOREIGN KEY(VariableId) REFERENCES VARIABLES(ID) ON DELETE CASCADE);
      CREATE TABLE ATTRIBUTEVARIABLES(ID INTEGER NOT NULL PRIMARY KEY, VariableId INTEGER NOT NULL, AttributeVariable TEXT NOT NULL CHECK(LENGTH(AttributeVariable) < 191), UNIQUE (VariableId, AttributeVariable), FOREIGN KEY(VariableId) REFERENCES VARIABLES(ID) ON DELETE CASCADE);
      CREATE TABLE ATTRIBUTEVALUES(ID INTEGER PRIMARY KEY NOT NULL, EntityId INTEGER NOT NULL, AttributeVariableId INTEGER NOT NULL, AttributeValue TEXT NOT NULL DEFAULT '' CHECK(LENGTH(AttributeValue) < 191), UNIQUE (EntityId, AttributeVariableId), FOREIGN KEY(EntityId) REFERENCES ENTITIES(ID) ON DELETE CASCADE, FOREIGN KEY(AttributeVariableId) REFERENCES ATTRIBUTEVARIABLES(ID) ON DELETE CASCADE);
      CREATE TABLE DATABOOLEAN(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL, Value INTEGER NOT NULL CHECK(Value BETWEEN 0 AND 1), UNIQUE (StatementId, VariableId), FOREIGN KEY(StatementId) REFERENCES STATEMENTS(ID) ON DELETE CASCADE, FOREIGN KEY(VariableId) REFERENCES VARIABLES(ID) ON DELETE CASCADE);
      CREATE TABLE DATAINTEGER(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL, Value INTEGER NOT NULL DEFAULT 0, UNIQUE (StatementId, VariableId), FOREIGN KEY(StatementId) REFERENCES STATEMENTS(ID) ON DELETE CASCADE, FOREIGN KEY(VariableId) REFERENCES VARIABLES(ID) ON DELETE CASCADE);
      CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL, Entity INTEGER NOT NULL, UNIQUE (StatementId, VariableId), FOREIGN KEY(StatementId) REFERENCES STATEMENTS(ID) ON DELETE CASCADE, FOREIGN KEY(VariableId) REFERENCES VARIABLES(ID) ON DELETE CASCADE, FOREIGN KEY(Entity) REFERENCES ENTITIES(ID) ON DELETE CASCADE);
      CREATE TABLE DATALONGTEXT(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL, Value TEXT DEFAULT '', UNIQUE (StatementId, VariableId), FOREIGN KEY(StatementId) REFERENCES STATEMENTS(ID) ON DELETE CASCADE, FOREIGN KEY(VariableId) REFERENCES VARIABLES(ID) ON DELETE CASCADE);
      """
          .replace("%FLAGS%", FLAGS);
}
