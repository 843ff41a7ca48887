#pragma once

#include <db/pages/own_index.h>

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::db {

/// A file as SQLite holds it, over one of another VFS; SQLite gives the memory. Private to db/pages.
struct ChecksumFile
{
    struct Open;

    sqlite3_file base;
    Open* open;
};

/// What xOpen makes and xClose deletes.
struct ChecksumFile::Open
{
    std::unique_ptr<char[]> memory; ///< of the other VFS's file
    std::string name;
    bool isDatabase; ///< the main file: logs and journals have sums of SQLite's own
    bool isVerified = true;
    std::optional<bool> hasSums{};   ///< once the first page was seen
    std::vector<char> page{};        ///< the one that is being written
    std::optional<OwnIndex> index{}; ///< of the log, where the disk can hold none for all

    [[nodiscard]] sqlite3_file* below() const { return reinterpret_cast<sqlite3_file*>(memory.get()); }
    [[nodiscard]] bool verifiesSums() const { return isVerified && hasSums.value_or(false); }
    void note(std::string_view bytes, std::int64_t at);
    /// Whether `page` is as it was written, as far as can be known.
    [[nodiscard]] bool isRight(std::string_view page, std::int64_t at) const;
    [[nodiscard]] bool getsSums();
};

[[nodiscard]] const sqlite3_io_methods& checksumFileMethods();

} // namespace starqueue::db
