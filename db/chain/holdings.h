#pragma once

#include <db/sqlite/storage_error.h>
#include <files/files.h>

#include <tl/expected.hpp>

#include <filesystem>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace starqueue::db {

// What a hall has; a file's name is its path in the hall's directory.
inline constexpr std::string_view kCustomersHeld = "customers.db";
inline constexpr std::string_view kPersonsHeld = "keys/persons.db";
inline constexpr std::string_view kLookupKeyHeld = "keys/lookup.key";
inline constexpr std::string_view kFactorKeyHeld = "keys/factor.key";
inline constexpr std::string_view kSecurityAnchorHeld = "security.anchor";
inline constexpr std::string_view kCustomersAnchorHeld = "customers.anchor";
inline constexpr std::string_view kCustomersSealHeld = "seal of customers.db";
inline constexpr std::string_view kPersonsSealHeld = "seal of keys/persons.db";

/// What a hall has had besides its journal, so that what is lost isn't taken for what never was: names in the
/// file `holdings`, of which the journal's anchor says that it is there. A value; any thread.
class Holdings
{
public:
    /// Those of the hall in `dir`; empty: a copy, or a hall from before the file. The error: the file is
    /// damaged, or it is missing although it was there.
    [[nodiscard]] static tl::expected<Holdings, StorageError> of(const std::filesystem::path& dir,
                                                                 files::Files& files);

    [[nodiscard]] bool has(std::string_view what) const { return m_names.contains(what); }
    [[nodiscard]] bool isEmpty() const { return m_names.empty(); }
    /// Notes them durably, unless they are. Nothing is ever struck.
    [[nodiscard]] tl::expected<void, StorageError> add(std::span<const std::string_view> names);
    /// Which file is missing or empty that the hall has had, and what to do; empty: none.
    [[nodiscard]] std::string missing() const;

private:
    Holdings(std::filesystem::path dir, files::Files& files) : m_dir(std::move(dir)), m_files(&files) {}

    std::filesystem::path m_dir;
    files::Files* m_files;
    std::set<std::string, std::less<>> m_names;
};

/// The file in `dir`.
[[nodiscard]] inline std::filesystem::path holdingsFile(const std::filesystem::path& dir)
{
    return dir / "holdings";
}

} // namespace starqueue::db
