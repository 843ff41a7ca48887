#pragma once

#include <db/pages/checksum_vfs.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>

namespace starqueue::db::test {

/// SQL by hand, by somebody who knows of the page checksums: so that a test gets to what lies behind them.
[[nodiscard]] inline SQLite::Database openByHand(const std::filesystem::path& file)
{
    return SQLite::Database{file.string(), SQLite::OPEN_READWRITE, 0, checksumVfs()};
}

} // namespace starqueue::db::test
