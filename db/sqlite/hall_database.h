#pragma once

#include <db/sqlite/database.h>

#include <array>
#include <filesystem>

namespace starqueue::db {

/// The hall's main database and its migrations. A released migration is never edited.
inline constexpr std::array<Migration, 5> kHallMigrations{
    // 1: the journal, and the requests kept for idempotency.
    R"sql(
        CREATE TABLE journal (
            seq INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            name TEXT NOT NULL,
            payload TEXT NOT NULL
        ) STRICT;
        CREATE INDEX journal_rules ON journal (seq) WHERE name IN ('day_opened', 'rules_set');
        CREATE TABLE request (
            first_seq INTEGER PRIMARY KEY,
            last_seq INTEGER NOT NULL,
            token TEXT NOT NULL,
            request BLOB NOT NULL,
            body BLOB NOT NULL
        ) STRICT;
    )sql",
    // 2: tokens.
    R"sql(
        CREATE TABLE token (
            id TEXT PRIMARY KEY,
            hash BLOB NOT NULL UNIQUE,
            role TEXT NOT NULL,
            bound TEXT NOT NULL,
            label TEXT NOT NULL,
            created INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE token_generation (generation INTEGER NOT NULL) STRICT;
        INSERT INTO token_generation VALUES (1);
    )sql",
    // 3: a request is a column of its first event's row, so that a command rewrites one page instead of two;
    // changes of tokens are announced in tokens.generation, which needs no read transaction.
    R"sql(
        ALTER TABLE journal ADD COLUMN last_seq INTEGER;
        ALTER TABLE journal ADD COLUMN token TEXT;
        ALTER TABLE journal ADD COLUMN request BLOB;
        ALTER TABLE journal ADD COLUMN body BLOB;
        UPDATE journal SET (last_seq, token, request, body) =
            (SELECT last_seq, token, request, body FROM request WHERE first_seq = seq)
            WHERE seq IN (SELECT first_seq FROM request);
        DROP TABLE request;
        DROP TABLE token_generation;
    )sql",
    // 4: each line carries the hash of all up to it; the head has what the chain begins with, and the hash of
    // the tokens.
    R"sql(
        ALTER TABLE journal ADD COLUMN chain BLOB;
        CREATE TABLE hall_head (life BLOB NOT NULL, tokens BLOB NOT NULL) STRICT;
    )sql",
    // 5: users, sealed as tokens are, and the security log with its own chain of hashes. A restore renews the
    // life; the chain begins with the first one all the same, which is NULL where it is the life.
    R"sql(
        CREATE TABLE user (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL UNIQUE COLLATE NOCASE,
            role TEXT NOT NULL,
            hash TEXT NOT NULL,
            disabled INTEGER NOT NULL,
            must_change INTEGER NOT NULL,
            authority_yuan INTEGER NOT NULL,
            version INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE security_log (
            seq INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            what TEXT NOT NULL,
            who TEXT NOT NULL,
            detail TEXT NOT NULL,
            chain BLOB NOT NULL
        ) STRICT;
        ALTER TABLE hall_head ADD COLUMN users BLOB;
        ALTER TABLE hall_head ADD COLUMN security BLOB;
        ALTER TABLE hall_head ADD COLUMN first_life BLOB;
    )sql"};

[[nodiscard]] inline std::filesystem::path hallDatabase(const std::filesystem::path& dir)
{
    return dir / "hall.db";
}

} // namespace starqueue::db
