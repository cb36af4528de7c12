package parley.app.dossier;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One connection with its prepared statements. For one thread at a time. */
final class Sql implements AutoCloseable {

  /** Makes a value of a row. */
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private static final int KEPT_STATEMENTS = 80;

  private final Connection connection;

  private final Map<String, PreparedStatement> statements =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PreparedStatement> eldest) {
          if (size() <= KEPT_STATEMENTS) {
            return false;
          }
          try {
            eldest.getValue().close();
          } catch (SQLException e) {
            throw new IllegalStateException("a read statement does not close", e);
          }
          return true;
        }
      };

  private final Packings packings;

  /**
   * @param packings those of the store, shared by its connections
   */
  Sql(Connection connection, Packings packings) {
    this.connection = connection;
    this.packings = packings;
  }

  Packings packings() {
    return packings;
  }

  private PreparedStatement prepared(String sql, @Nullable Object... arguments)
      throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }

  /** Sees a row. */
  interface Each {
    void row(ResultSet row) throws SQLException;
  }

  void each(String sql, Each each, @Nullable Object... arguments) throws SQLException {
    try (ResultSet rows = prepared(sql, arguments).executeQuery()) {
      while (rows.next()) {
        each.row(rows);
      }
    }
  }

  <T> List<T> list(String sql, Row<T> row, @Nullable Object... arguments) throws SQLException {
    List<T> result = new ArrayList<>();
    try (ResultSet rows = prepared(sql, arguments).executeQuery()) {
      while (rows.next()) {
        result.add(row.of(rows));
      }
    }
    return result;
  }

  <T> @Nullable T one(String sql, Row<T> row, @Nullable Object... arguments) throws SQLException {
    try (ResultSet rows = prepared(sql, arguments).executeQuery()) {
      return rows.next() ? row.of(rows) : null;
    }
  }

  /** The first column of the first row, -1 if there is no row. */
  long number(String sql, @Nullable Object... arguments) throws SQLException {
    Long value = one(sql, row -> row.getLong(1), arguments);
    return value == null ? -1 : value;
  }

  /** The first column of the first row, null if there is no row or it holds none. */
  @Nullable Long numberOrNull(String sql, @Nullable Object... arguments) throws SQLException {
    try (ResultSet rows = prepared(sql, arguments).executeQuery()) {
      return rows.next() ? longOrNull(rows, 1) : null;
    }
  }

  int update(String sql, @Nullable Object... arguments) throws SQLException {
    return prepared(sql, arguments).executeUpdate();
  }

  /** Inserts a row and gives its number. */
  long insert(String sql, @Nullable Object... arguments) throws SQLException {
    update(sql, arguments);
    return number("SELECT last_insert_rowid()");
  }

  /** Runs statements that are not worth keeping (pragmas, definitions). */
  void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A column that may be null. */
  static @Nullable Long longOrNull(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
    statements.clear();
    connection.close();
  }
}
