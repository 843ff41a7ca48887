#pragma once

#include <tl/expected.hpp>

#include <filesystem>
#include <string>

namespace starqueue::cli {

/// A temporary directory, accessible to its owner only; removed by the destructor (RAII).
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

    std::filesystem::path m_path; ///< empty: moved from
};

} // namespace starqueue::cli
