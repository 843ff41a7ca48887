#pragma once

#include <tl/expected.hpp>

#include <filesystem>
#include <string>

namespace starqueue::cli {

/// A directory of the owner's alone below the system's temporary one; gone with the value.
class ScratchDirectory
{
public:
    static tl::expected<ScratchDirectory, std::string> make();
    ~ScratchDirectory();
    ScratchDirectory(ScratchDirectory&& other) noexcept;
    ScratchDirectory& operator=(ScratchDirectory&& other) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    explicit ScratchDirectory(std::filesystem::path path) : m_path(std::move(path)) {}

    std::filesystem::path m_path; ///< empty: moved away
};

} // namespace starqueue::cli
