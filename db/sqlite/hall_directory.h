#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace starqueue::db {

/// Who has opened a hall's database before in this process: a journal has made durable what is in its log.
enum class Beside : std::uint8_t { Nobody, Journal };

/// Why `dir` holds no hall, and what to do; empty: its database is there, whole or not. Whoever opens a hall
/// to use it asks first: opening makes the database, and only `starqueue init` is to make a hall.
[[nodiscard]] std::string whyNoHall(const std::filesystem::path& dir);

/// What a backup says of itself, in its directory.
inline constexpr const char* kBackupManifest = "manifest.json";
/// What a directory's name ends with until all is in it.
inline constexpr const char* kUnfinished = ".unfinished";

/// Why `dir` is what a program that was killed left of a backup or a restore; empty: it isn't, by its name.
[[nodiscard]] std::string whyUnfinished(const std::filesystem::path& dir);

/// Why nobody may serve, or change, what is in `dir`, and what to do; empty: it is a hall. A backup isn't
/// one: all of a hall is in it but what was given since, which would be given again.
[[nodiscard]] std::string whyNotServed(const std::filesystem::path& dir);

/// Why the hall in `dir` has lost its customers, and what to do; empty: their database and its keys are
/// there.
[[nodiscard]] std::string whyNoCustomers(const std::filesystem::path& dir);

/// Which key of the hall in `dir` others than this program's account could read, and what to do; empty: none.
[[nodiscard]] std::string whyKeysAreOpen(const std::filesystem::path& dir);

} // namespace starqueue::db
