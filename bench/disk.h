#pragma once

#include <chrono>
#include <filesystem>

struct sqlite3;
struct sqlite3_stmt;

namespace starqueue::bench {

/// More fdatasync a second than this don't reach a disk: measurements on it are meaningless.
inline constexpr double kNotDurable = 20'000;

/// How often a second 4 KiB can be appended to a file in `dir` and synced (fdatasync).
[[nodiscard]] double syncsPerSecond(const std::filesystem::path& dir,
                                    std::chrono::milliseconds during = std::chrono::milliseconds(700));

/// The reference for durable operations: one prepared insert of one row (about 300 bytes, as an issued
/// ticket) a transaction, in SQLite with WAL and synchronous=FULL. Throws std::runtime_error.
class InsertLoop
{
public:
    /// Creates a database in `dir`.
    explicit InsertLoop(const std::filesystem::path& dir);
    ~InsertLoop();
    InsertLoop(const InsertLoop&) = delete;
    InsertLoop& operator=(const InsertLoop&) = delete;

    void insert();
    [[nodiscard]] double insertsPerSecond(std::chrono::milliseconds during = std::chrono::milliseconds(1000));

private:
    sqlite3* m_database = nullptr;
    sqlite3_stmt* m_statement = nullptr;
};

} // namespace starqueue::bench
