// The same work as journal-bench does, done by SQLite in C. Prints one line of JSON; all times are microseconds.
//
//   sqlite-bench append DB COUNT          rows of 300 bytes, one durable commit each (WAL, synchronous=FULL)
//   sqlite-bench make DB SEGMENT...       the lines of a journal as rows, with an index of their orders
//   sqlite-bench count DB                 count(*) of the rows
//   sqlite-bench replay DB                count(*) and the length of each row's text
//   sqlite-bench find DB ORDERS COUNT     look-ups of random orders by their numbers
//   sqlite-bench first DB NUMBER          open, and one look-up
#include <inttypes.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void fail(const char *what)
{
    fprintf(stderr, "sqlite-bench: %s\n", what);
    exit(1);
}

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static int compare(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

static void tell(int64_t *times, size_t count)
{
    qsort(times, count, sizeof *times, compare);
    printf("{\"count\":%zu,\"p50\":%.1f,\"p99\":%.1f,\"p999\":%.1f,\"max\":%.1f}\n", count, times[count / 2] / 1e3,
        times[count * 99 / 100] / 1e3, times[count * 999 / 1000] / 1e3, times[count - 1] / 1e3);
}

static uint64_t mixed(uint64_t number, uint64_t salt)
{
    uint64_t value = number * 0x9e3779b97f4a7c15 + salt * 0xd1b54a32d192ed03;
    value = (value ^ value >> 30) * 0xbf58476d1ce4e5b9;
    value = (value ^ value >> 27) * 0x94d049bb133111eb;
    return value ^ value >> 31;
}

// The number of a made-up order, as journal-bench makes it.
static void name(uint64_t number, char *text)
{
    sprintf(text, "sz010002cz%010" PRIu64 "%010" PRIu64, 1795238741 + number / 4, mixed(number, 1) % 10000000000);
}

static void run(sqlite3 *db, const char *sql)
{
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) fail(sqlite3_errmsg(db));
}

static sqlite3 *open_db(const char *path)
{
    sqlite3 *db;
    if (sqlite3_open(path, &db) != SQLITE_OK) fail("can't open");
    return db;
}

static sqlite3 *open_mapped(const char *path)
{
    sqlite3 *db = open_db(path);
    run(db, "pragma mmap_size=4294967296");
    return db;
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK) fail(sqlite3_errmsg(db));
    return statement;
}

static void append(const char *path, int count)
{
    sqlite3 *db = open_db(path);
    run(db, "pragma journal_mode=wal");
    run(db, "pragma synchronous=full");
    run(db, "create table if not exists lines(n integer primary key, line text)");
    sqlite3_stmt *insert = prepare(db, "insert into lines(line) values(?)");
    char line[300];
    memset(line, 'x', sizeof line);
    int64_t *times = calloc(count, sizeof *times);
    for (int turn = 0; turn < count; turn++) {
        int64_t start = now();
        sqlite3_bind_text(insert, 1, line, sizeof line, SQLITE_STATIC);
        if (sqlite3_step(insert) != SQLITE_DONE) fail(sqlite3_errmsg(db));
        sqlite3_reset(insert);
        times[turn] = now() - start;
    }
    tell(times, count);
}

static void make(const char *path, char **segments, int count)
{
    sqlite3 *db = open_db(path);
    run(db, "pragma journal_mode=off");
    run(db, "pragma synchronous=off");
    run(db, "create table lines(n integer primary key, o text, line text)");
    run(db, "begin");
    sqlite3_stmt *insert = prepare(db, "insert into lines values(?, ?, ?)");
    static char line[8192];
    for (int segment = 0; segment < count; segment++) {
        FILE *file = fopen(segments[segment], "r");
        if (!file) fail(segments[segment]);
        while (fgets(line, sizeof line, file)) {
            if (*line != '{') continue;
            char *order = strstr(line, "\"o\":\"");
            sqlite3_bind_int64(insert, 1, atoll(line + 5));
            if (order) sqlite3_bind_text(insert, 2, order + 5, strcspn(order + 5, "\""), SQLITE_STATIC);
            else sqlite3_bind_null(insert, 2);
            sqlite3_bind_text(insert, 3, line, strcspn(line, "\n"), SQLITE_STATIC);
            if (sqlite3_step(insert) != SQLITE_DONE) fail(sqlite3_errmsg(db));
            sqlite3_reset(insert);
        }
        fclose(file);
    }
    run(db, "commit");
    run(db, "create index orders on lines(o)");
    sqlite3_finalize(insert);
    sqlite3_close(db);
}

static void reading(const char *path, const char *sql)
{
    sqlite3 *db = open_mapped(path);
    int64_t start = now();
    sqlite3_stmt *select = prepare(db, sql);
    if (sqlite3_step(select) != SQLITE_ROW) fail(sqlite3_errmsg(db));
    int64_t rows = sqlite3_column_int64(select, 0), time = now() - start;
    printf("{\"count\":1,\"p50\":%.1f,\"lines\":%" PRId64 "}\n", time / 1e3, rows);
}

static int look(sqlite3_stmt *select, const char *order)
{
    int rows = 0;
    static char line[8192];
    sqlite3_bind_text(select, 1, order, -1, SQLITE_STATIC);
    while (sqlite3_step(select) == SQLITE_ROW) {
        // A copy, as whoever wants a row needs one.
        memcpy(line, sqlite3_column_text(select, 0), sqlite3_column_bytes(select, 0));
        rows++;
    }
    sqlite3_reset(select);
    return rows;
}

static const char *look_up = "select line from lines where o = ? order by n";

static void find(const char *path, uint64_t orders, int count)
{
    sqlite3 *db = open_mapped(path);
    sqlite3_stmt *select = prepare(db, look_up);
    int64_t *times = calloc(count, sizeof *times);
    uint64_t seed = now();
    char order[64];
    for (int turn = -count / 4; turn < count; turn++) {
        name(mixed(++seed, 9) % orders, order);
        int64_t start = now();
        if (look(select, order) != 4) fail(order);
        if (turn >= 0) times[turn] = now() - start;
    }
    tell(times, count);
}

static void first(const char *path, uint64_t number)
{
    char order[64];
    name(number, order);
    int64_t start = now();
    sqlite3 *db = open_mapped(path);
    if (look(prepare(db, look_up), order) != 4) fail(order);
    int64_t time = now() - start;
    tell(&time, 1);
}

int main(int count, char **words)
{
    const char *task = count > 2 ? words[1] : "";
    if (!strcmp(task, "append") && count == 4) append(words[2], atoi(words[3]));
    else if (!strcmp(task, "make")) make(words[2], words + 3, count - 3);
    else if (!strcmp(task, "count")) reading(words[2], "select count(*) from lines");
    else if (!strcmp(task, "replay")) reading(words[2], "select count(*), sum(length(line)) from lines");
    else if (!strcmp(task, "find") && count == 5) find(words[2], atoll(words[3]), atoi(words[4]));
    else if (!strcmp(task, "first") && count == 4) first(words[2], atoll(words[3]));
    else fail("append DB COUNT, make DB SEGMENT..., count DB, replay DB, find DB ORDERS COUNT, first DB NUMBER");
}
