#pragma once

#include <tl/expected.hpp>

#include <filesystem>
#include <string>

namespace starqueue::cli {

/// What a copy of a hall's keys on another medium holds.
struct KeyFile
{
    std::string persons; ///< the bytes of persons.db
    std::string lookup;  ///< of lookup.key, which a hall keeps for life: by it a copy is known as its own
    std::string id;      ///< names this copy; of an earlier program, which gave none: the hash of its bytes
    bool hasId = true;   ///< it stands in the file
};

[[nodiscard]] std::string newKeyFileId();
/// The bytes to write.
[[nodiscard]] std::string packed(const KeyFile& keys);
/// Refused: what isn't what packed() made, or is damaged.
[[nodiscard]] tl::expected<KeyFile, std::string> readKeyFile(const std::filesystem::path& file);

} // namespace starqueue::cli
