#pragma once

#include <tl/expected.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace starqueue::cli {

/// Copies a hall's databases and settings from `dir` into the new directory `target`, while a service may be
/// running. Keys and token files are left out: without the keys nobody in it can be identified, and a person
/// whose key is deleted is forgotten there too. Returns the files written.
///
/// All of it is written as "TARGET.unfinished", with manifest.json (the sizes and hashes of the files, the
/// journal's life and last seq), and then renamed: what has the name of a backup is a whole one.
[[nodiscard]] tl::expected<std::vector<std::filesystem::path>, std::string>
backUp(const std::filesystem::path& dir, const std::filesystem::path& target);

/// Holds the files in `dir` against its manifest, if it has one. The error names the first that differs.
[[nodiscard]] tl::expected<void, std::string> agreesWithManifest(const std::filesystem::path& dir);

/// Why `dir` is neither a hall nor a whole backup; empty: it is. A hall has keys, or a list of what it has; a
/// backup has its manifest.
[[nodiscard]] std::string whyNeither(const std::filesystem::path& dir);

} // namespace starqueue::cli
