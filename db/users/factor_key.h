#pragma once

#include <db/sqlite/storage_error.h>

#include <files/files.h>

#include <tl/expected.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace starqueue::db {

/// The key that keeps the secrets of second factors from whoever reads the database or a backup of it:
/// "factor.key" (db/sqlite/key_file.h). Private to db/.
///
/// It is read at each use, which is at a log-in, so that it may be brought back while a service runs. Any
/// thread.
class FactorKey
{
public:
    /// Of the hall in `dir`.
    FactorKey(std::filesystem::path dir, files::Files& files);

    /// `secret` of `user` for the database. Makes the key if there is none.
    [[nodiscard]] tl::expected<std::string, StorageError> seal(std::string_view secret,
                                                               std::string_view user) const;
    /// Empty: sealed by another key or for another user, or the key can't be read.
    [[nodiscard]] std::optional<std::string> unseal(std::string_view sealed, std::string_view user) const;

private:
    std::filesystem::path m_dir;
    files::Files* m_files;
};

} // namespace starqueue::db
