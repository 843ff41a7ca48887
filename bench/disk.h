#pragma once

#include <chrono>
#include <filesystem>

struct sqlite3;
struct sqlite3_stmt;

namespace starqueue::bench {

/// Above this many an fdatasync doesn't reach a disk, and nothing measured on it says anything.
inline constexpr double kNotDurable = 20'000;

/// How often a second 4 KiB can be appended to a file in `dir` and brought to the disk (fdatasync).
[[nodiscard]] double syncsPerSecond(const std::filesystem::path& dir,
                                    std::chrono::milliseconds during = std::chrono::milliseconds(700));

/// The reference for everything durable: one prepared insert of one row (what an issued ticket is, about
/// 300 bytes) a transaction, in SQLite with WAL and synchronous=FULL. Throws std::runtime_error.
class InsertLoop
{
public:
    /// Makes a database of its own in `dir`.
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
