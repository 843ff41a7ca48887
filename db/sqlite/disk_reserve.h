#pragma once

#include <files/files.h>

#include <cstdint>
#include <filesystem>
#include <string>

namespace starqueue::db {

/// The file "reserve" in a hall's folder: 16 MB of its disk that are given back when the disk is full and the
/// hall starts or ends, which need some room. While it runs nothing else may use them.
///
/// One thread at a time.
class DiskReserve
{
public:
    /// Gives the reserve back if the disk is full.
    DiskReserve(const std::filesystem::path& directory, files::Files& files);
    /// Takes it again if it was taken before.
    ~DiskReserve();
    DiskReserve(const DiskReserve&) = delete;
    DiskReserve& operator=(const DiskReserve&) = delete;

    /// Takes as much of it as there is room for; call it once a second. Returns why nothing more should be
    /// written and what to do; empty: there is room.
    [[nodiscard]] std::string keep();
    void giveBackIfFull();

private:
    void takeMore(std::uint64_t room);

    const std::filesystem::path m_directory;
    files::Files& m_files;
    std::uint64_t m_bytes = 0; ///< taken, as far as known
    bool m_isKept = false;
};

} // namespace starqueue::db
